"""When two sheets are the same sheet to a clerk."""

from collections.abc import Iterable

from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role

_ROLES = (Role.YEAR, Role.ATTACHMENT, Role.PROJECT_NAME)


def already_there(sheet: Sheet, sheets: Iterable[Sheet]) -> Sheet | None:
    """The first of the sheets that has the kind, 年度, 附件号 and 项目名称 of a given one."""
    wanted = _identity(sheet)
    return next((each for each in sheets if _identity(each) == wanted), None)


def _identity(sheet: Sheet) -> tuple[str, ...]:
    return (sheet.spec.kind, *(sheet.with_role(role).strip() for role in _ROLES))
