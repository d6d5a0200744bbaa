"""What a clerk may set for the whole program, kept in `设置.toml` beside the sheets.

The table below is the one home of what a setting is called, what it does and what it may say;
the comments of the file, the screen of settings and the manual are made from it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, frozen

from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.lines import find_line
from selfeval_tui.store.sheetfile.parse import read_toml

FILE = "设置.toml"


@frozen
class Settings:
    """The settings in force; each default is what a workspace without a file uses."""

    glyphs: Literal["auto", "fancy", "plain"] = "auto"
    """Which marks are drawn; auto asks the terminal."""
    theme: Literal["dark", "light", "contrast"] = "dark"
    """The colours."""
    page_numbers: Literal["auto", "always", "never"] = "auto"
    """Whether exported sheets are numbered; auto numbers what prints on several pages."""
    pattern: str = "{附件号} {项目名称}"
    """How exported files are named: any field of a sheet in braces."""
    title_font: str = "方正小标宋简体"
    """The face of titles in exported files."""


DEFAULTS = Settings()


@frozen
class Setting:
    """One setting as a clerk meets it."""

    name: str
    """The attribute of Settings, and the key in the file."""
    label: str
    explanation: str
    """One sentence."""
    values: tuple[tuple[str, str], ...] = ()
    """What it may say and what that means; empty where any text may stand."""

    @property
    def default(self) -> str:
        """What counts where nothing is set."""
        return value_of(DEFAULTS, self)

    def means(self, value: str) -> str:
        """A value in the clerk's words."""
        return dict(self.values).get(value, value)


SETTINGS = (
    Setting(
        "glyphs",
        "符号",
        "画面上的打勾、判定等符号用哪一套；老式控制台里符号错位时选朴素的一套。",
        (
            ("auto", "看终端自动选"),
            ("fancy", "图形符号，如方框、对号"),
            ("plain", "朴素符号，只用键盘上的字符"),
        ),
    ),
    Setting(
        "theme",
        "配色",
        "画面的颜色。",
        (("dark", "深色底浅色字"), ("light", "浅色底深色字"), ("contrast", "高对比度：黑底白字")),
    ),
    Setting(
        "page_numbers",
        "页码",
        "导出的表印不印页码。",
        (
            ("auto", "只有多页的表印页码"),
            ("always", "总是印页码"),
            ("never", "都不印页码"),
        ),
    ),
    Setting(
        "pattern",
        "文件名",
        "导出的文件怎样取名；花括号里写表上的栏目，如 {附件号}、{项目名称}、{年度}。",
    ),
    Setting(
        "title_font",
        "标题字体",
        "导出的表标题用什么字体；电脑上没有时，打开文件的软件会换成别的中文字体。",
    ),
)


def value_of(settings: Settings, setting: Setting) -> str:
    """What one setting says."""
    value: str = getattr(settings, setting.name)
    return value


def with_value(settings: Settings, setting: Setting, value: str) -> Settings:
    """The settings after one of them was changed.

    Args:
        settings: As they were.
        setting: Which one.
        value: One of its values, or a text without surrounding blanks.
    """
    changed: dict[str, Any] = {setting.name: value}
    return evolve(settings, **changed)


def complaint(setting: Setting, value: object) -> str:
    """What is wrong with a value, and what may stand there; empty where nothing is."""
    allowed = tuple(known for known, _ in setting.values)
    if allowed and value not in allowed:
        said = f"“{value}”" if isinstance(value, str) else "这个值"
        return f"“{setting.label}”不能写{said}，可以写 {'、'.join(allowed)}。"
    if not isinstance(value, str):
        return f"“{setting.label}”要写成引号里的文字。"
    return "" if value.strip() else f"“{setting.label}”不能空着。"


def read_settings(root: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a workspace, and what its file says wrongly.

    The file is not touched. What it does not say, or says wrongly, stays at its default.

    Args:
        root: The workspace.

    Returns:
        The settings, and a Chinese sentence for each problem: where, what, what to do.
    """
    path = root / FILE
    try:
        data = read_file(path, within=root)
    except FileNotFoundError:
        return DEFAULTS, ()
    except OSError as error:
        told = f"“{FILE}”读不出来（{reason(error)}），先照默认的设置。请看它是否允许读取。"
        return DEFAULTS, (told,)
    return settings_of(data, path)


def settings_of(data: bytes, path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The same for the bytes of the file; `path` is for the messages."""
    read = read_toml(data, path)
    if isinstance(read, Fault):
        return DEFAULTS, (f"{read.message}现在照默认的设置。",)
    text, values = read
    return _settings(values), tuple(_problems(text, values))


def write_settings(root: Path, settings: Settings, files: Files = DISK) -> Path | None:
    """Write the settings into the file of a workspace; its comments and other keys stay.

    Args:
        root: The workspace.
        settings: What its file shall say.
        files: The file system.

    Returns:
        Where a file that could not be continued was set aside, because it is no proper TOML;
        None as a rule.

    Raises:
        StoreError: The file could not be written; the old one stands.
    """
    from selfeval_tui.store.settings_file import write

    return write(root / FILE, settings, files)


def _settings(values: dict[str, Any]) -> Settings:
    good = {
        each.name: values[each.name]
        for each in SETTINGS
        if each.name in values and not complaint(each, values[each.name])
    }
    return evolve(DEFAULTS, **good)


def _problems(text: str, values: dict[str, Any]) -> Iterator[str]:
    known = {each.name: each for each in SETTINGS}
    for name, value in values.items():
        where = f"“{FILE}”第 {find_line(text, key=name) or find_line(text, name) or 1} 行："
        if name not in known:
            hint = did_you_mean(name, known)
            yield f"{where}没有“{name}”这项设置，不起作用。{hint or '不需要时请删去。'}"
        elif wrong := complaint(known[name], value):
            means = known[name].means(known[name].default)
            yield f"{where}{wrong}现在照默认的“{means}”。"
