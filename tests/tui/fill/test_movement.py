"""Where the keys put the cursor."""

from selfeval_tui.tui.fill.drawing import Drawing
from selfeval_tui.tui.fill.lines import LineKind, Spot
from selfeval_tui.tui.fill.movement import Movement, is_to_fill
from tests.tui.fill.build import demo_batch, drawing_of, field, indicator, money, one


def _movement(drawing: Drawing) -> Movement:
    return Movement(drawing.sheet_lines, drawing.widths)


def _name(drawing: Drawing, spot: Spot) -> str:
    return drawing.sheet_lines.address(spot).name


def test_up_and_down_keep_the_column_across_other_lines() -> None:
    """From a target up over the header to the money, and back to the same column."""
    batch = demo_batch()
    drawing = drawing_of(batch, "附件1-7")
    movement, sheet = _movement(drawing), one(batch, "附件1-7")
    start = drawing.sheet_lines.spots[indicator(sheet, 0, "年初目标值")]
    x = movement.left_edge(start)
    up = movement.vertical(start, -1, x)
    assert _name(drawing, up) == "执行数"
    assert movement.vertical(up, 1, x) == start


def test_headings_and_headers_are_passed_over() -> None:
    """The cursor only stands on cells."""
    drawing = drawing_of(demo_batch(), "附件1-7")
    movement = _movement(drawing)
    spot = movement.first()
    seen = [spot]
    while (following := movement.vertical(spot, 1, 0)) != spot:
        spot = following
        seen.append(spot)
    kinds = {drawing.lines[each.line].kind for each in seen}
    assert kinds == {LineKind.FIELD, LineKind.ROW, LineKind.NOTE}
    assert spot == movement.last()


def test_a_page_stops_at_the_ends() -> None:
    """PgDn at the foot stays at the foot."""
    drawing = drawing_of(demo_batch(), "附件2")
    movement = _movement(drawing)
    assert movement.vertical(movement.first(), 1000, 0).line == movement.last().line
    assert movement.vertical(movement.last(), -1000, 0) == movement.first()


def test_tab_visits_every_cell_to_fill_once_and_skips_the_computed() -> None:
    """Walking with Tab from the top reaches all that is typed by hand, in reading order."""
    drawing = drawing_of(demo_batch(), "附件1-7")
    movement = _movement(drawing)
    spot = movement.first()
    walked = [spot]
    while (following := movement.following(spot)) != spot:
        spot = following
        walked.append(spot)
    expected = [
        Spot(number, stop)
        for number, line in enumerate(drawing.lines)
        for stop in line.stops
        if is_to_fill(line.boxes[stop])
    ]
    assert walked == expected
    assert not {"执行率", "标题", "备注"} & {_name(drawing, each) for each in walked}


def test_shift_tab_walks_back_the_same_way() -> None:
    """What Tab does, Shift+Tab undoes."""
    drawing = drawing_of(demo_batch(), "附件2")
    movement = _movement(drawing)
    spot = movement.first()
    for _ in range(40):
        following = movement.following(spot)
        assert movement.preceding(following) == spot
        spot = following


def test_sideways_stays_in_the_line() -> None:
    """At the end of a row the cursor stays."""
    batch = demo_batch()
    drawing = drawing_of(batch, "附件1-7")
    movement = _movement(drawing)
    last = drawing.sheet_lines.spots[money(one(batch, "附件1-7"), "执行率")]
    assert movement.sideways(last, 1) == last
    assert _name(drawing, movement.sideways(last, -2)) == "预算数"


def test_a_section_begins_with_its_first_cell() -> None:
    """Jumping to a section stands on something to fill."""
    batch = demo_batch()
    drawing = drawing_of(batch, "附件1-7")
    movement, sheet = _movement(drawing), one(batch, "附件1-7")
    assert drawing.sheet_lines.address(movement.section(1)) == field(sheet, "项目名称")
    assert drawing.sheet_lines.address(movement.section(3)) == indicator(sheet, 0, "一级指标")
    assert movement.section(99) == movement.section(5)
    assert movement.section(-1) == movement.first()
