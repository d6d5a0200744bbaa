"""The one question before an export: which rate is printed where two disagree."""

from collections.abc import Iterable

from selfeval_tui.layout.options import Rates
from selfeval_tui.sheet import Address, Batch, sheet_label

ANSWERS = ("印填写的数", "印按 B/A 算出的数", "返回，先去改")


def rate_sentences(batch: Batch, addresses: Iterable[Address]) -> tuple[str, ...]:
    """Each disagreement in words: 附件1-7 …：填的是 94%，按 B/A 应为 95.2%."""
    return tuple(
        f"{sheet_label(batch.sheet(each.sheet))}：填的是 {batch.typed(each)}，"
        f"按 B/A 应为 {batch.computed_text(each)}"
        for each in addresses
    )


def rates_for(answer: int | None) -> Rates | None:
    """What an answer means; None where the clerk goes back."""
    meanings: dict[int | None, Rates] = {0: "typed", 1: "computed"}
    return meanings.get(answer)
