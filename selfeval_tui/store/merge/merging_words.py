"""A place where two versions of a sheet part, in a clerk's words: where it is, and both texts."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from selfeval_tui.sheet import (
    Address,
    Approved,
    Basis,
    Explanation,
    Life,
    Remark,
    Ruling,
    Sheet,
    print_address,
    sheet_label,
)
from selfeval_tui.sheet.compare import BETWEEN
from selfeval_tui.sheet.tell import BLANK
from selfeval_tui.spec.model import Role
from selfeval_tui.store.merge.merging import Merge, Point, Who
from selfeval_tui.store.merge.parts import Key, Kind

_CHANGED: Mapping[Who, str] = {
    Who.WE: "这里改的",
    Who.THEY: "别处改的",
    Who.BOTH: "两边都改了，请选一边",
}
_FILLED: Mapping[Who, str] = {
    Who.WE: "只有这里有",
    Who.THEY: "只有另一边有",
    Who.BOTH: "两边不同，请选一边",
}
NONE = "（没有）"
WHOLE = "整张表"
REMOVED = "已删除"


@frozen
class ToldPoint:
    """One place; the texts are on one line each."""

    where: str
    ours: str
    theirs: str
    about: str = ""
    """Which sheet and indicator that is, by name: （甲项目，检查次数）; empty for neither."""


def tell_point(found: Merge, point: Point) -> ToldPoint:
    """Say where versions part.

    Args:
        found: The versions of the sheet.
        point: One of its points.
    """
    sheets = [each for each in (found.ours, found.theirs) if each is not None]
    key = point.key
    if key.kind is Kind.SHEET:
        return ToldPoint(
            sheet_label(sheets[0]), _whole(found, found.ours), _whole(found, found.theirs)
        )
    texts = _order(point) if key.kind is Kind.ORDER else (_said(point.ours), _said(point.theirs))
    return ToldPoint(_where(sheets, key), *texts, _about(sheets, key))


def tell_who(found: Merge, point: Point) -> str:
    """Who changed it; without the version that both came from, who has anything there."""
    return (_CHANGED if found.base else _FILLED)[point.who]


def _where(sheets: list[Sheet], key: Key) -> str:
    sheet = next((each for each in sheets if key.row in each.tables.get(key.table, {})), sheets[0])
    on_cell = key.kind is Kind.CELL
    address = Address(sheet.id, key.name if on_cell else "", key.table if key.row else "", key.row)
    table = f"/{key.table}" if key.table and not key.row else ""
    what = {
        Kind.ORDER: "/行的次序",
        Kind.RULING: "/人工判定",
        Kind.BASIS: "/依据",
        Kind.EXPLANATION: "/说明",
        Kind.REMARK: "/财政意见",
        Kind.APPROVED: "/批复目标",
        Kind.LIFE: "/状态",
    }.get(key.kind, "")
    return f"{print_address(sheet, address)}{table}{what}"


def _about(sheets: list[Sheet], key: Key) -> str:
    """The project where no 附件号 tells sheets apart, and the indicator of the row."""
    sheet = next((each for each in sheets if key.row in each.tables.get(key.table, {})), None)
    names = []
    if not sheets[0].with_role(Role.ATTACHMENT).strip():
        names.append(sheets[0].with_role(Role.PROJECT_NAME))
    column = sheet.spec.table(key.table).with_role(Role.INDICATOR) if sheet else None
    if sheet and column and key.name != column.name:
        names.append(sheet.row(key.table, key.row).cells.get(column.name, ""))
    said = "，".join(" ".join(name.split()) for name in names if name.strip())
    return f"（{said}）" if said else ""


def _whole(found: Merge, sheet: Sheet | None) -> str:
    """What is chosen where only the whole sheet can be."""
    if sheet is None:
        return REMOVED if found.base else NONE
    return f"{WHOLE}（{sheet.life.words}）"


def _order(point: Point) -> tuple[str, str]:
    """Two orders of the same rows, as their numbers in ours: 1 2 3, and 2 1 3."""
    assert isinstance(point.ours, tuple)
    assert isinstance(point.theirs, tuple)
    numbers = {row: str(number) for number, row in enumerate(point.ours, start=1)}
    ours, theirs = (" ".join(numbers[row] for row in order) for order in (point.ours, point.theirs))
    return ours, theirs


def _said(part: object) -> str:
    match part:
        case str():
            text = part
        case Ruling():
            text = _ruling(part)
        case Basis():
            text = part.in_words()
        case Explanation():
            text = part.text
        case Remark():
            text = "；".join(filter(None, (part.text, part.answer.label, part.reason)))
        case Life():
            text = part.words
        case [Approved(), *_]:
            text = _approved(tuple(each for each in part if isinstance(each, Approved)))
        case Mapping():
            cells = (said for key, said in part.items() if key.kind is Kind.CELL)
            text = BETWEEN.join(str(said) for said in cells) or "空行"
        case _:
            return NONE
    return " ".join(text.split()) or BLANK


def _approved(approved: Sequence[Approved]) -> str:
    """How many, where from, and each with its target: 2行（目标表.docx）：次数 12次；人数 5人."""
    sources = "、".join(dict.fromkeys(each.source for each in approved if each.source))
    rows = "；".join(f"{each.indicator} {each.target}" for each in approved)
    return f"{len(approved)}行{f'（{sources}）' if sources else ''}：{rows}"


def _ruling(ruling: Ruling) -> str:
    parts = (
        ruling.verdict.label if ruling.verdict else "",
        ruling.direction.label if ruling.direction else "",
        f"读作 {ruling.reading}" if ruling.reading else "",
    )
    return "；".join(filter(None, parts))
