"""Sheets that come from somebody else: in the neutral form, or as a colleague's program saved them.

A sheet that is there already is laid beside the one that came, cell by cell (`beside`).
"""

from collections.abc import Iterable
from pathlib import Path

from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.spec.model import Role
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.foreign.neutral import Read, parse_neutral
from selfeval_tui.store.merge.beside import Holds
from selfeval_tui.store.on_disk import values_of
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.format import FORMAT_KEY, SHEET, SPEC
from selfeval_tui.store.sheetfile.parse import UNTOUCHED
from selfeval_tui.text import fold


def read_incoming(path: Path, *, demo: bool = False) -> Read | Fault:
    """Read a file in the neutral form, or a saved sheet.

    Args:
        path: The file.
        demo: Whether the sheet belongs to the 示例.

    Returns:
        The sheet; or what is wrong with the file.
    """
    try:
        data = read_file(path)
    except OSError as error:
        advice = "请核对文件名，或看它是否允许读取。"
        return Fault(path, None, f"“{path}”读不出来（{reason(error)}）。{advice}")
    if not _is_saved(data):
        return parse_neutral(data, path, demo=demo)
    sheet = decode(data, path)
    if isinstance(sheet, Fault):
        return sheet
    if sheet.newer:
        advice = "请用较新的程序打开它。"
        return Fault(path, None, f"“{path.name}”是较新的程序存的，没有导入。{UNTOUCHED}{advice}")
    if sheet.demo != demo:
        what = "是示例表" if sheet.demo else "是本单位的表，这里是示例"
        return Fault(path, None, f"“{path.name}”{what}，没有导入。{UNTOUCHED}")
    return Read(sheet, saved=True)


def there_already(came: Sheet, sheets: Iterable[Sheet], holds: Holds = Holds.ALL) -> Sheet | None:
    """The sheet that a sheet that came is a version of: of the same id, or the same to a clerk.

    A page may not say its 年度 or 附件号, and targets are approved before sheets are numbered: then
    it is the only one of that project.
    """
    sheets = tuple(sheets)
    same = next((each for each in sheets if each.id == came.id), None)
    same = same or already_there(came, sheets)
    if same is not None or holds is Holds.ALL:
        return same
    known = (Role.YEAR,) if holds is Holds.TARGETS else (Role.YEAR, Role.ATTACHMENT)
    alike = [each for each in sheets if _of_same_project(came, each, known)]
    return alike[0] if len(alike) == 1 else None


def _of_same_project(came: Sheet, ours: Sheet, known: tuple[Role, ...]) -> bool:
    """Whether two sheets are about the same, as far as both say it."""
    kinds = came.spec.kind == ours.spec.kind
    named, name = (fold(each.with_role(Role.PROJECT_NAME)).strip() for each in (came, ours))
    nameless = came.spec.field_with_role(Role.PROJECT_NAME) is None
    said = ((came.with_role(role).strip(), ours.with_role(role).strip()) for role in known)
    agree = all(one == other for one, other in said if one and other)
    return kinds and named == name and bool(name or nameless) and agree


def _is_saved(data: bytes) -> bool:
    values = values_of(data)
    return values is not None and {FORMAT_KEY, SPEC, SHEET} <= values.keys()
