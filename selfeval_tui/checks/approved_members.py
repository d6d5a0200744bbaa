"""The names that hold a sheet against its approved targets (批复目标).

Where none are kept with the sheet every name is blank or empty, and the rules rest.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from selfeval_tui.checks.member import Member, the
from selfeval_tui.checks.views import RowView, SheetView
from selfeval_tui.sheet import Approved
from selfeval_tui.sheet.approved import folded
from selfeval_tui.spec import BLANK, Value
from selfeval_tui.spec.model import Role
from selfeval_tui.text import Operator, read_target
from selfeval_tui.text.promise import same_promise

_PAIRS = "批复对应"
"""Another row's name may decide which approved indicator a row is."""


def _approved_for(view: RowView) -> Approved | None:
    """What was approved for a row."""
    number = view.sheet.approved.get(view.address)
    return None if number is None else view.sheet.sheet.approved[number]


def _target(view: RowView) -> Value:
    approved = _approved_for(view)
    return (approved.target.strip() or BLANK) if approved else BLANK


def _is_as_approved(view: RowView) -> Value:
    approved = _approved_for(view)
    if approved is None:
        return BLANK
    return same_promise(
        approved.target,
        view.text_of(Role.TARGET),
        indicator=view.text_of(Role.INDICATOR),
        level2=view.text_of(Role.LEVEL2),
    )


APPROVED_ROW: Mapping[str, Member[RowView]] = {
    "经批复": Member(
        lambda view: _approved_for(view) is not None,
        lambda view: the(view.cell_of(Role.INDICATOR)),
        around=(_PAIRS,),
    ),
    "批复目标": Member(_target, lambda view: the(view.cell_of(Role.TARGET)), around=(_PAIRS,)),
    "目标同批复": Member(
        _is_as_approved, lambda view: the(view.cell_of(Role.TARGET)), around=(_PAIRS,)
    ),
}
"""What was approved for a row of indicators."""


def _pairs(view: SheetView) -> Value:
    """The row of each approved indicator, by its id; empty where it has none."""
    rows = {number: address.row for address, number in view.approved.items()}
    return tuple(rows.get(number, "") for number in range(len(view.sheet.approved)))


def _missing(view: SheetView) -> Value:
    """The approved indicators that no row has, each with a row that differs in its name alone."""
    there = set(view.approved.values())
    gone = (each for number, each in enumerate(view.sheet.approved) if number not in there)
    missing = [each for each in gone if not _is_waived(each.target)]
    alike = dict(_alike(view, missing))
    return "、".join(f"{each.indicator}{alike.get(each, '')}" for each in missing) or BLANK


def _alike(view: SheetView, missing: list[Approved]) -> Iterator[tuple[Approved, str]]:
    """What is said of a row with the 二级指标 and the target of a missing one, if it is the one."""
    rows = [row for row in view.rows if row.name and row.address not in view.approved]
    subjects = [folded(("", row.text_of(Role.LEVEL2), row.text_of(Role.TARGET))) for row in rows]
    wanted = [folded(("", each.level2, each.target)) for each in missing]
    for each, subject in zip(missing, wanted, strict=True):
        if all(subject[1:]) and subjects.count(subject) == wanted.count(subject) == 1:
            name = rows[subjects.index(subject)].text_of(Role.INDICATOR)
            yield each, f"（二级指标和目标与表上的“{' '.join(name.split())}”相同）"


@lru_cache(maxsize=256)
def _is_waived(target: str) -> bool:
    """Whether what was approved does not apply: nobody misses it."""
    return read_target(target).operator is Operator.not_applicable


APPROVED_SHEET: Mapping[str, Member[SheetView]] = {
    _PAIRS: Member(_pairs),
    "批复缺项": Member(_missing),
}
"""What a sheet says of its approved indicators as a whole."""
