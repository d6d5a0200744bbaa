"""A finding in words: as one line, fit to be sent in a chat, and its figures side by side."""

import re
from collections.abc import Iterator

from selfeval_tui.checks.finding import Finding, Severity, State
from selfeval_tui.sheet import Batch, sheet_mark

ON_THE_FORM = "表上的原因分析写明了原因"
_WHOLE_YEAR = "各表"
_ASK = "，请核实。"
_GLUED = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
"""Blanks beside Chinese: they help on the screen and look odd in a chat."""


def one_line(batch: Batch, finding: Finding) -> str:
    """A finding as a colleague would write it.

    It reads 附件1-7 执行率：填94%，按4.76÷5应为95.2%，请核实。

    Args:
        batch: Where the sheet is.
        finding: What is found.
    """
    said = _GLUED.sub("", " ".join(finding.message.split()))
    end = "。" if finding.state in {State.skipped, State.broken} else _ASK
    return f"{sheet_name(batch, finding)} {said}{end}"


def sheet_name(batch: Batch, finding: Finding) -> str:
    """附件号 of its sheet; 各表 where it is about the whole year."""
    return sheet_mark(batch.sheet(finding.sheet)).strip() if finding.sheet else _WHOLE_YEAR


def reason(finding: Finding) -> str:
    """Why a settled finding may stand: what the clerk wrote, else where it is written."""
    return finding.settled or ON_THE_FORM


def figures(finding: Finding) -> Iterator[tuple[str, str]]:
    """填报, what it is compared with and 相差, as far as there is something to compare.

    Only an 错误 knows what ought to stand there; elsewhere neither side is called right.
    """
    if finding.expected or finding.difference:
        beside = "应为" if finding.severity is Severity.error else "对照"
        parts = {"填报": finding.actual, beside: finding.expected, "相差": finding.difference}
        yield from ((label, text) for label, text in parts.items() if text)
