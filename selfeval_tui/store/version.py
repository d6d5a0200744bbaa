"""A version of a sheet that is kept beside the sheets of its year: what it said, and when.

It has the form of a saved sheet with two sections more: when it was kept, and what the program
had computed for the cells that were left blank.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from attrs import Factory, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.compare import Difference, differences
from selfeval_tui.spec.model import Role
from selfeval_tui.store.decode import decode
from selfeval_tui.store.documents import Documents
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING
from selfeval_tui.store.names import safe_name, year_folder
from selfeval_tui.store.parse import read_toml
from selfeval_tui.store.system import read_file, reason
from selfeval_tui.store.writer import write_file

_EXPORT, _AT = "导出", "时间"
_COMPUTED = "算出"


@frozen
class Version:
    """What a sheet said once."""

    sheet: Sheet
    at: str
    """When it was kept, as 2024-04-23 10:32."""
    computed: Mapping[str, str] = Factory(dict)


def write_version(
    saved: Path, kind: str, name: str, batch: Batch, sheet: Sheet, at: datetime
) -> Path:
    """Keep what a sheet says now; one of the same name is replaced.

    Args:
        saved: Where the workspace's sheets lie.
        kind: The folder of such versions, beside the sheets of the year.
        name: What this one is called.
        batch: Knows what was computed for the sheet.
        sheet: One of its sheets.
        at: The time.

    Returns:
        The file.

    Raises:
        StoreError: It could not be written.
    """
    import tomlkit

    more = {_EXPORT: {_AT: f"{at:%Y-%m-%d %H:%M}"}, _COMPUTED: _computed(batch, sheet)}
    data = Documents().encode(sheet, None).data + b"\n" + tomlkit.dumps(more).encode()
    folder = saved / year_folder(sheet.with_role(Role.YEAR)) / kind
    path = folder / f"{safe_name(name)}{ENDING}"
    write_file(path, data)
    return path


def places(saved: Path, kind: str, name: str) -> Iterator[Path]:
    """Where a version lies; the sheet's year may have been another one then.

    Raises:
        StoreError: The folder cannot be read.
    """
    try:
        folders = sorted(saved.iterdir()) if saved.is_dir() else []
    except OSError as error:
        raise StoreError(f"文件夹“{saved}”读不出来（{reason(error)}）。") from error
    paths = (folder / kind / f"{safe_name(name)}{ENDING}" for folder in folders)
    return (path for path in paths if path.is_file())


def read_version(path: Path, what: str) -> Version | Fault:
    """Read a version that was kept.

    Args:
        path: The file.
        what: What it is called in a sentence: 上次导出的留底.
    """
    try:
        data = read_file(path)
    except OSError as error:
        return Fault(path, None, f"{what}“{path.name}”读不出来（{reason(error)}）。")
    sheet = decode(data, path)
    if isinstance(sheet, Fault):
        return Fault(path, sheet.line, f"{what}读不出来：{sheet.message}")
    parsed = read_toml(data, path)
    assert not isinstance(parsed, Fault)
    _, values = parsed
    at = _texts(values.get(_EXPORT)).get(_AT, "")
    return Version(sheet, at or "以前", _texts(values.get(_COMPUTED)))


def printed_differences(version: Version, batch: Batch, sheet: Sheet) -> Iterator[Difference]:
    """What a sheet prints otherwise now.

    A cell left blank that prints what the program computes counts with what was printed.
    """
    yield from (each for each in differences(version.sheet, sheet) if not each.basis)
    now = _computed(batch, sheet)
    for address in sheet.addresses():
        key = _key(address)
        if key in now and key in version.computed and now[key] != version.computed[key]:
            yield Difference(address, version.computed[key], now[key])


def _texts(section: object) -> dict[str, str]:
    """The texts of a section; anything else that somebody wrote there does not count."""
    items = section.items() if isinstance(section, dict) else ()
    return {str(key): value for key, value in items if isinstance(value, str)}


def _computed(batch: Batch, sheet: Sheet) -> dict[str, str]:
    """What is computed for the cells that were left blank, and thus printed."""
    return {
        _key(address): batch.computed_text(address)
        for address in sheet.addresses()
        if not sheet.typed(address).strip() and batch.computed(address) is not None
    }


def _key(address: Address) -> str:
    return "/".join(part for part in (address.table, address.row, address.name) if part)
