"""已导出: the version of each sheet that was handed out last, and what changed since.

It lies beside the sheets of its year, in the same form, with two sections more: when it was
exported, and what the program had computed for the cells that were left blank.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from attrs import Factory, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Address, Batch, Sheet, sheet_label
from selfeval_tui.sheet.compare import Difference, differences
from selfeval_tui.spec.model import Role
from selfeval_tui.store.decode import decode
from selfeval_tui.store.documents import Documents
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING
from selfeval_tui.store.names import safe_name, year_folder
from selfeval_tui.store.parse import read_toml
from selfeval_tui.store.system import read_file, reason
from selfeval_tui.store.workspace import Workspace
from selfeval_tui.store.writer import remove_file, write_file

HANDED_OUT = "已导出"
"""The folder, beside the sheets of a year; nothing in it is loaded as a sheet."""
_EXPORT, _AT = "导出", "时间"
_COMPUTED = "算出"


@frozen
class Standing:
    """How a sheet stands to the version of it that was handed out last."""

    sheet: str
    at: str = ""
    """When it was exported, as 2024-04-23 10:32; empty where it never was."""
    differences: tuple[Difference, ...] = ()
    """What is printed otherwise now."""
    fault: str = ""
    """Why the version kept cannot be read; the sheet then counts as changed."""

    @property
    def never(self) -> bool:
        """Whether it was never exported."""
        return not self.at and not self.fault

    @property
    def words(self) -> str:
        """未导出, 未改, 改了3处, or that nothing can be said."""
        if self.fault:
            return "留底读不出"
        if self.never:
            return "未导出"
        return f"改了{len(self.differences)}处" if self.differences else "未改"

    @property
    def due(self) -> bool:
        """Whether what was handed out is not what the sheet says."""
        return self.never or bool(self.differences) or bool(self.fault)


@frozen
class _Kept:
    sheet: Sheet
    at: str
    computed: Mapping[str, str] = Factory(dict)


def keep_handed_out(
    workspace: Workspace, batch: Batch, sheets: Iterable[Sheet], at: datetime
) -> tuple[str, ...]:
    """Keep the content of sheets that were exported just now.

    Args:
        workspace: Where they are saved.
        batch: Knows what was computed for them.
        sheets: Those of its sheets that were written.
        at: The time.

    Returns:
        A Chinese sentence for each that could not be kept; the export itself stands.
    """
    failures = []
    for sheet in sheets:
        try:
            _keep(workspace.saved, batch, sheet, at)
        except StoreError as error:
            failures.append(
                f"“{sheet_label(sheet)}”已导出，但没能留底，以后说不出它改了哪里。{error.message}"
            )
    return tuple(failures)


def changed_since_export(workspace: Workspace, batch: Batch) -> dict[str, Standing]:
    """How every sheet stands to what was handed out, by the sheet's id.

    A cell left blank that prints what the program computes counts with what was printed.
    """
    return {sheet.id: _standing(workspace.saved, batch, sheet) for sheet in batch.sheets}


def _keep(saved: Path, batch: Batch, sheet: Sheet, at: datetime) -> None:
    import tomlkit

    more = {_EXPORT: {_AT: f"{at:%Y-%m-%d %H:%M}"}, _COMPUTED: _computed(batch, sheet)}
    data = Documents().encode(sheet, None).data + b"\n" + tomlkit.dumps(more).encode()
    folder = saved / year_folder(sheet.with_role(Role.YEAR)) / HANDED_OUT
    path = folder / f"{_name(sheet)}{ENDING}"
    earlier = [each for each in _places(saved, sheet) if each != path]
    write_file(path, data)
    for each in earlier:
        remove_file(each)


def _places(saved: Path, sheet: Sheet) -> Iterator[Path]:
    """Where a version of the sheet is kept; its year may have been another one then."""
    try:
        folders = sorted(saved.iterdir()) if saved.is_dir() else []
    except OSError as error:
        raise StoreError(f"文件夹“{saved}”读不出来（{reason(error)}）。") from error
    paths = (folder / HANDED_OUT / f"{_name(sheet)}{ENDING}" for folder in folders)
    return (path for path in paths if path.is_file())


def _name(sheet: Sheet) -> str:
    return safe_name(sheet.id)


def _standing(saved: Path, batch: Batch, sheet: Sheet) -> Standing:
    try:
        path = next(_places(saved, sheet), None)
    except StoreError as error:
        return Standing(sheet.id, fault=error.message)
    if path is None:
        return Standing(sheet.id)
    kept = _read(path)
    if isinstance(kept, Fault):
        return Standing(sheet.id, fault=kept.message)
    return Standing(sheet.id, kept.at, tuple(_printed_differences(kept, batch, sheet)))


def _read(path: Path) -> _Kept | Fault:
    try:
        data = read_file(path)
    except OSError as error:
        return Fault(path, None, f"上次导出的留底“{path.name}”读不出来（{reason(error)}）。")
    sheet = decode(data, path)
    if isinstance(sheet, Fault):
        return Fault(path, sheet.line, f"上次导出的留底读不出来：{sheet.message}")
    parsed = read_toml(data, path)
    assert not isinstance(parsed, Fault)
    _, values = parsed
    at = _texts(values.get(_EXPORT)).get(_AT, "")
    return _Kept(sheet, at or "以前", _texts(values.get(_COMPUTED)))


def _texts(section: object) -> dict[str, str]:
    """The texts of a section; anything else that somebody wrote there does not count."""
    items = section.items() if isinstance(section, dict) else ()
    return {str(key): value for key, value in items if isinstance(value, str)}


def _printed_differences(kept: _Kept, batch: Batch, sheet: Sheet) -> Iterator[Difference]:
    yield from (each for each in differences(kept.sheet, sheet) if not each.basis)
    now = _computed(batch, sheet)
    for address in sheet.addresses():
        key = _key(address)
        if key in now and key in kept.computed and now[key] != kept.computed[key]:
            yield Difference(address, kept.computed[key], now[key])


def _computed(batch: Batch, sheet: Sheet) -> dict[str, str]:
    """What is computed for the cells that were left blank, and thus printed."""
    return {
        _key(address): batch.computed_text(address)
        for address in sheet.addresses()
        if not sheet.typed(address).strip() and batch.computed(address) is not None
    }


def _key(address: Address) -> str:
    return "/".join(part for part in (address.table, address.row, address.name) if part)
