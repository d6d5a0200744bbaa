"""What 总览 says in sentences: about one sheet, and about the year."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from selfeval_tui.sheet import Progress, Stage, Totals
from selfeval_tui.sheet.show import show_value
from selfeval_tui.sheet.summary import Summary
from selfeval_tui.spec.model import Field, Kind
from selfeval_tui.text import VerdictCode, format_number

if TYPE_CHECKING:
    from selfeval_tui.checks.groups import Problems
    from selfeval_tui.store.kept.handed_out import Standing

BESIDE = "部门决算里的数，附件2与它核对，标准指标的比率由它算出；可填可不填，不导出，不报送。"
_RATE = Field("执行率", Kind.PERCENT)


def rate_text(rate: Decimal | None) -> str:
    """A ratio as a percentage; empty where there is none."""
    return "" if rate is None else show_value(rate, _RATE)


def amount(number: Decimal | None) -> str:
    """An amount; empty where there is none."""
    return "" if number is None else format_number(number)


def sheet_sentences(summary: Summary) -> Iterator[str]:
    """The chosen sheet in full: where it stands, money, progress, verdicts."""
    if not summary.printed:
        yield BESIDE
        return
    if summary.life.stage is not Stage.draft:
        yield f"{summary.life.words}。"
    if summary.unit:
        yield _money_sentence(summary)
    yield f"必填 {summary.progress.total} 格，已填 {summary.progress.filled} 格。"
    if summary.verdicts is not None:
        yield _verdict_sentence(summary.verdicts)


def problem_sentence(found: "Problems | None") -> str:
    """What a reviewer would say of the chosen sheet; empty before that is known."""
    if found is None:
        return ""
    weights = sorted(found.counts, key=lambda each: each.rank)
    counts = "，".join(f"{each.label} {found.counts[each]}" for each in weights)
    return f"待处理的问题：{counts}。" if counts else "没有查出问题。"


def _money_sentence(summary: Summary) -> str:
    money = "，".join(
        f"{label} {text}{summary.unit}" if text else f"{label}未填"
        for label, text in (("预算数", summary.budget), ("执行数", summary.spent))
    )
    if not summary.rate:
        computed = summary.computed_rate
        return f"{money}，执行率未填" + (
            f"（按 执行数÷预算数 为 {computed}）。" if computed else "。"
        )
    if summary.rate_differs:
        return (
            f"{money}；执行率填的是 {summary.rate}，按 执行数÷预算数 应为 {summary.computed_rate}。"
        )
    return f"{money}，执行率 {summary.rate}。"


def _verdict_sentence(verdicts: Mapping[VerdictCode, int]) -> str:
    counts = [f"{code.label} {verdicts[code]}" for code in VerdictCode if verdicts.get(code)]
    total = sum(verdicts.values())
    return f"指标 {total} 行：{'，'.join(counts)}。" if counts else "还没有指标行。"


def agreement(totals: Totals) -> str:
    """附件1 beside 附件2; which one is wrong is not for the program to say."""
    if totals.spent is None:
        return "附件1还没有填执行数。"
    spent = f"附件1执行数合计 {amount(totals.spent)}"
    label = f"附件2{totals.department_label}"
    if totals.gap is None:
        return f"{spent}，{label}还没有填。"
    both = f"{spent}，{label} {amount(totals.department_total)}"
    if not totals.gap:
        return f"{both}，两数一致。"
    return f"{both}，相差 {amount(abs(totals.gap))}，请核对。"


def compared(standing: "Standing") -> str:
    """How far a sheet that came back (退回修改) differs from what was finalised."""
    return "定稿的那一版没有留底。" if standing.never else f"与定稿相比：{standing.words}。"


def units(summaries: Sequence[Summary]) -> str:
    """The unit of all amounts, as in （万元）; empty where the sheets have several."""
    found = {summary.unit for summary in summaries if summary.unit}
    return f"（{found.pop()}）" if len(found) == 1 else ""


def whole(summaries: Sequence[Summary]) -> Progress:
    """The progress of all sheets together."""
    return sum((summary.progress for summary in summaries), Progress(0, 0))
