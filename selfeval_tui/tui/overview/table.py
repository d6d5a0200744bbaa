"""The lines of 总览: figures in columns, the name last, where it may be long."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len
from textual.content import Content

from selfeval_tui.sheet import Stage, Totals
from selfeval_tui.sheet.summary import Summary
from selfeval_tui.tui.fitting import fit
from selfeval_tui.tui.glyphs import here
from selfeval_tui.tui.overview.words import amount, rate_text, units, whole

if TYPE_CHECKING:
    from selfeval_tui.checks.groups import Problems

Found = Mapping[str, "Problems | None"]
"""What waits on each sheet; None before that is known."""

HEADERS = ("附件号", "预算数", "执行数", "执行率", "已填", "错误", "需说明", "项目名称")
STATE = "状态"
WIDEST_MARK = 12
"""An 附件号 beyond this is cut, so that the figures stay in sight."""
LEAST_NAME = 16
"""Below this the columns move together to leave room for the name."""


@frozen
class Line:
    """The texts of one line and how each is written."""

    texts: tuple[str, ...]
    styles: tuple[str, ...]


@frozen
class Table:
    """All lines of 总览, laid out for one width."""

    header: Content
    rows: tuple[Content, ...]
    total: Content


def lay_out(
    listed: Sequence[Summary],
    summaries: Sequence[Summary],
    found: Found,
    totals: Totals,
    width: int,
) -> Table:
    """Set the lines into columns.

    Args:
        listed: The sheets that get a line, and what stands beside them.
        summaries: All sheets that are handed in, which the last line counts.
        found: What waits on each of them.
        totals: Their sums.
        width: The cells of a line.
    """
    header = Line(HEADERS, ("bold",) * len(HEADERS))
    rows = [_sheet_line(each, found) if each.printed else _beside_line(each) for each in listed]
    total = _total_line(summaries, found, totals)
    if any(each.life.stage is not Stage.draft for each in summaries):
        header, total = _with_state(header, STATE), _with_state(total, "")
        states = (each.life.stage.label if each.printed else "" for each in listed)
        rows = [_with_state(row, state) for row, state in zip(rows, states, strict=True)]
    widths = _widths((header, *rows, total))
    gap = 2 if sum(widths) + 2 * len(widths) + LEAST_NAME <= width else 1
    return Table(
        header=_draw(header, widths, gap, width),
        rows=tuple(_draw(row, widths, gap, width) for row in rows),
        total=_draw(total, widths, gap, width),
    )


def _sheet_line(summary: Summary, found: Found) -> Line:
    rate = summary.rate
    if summary.rate_differs:
        rate = f"{rate}{here().arrow}{summary.computed_rate}"
    elif not rate and summary.computed_rate:
        rate = f"({summary.computed_rate})"
    filled = summary.progress
    errors, unexplained = weights((summary.sheet,), found)
    texts = (
        summary.attachment,
        summary.budget,
        summary.spent,
        rate,
        f"{filled.filled}/{filled.total}",
        _count(errors),
        _count(unexplained),
        summary.name,
    )
    done = "" if filled.filled == filled.total else "bold $lit"
    differs = "bold $wrong" if summary.rate_differs else ""
    wrong = "bold $wrong" if errors else "$quiet"
    asked = "bold $lit" if unexplained else "$quiet"
    return Line(texts, ("", "", "", differs, done, wrong, asked, ""))


def _beside_line(summary: Summary) -> Line:
    """What is not handed in (决算数据) stands apart: no figures, nothing that has to be filled."""
    blank = ("",) * (len(HEADERS) - 2)
    said = f"已填 {summary.typed} 项，只供核对，不导出"
    return Line((summary.attachment, *blank, said), ("$quiet",) * len(HEADERS))


def _with_state(line: Line, state: str) -> Line:
    """A line with the state before the name; shown once a sheet is more than a draft."""
    texts = (*line.texts[:-1], state, line.texts[-1])
    return Line(texts, (*line.styles[:-1], line.styles[0], line.styles[-1]))


def _total_line(summaries: Sequence[Summary], found: Found, totals: Totals) -> Line:
    filled = whole(summaries)
    texts = (
        "合计",
        amount(totals.budget),
        amount(totals.spent),
        rate_text(totals.rate),
        f"{filled.filled}/{filled.total}",
        *map(_count, weights((each.sheet for each in summaries), found)),
        f"{len(summaries)}张表{units(summaries)}",
    )
    return Line(texts, ("bold",) * len(texts))


def weights(sheets: Iterable[str], found: Found) -> tuple[int | None, int | None]:
    """How many 错误 and 需说明 wait on some sheets; None before that is known."""
    errors = unexplained = 0
    for sheet in sheets:
        problems = found.get(sheet)
        if problems is None:
            return None, None
        errors += problems.of_rank(0)
        unexplained += problems.of_rank(1)
    return errors, unexplained


def _count(number: int | None) -> str:
    if number is None:
        return ""
    return str(number) if number else here().not_applicable


def _widths(lines: Iterable[Line]) -> tuple[int, ...]:
    columns = zip(*(line.texts[:-1] for line in lines), strict=True)
    first, *others = (max(cell_len(text) for text in column) for column in columns)
    return (min(first, WIDEST_MARK), *others)


def _draw(line: Line, widths: tuple[int, ...], gap: int, width: int) -> Content:
    parts = [(fit(line.texts[0], widths[0]), line.styles[0])]
    for text, style, each in zip(line.texts[1:-1], line.styles[1:-1], widths[1:], strict=True):
        parts.append((" " * gap + fit(text, each, right=True), style))
    room = width - sum(widths) - gap * len(widths)
    parts.append((" " * gap + fit(line.texts[-1], room), line.styles[-1]))
    return Content.assemble(*parts)
