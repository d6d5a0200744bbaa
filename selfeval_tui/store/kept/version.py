"""A version of a sheet that is kept beside the sheets of its year: what it said, and when.

It has the form of a saved sheet with two sections more: when it was kept, and what the program
had computed for the cells that were left blank.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from attrs import Factory, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch, Sheet
from selfeval_tui.sheet.compare import Difference, differences
from selfeval_tui.spec.model import Role
from selfeval_tui.store.disk.inside import check_inside, leads_outside
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING
from selfeval_tui.store.names import safe_name, year_folder
from selfeval_tui.store.sheetfile.decode import decode_whole
from selfeval_tui.store.sheetfile.documents import Documents
from selfeval_tui.store.sheetfile.end_mark import insert_before_end
from selfeval_tui.store.sheetfile.format import content_of
from selfeval_tui.store.workspace import Workspace

_EXPORT, _AT = "导出", "时间"
_COMPUTED = "算出"
_KEPT, _WHY = "留存", "缘由"


@frozen
class Version:
    """What a sheet said once."""

    sheet: Sheet
    at: str
    """When it was kept, as 2024-04-23 10:32."""
    computed: Mapping[str, str] = Factory(dict)
    why: str = ""
    """What it was kept for: 打开时, 粘贴12格之前."""


def write_version(
    workspace: Workspace, kind: str, name: str, batch: Batch, sheet: Sheet, at: datetime
) -> Path:
    """Keep what a sheet says now; one of the same name is replaced.

    Args:
        workspace: Where the sheet is saved.
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
    more = {_EXPORT: {_AT: f"{at:%Y-%m-%d %H:%M}"}, _COMPUTED: _computed(batch, sheet)}
    data = _with_sections(Documents().encode(sheet, None).data, more)
    folder = workspace.saved / year_folder(sheet.with_role(Role.YEAR)) / kind
    path = folder / f"{safe_name(name)}{ENDING}"
    check_inside(path, workspace.root)
    workspace.check_there()
    write_file(path, data, workspace.files)
    return path


def kept_bytes(sheet: Sheet, why: str, at: datetime, on_disk: bytes | None) -> bytes:
    """The file of a version that is kept for the history of a sheet.

    Args:
        sheet: What it says.
        why: What it is kept for.
        at: The time.
        on_disk: The sheet's own file; its comments and unknown keys are kept where it says just
            that. None where there is none.

    Raises:
        StoreError: It would not read back as the same sheet.
    """
    more = {_KEPT: {_AT: f"{at:%Y-%m-%d %H:%M:%S}", _WHY: why}}
    if on_disk is not None:
        # A file in another encoding, or with sections of such names, is written anew.
        with suppress(UnicodeDecodeError):
            data = _with_sections(on_disk, more)
            read = _version(data, Path(sheet.id), "")
            if isinstance(read, Version) and read.why == why and same_sheet(read.sheet, sheet):
                return data
    return _with_sections(Documents().encode(sheet, None).data, more)


def same_sheet(one: Sheet, other: Sheet) -> bool:
    """Whether two versions say the same in all."""
    return content_of(one) == content_of(other)


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
    return (path for path in paths if path.is_file() and not leads_outside(path, saved.parent))


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
    return _version(data, path, what)


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


def _version(data: bytes, path: Path, what: str) -> Version | Fault:
    read = decode_whole(data, path)
    if isinstance(read, Fault):
        return Fault(path, read.line, f"{what}读不出来：{read.message}")
    kept = _texts(read.values.get(_KEPT))
    at = _texts(read.values.get(_EXPORT)).get(_AT, "") or kept.get(_AT, "")
    computed = _texts(read.values.get(_COMPUTED))
    return Version(read.sheet, at or "以前", computed, kept.get(_WHY, ""))


def _with_sections(data: bytes, more: Mapping[str, Mapping[str, str]]) -> bytes:
    import tomlkit

    return insert_before_end(data, tomlkit.dumps(more))


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
