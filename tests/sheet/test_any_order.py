"""Any order of edits gives the same state, and keeping results equals computing them anew."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from selfeval_tui.sheet import Address, Basis, Batch, Ruling, Sheet
from selfeval_tui.text import Direction, VerdictCode
from tests.sheet.build import department, everything, project, with_rows

TEXTS = st.sampled_from(
    [
        "",
        "5",
        "4.76",
        "0",
        "１,０００",
        "20万元",
        "94%",
        "≤3次",
        "不足12次",
        "及时",
        "较健全",
        "无",
        "x\ny",
    ]
)
RULINGS = st.builds(
    Ruling,
    verdict=st.none() | st.sampled_from([VerdictCode.met, VerdictCode.missed]),
    direction=st.none() | st.sampled_from([Direction.higher, Direction.lower]),
    reading=st.sampled_from(["", "≤3次", "看不懂"]),
)
CHANGES = ("rule", "support", "insert", "delete", "move", "remove")
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["undo", "redo", *["set"] * 3, *CHANGES]),
        st.integers(0, 200),
        TEXTS,
        RULINGS,
    ),
    max_size=25,
)


def fresh_batch() -> Batch:
    """Two projects and the department sheet, with a few rows each."""
    first = with_rows(
        project("5", "4.76", "94%"), ("投诉次数", "≤3次", "2次"), ("及时性", "及时", "")
    )
    second = with_rows(project("3", "3"), ("清洗次数", "12次", "不足12次"))
    return Batch([first, second, with_rows(department("7.76"), ("控制率", "≦100%", "69%"))])


def rebuilt(batch: Batch) -> Batch:
    """The same typed content in a batch that has computed nothing yet."""
    return Batch([sheet.copy() for sheet in batch.sheets])


def perform(batch: Batch, what: str, where: int, text: str, ruling: Ruling) -> None:
    """Do one operation somewhere; look at everything first, so that results are kept."""
    everything(batch)
    rows = [
        Address(sheet.id, "", block.name, row.id)
        for sheet in batch.sheets
        for block, row in sheet.rows()
        if block.free
    ]
    growing = [sheet for sheet in batch.sheets if "指标" in sheet.tables]
    match what:
        case "undo":
            batch.undo()
        case "redo":
            batch.redo()
        case "remove" if batch.sheets:
            batch.remove_sheet(batch.sheets[where % len(batch.sheets)].id)
        case "set" if batch.sheets:
            cells = [address for sheet in batch.sheets for address in sheet.addresses()]
            batch.set(cells[where % len(cells)], text)
        case "insert" if growing:
            sheet = growing[where % len(growing)]
            position = where % (len(sheet.tables["指标"]) + 1)
            batch.insert_row(sheet.id, "指标", position, {"三级指标": text, "年初目标值": text})
        case "rule" if rows:
            batch.rule(rows[where % len(rows)], ruling)
        case "support" if rows:
            batch.support(rows[where % len(rows)], Basis(document=text))
        case "delete" if rows:
            batch.delete_row(rows[where % len(rows)])
        case "move" if rows:
            row = rows[where % len(rows)]
            count = len(batch.sheet(row.sheet).tables[row.table])
            batch.move_row(row, where % count)


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_kept_results_equal_a_full_recomputation(
    operations: list[tuple[str, int, str, Ruling]],
) -> None:
    """After any edits, each rate and verdict is what a fresh reading of the texts gives."""
    batch = fresh_batch()
    for operation in operations:
        perform(batch, *operation)
    assert everything(batch) == everything(rebuilt(batch))


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_undoing_everything_restores_the_beginning(
    operations: list[tuple[str, int, str, Ruling]],
) -> None:
    """However much was done, undo leads back to where one began."""
    batch = fresh_batch()
    before = everything(batch)
    for operation in operations:
        perform(batch, *operation)
    while batch.undo():
        pass
    assert everything(batch) == before


@settings(max_examples=60, deadline=None)
@given(OPERATIONS)
def test_redo_leads_back_to_where_undo_began(
    operations: list[tuple[str, int, str, Ruling]],
) -> None:
    """Undoing some steps too many is no harm: Ctrl+Y brings each of them back."""
    batch = fresh_batch()
    for operation in operations:
        perform(batch, *operation)
    after, undone = everything(batch), 0
    while undone < len(operations) and batch.undo():
        undone += 1
    for _ in range(undone):
        batch.redo()
    assert everything(batch) == after


@settings(max_examples=40, deadline=None)
@given(st.permutations(list(range(6))), st.lists(TEXTS, min_size=6, max_size=6))
def test_the_order_of_edits_does_not_matter(order: list[int], texts: list[str]) -> None:
    """Filling six cells in any order gives the same sheet."""

    def fill(sequence: list[int]) -> list[tuple[object, ...]]:
        sheets: list[Sheet] = [with_rows(project(), ("甲", "", "")), department()]
        batch = Batch(sheets)
        cells = [
            Address(sheets[0].id, "预算数", "资金", "合计"),
            Address(sheets[0].id, "执行数", "资金", "合计"),
            Address(sheets[0].id, "年初目标值", "指标", "r1"),
            Address(sheets[0].id, "实际完成值", "指标", "r1"),
            Address(sheets[0].id, "项目名称"),
            Address(sheets[1].id, "项目支出总额"),
        ]
        for number in sequence:
            batch.set(cells[number], texts[number])
        return list(everything(batch).values())

    assert fill(order) == fill(list(range(6)))


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.decimals(1, 10**9, places=2))
def test_rate_is_exact_for_any_amounts(spent: Decimal, budget: Decimal) -> None:
    """No amount loses a digit on its way into 执行率."""
    sheet = project(str(budget), str(spent))
    batch = Batch([sheet])
    computed = batch.computed(Address(sheet.id, "执行率", "资金", "合计"))
    assert isinstance(computed, Decimal)
    assert abs(computed * budget - spent) <= budget * Decimal("1e-30")
