"""The text of `设置.toml`: every setting with its explanation, continued and not made anew."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.files import Files
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.names import free_name
from selfeval_tui.store.settings import SETTINGS, Setting, Settings, value_of
from selfeval_tui.store.sheetfile.parse import read_toml

HEAD = (
    "# 绩效自评表填报程序的设置。在这里改，下次打开程序时起作用；在设置画面里改，马上起作用。",
    "# 等号右边的值要放在引号里。整个文件可以删去，删去后都照默认。",
)


def write(path: Path, settings: Settings, files: Files) -> Path | None:
    """Write the file; see `write_settings`."""
    old = _read(path)
    if not old.strip():
        write_file(path, whole_text(settings).encode(), files)
        return None
    new = continued(old, settings)
    aside = _free_aside(path) if new is None else None
    if aside is not None:
        write_file(aside, old, files)
    write_file(path, (new or whole_text(settings)).encode(), files)
    return aside


def whole_text(settings: Settings) -> str:
    """The file as it is first written."""
    return "\n".join(HEAD) + "\n\n" + _explained(SETTINGS, settings).rstrip("\n") + "\n"


def continued(old: bytes, settings: Settings) -> str | None:
    """The file brought up to date; None where it cannot be continued.

    Args:
        old: Its bytes. Comments, order and keys that are no settings stay.
        settings: What it shall say.
    """
    from tomlkit import parse
    from tomlkit.exceptions import TOMLKitError

    read = read_toml(old, Path())
    if isinstance(read, Fault):
        return None
    try:
        document = parse(read[0])
        values = document.unwrap()
        for setting in SETTINGS:
            value = value_of(settings, setting)
            if setting.name in values and values[setting.name] != value:
                document[setting.name] = value
        missing = [setting for setting in SETTINGS if setting.name not in values]
        # In front of everything, so that no section can claim them.
        text = _explained(missing, settings) + document.as_string()
    except TOMLKitError:
        return None
    return text if _says(text, settings) else None


def _says(text: str, settings: Settings) -> bool:
    """Whether the text reads back as the settings."""
    read = read_toml(text.encode(), Path())
    if isinstance(read, Fault):
        return False
    _, values = read
    return all(values.get(each.name) == value_of(settings, each) for each in SETTINGS)


def _explained(wanted: Iterable[Setting], settings: Settings) -> str:
    return "".join("\n".join(_lines(setting, settings)) + "\n\n" for setting in wanted)


def _lines(setting: Setting, settings: Settings) -> Iterator[str]:
    from tomlkit import item

    yield f"# {setting.label}：{setting.explanation}"
    for value, means in setting.values:
        yield f"#   {value}：{means}"
    yield f"# 默认是 {setting.default}"
    yield f"{setting.name} = {item(value_of(settings, setting)).as_string()}"


def _read(path: Path) -> bytes:
    try:
        return read_file(path, within=path.parent)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(
            f"“{path.name}”现在读不出来（{reason(error)}），设置没有保存。请看它是否允许读取。"
        ) from error


def _free_aside(path: Path) -> Path:
    taken = [each.stem for each in path.parent.glob("*.toml")]
    return path.with_name(free_name(f"{path.stem} 读不出来的", taken) + path.suffix)
