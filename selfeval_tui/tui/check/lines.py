"""自查 in words: a line for each entry, what is said of the one under the cursor, the counts."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import counted, is_settled
from selfeval_tui.checks.lines import figures, reason
from selfeval_tui.sheet import Batch, Explanation, print_address
from selfeval_tui.tui.check.view import Entry, name_of, state_counts
from selfeval_tui.tui.fill.content import Piece, Tone, severity_piece
from selfeval_tui.tui.fill.explain.remark import Remark
from selfeval_tui.tui.fitting import fit, short
from selfeval_tui.tui.glyphs import here

INKS = {
    Severity.error: "bold $wrong",
    Severity.explain: "bold $lit",
    Severity.warn: "",
    Severity.info: "$quiet",
}
WIDEST_MARK = 12
CODE_WIDTH = 9
WEIGHT_WIDTH = 9
"""The mark and name of a severity: * 需说明."""


def lines(batch: Batch, listed: Sequence[Entry]) -> list[Content]:
    """A line for each entry; the free text comes last."""
    marks = [short(name_of(batch, each.first.sheet), WIDEST_MARK) for each in listed]
    widest = max(map(cell_len, marks), default=0)
    return [
        Content.assemble(
            _weight(entry),
            f"{fit(mark, widest)} {fit(entry.first.code, CODE_WIDTH)}",
            (_state(entry.first), "$quiet"),
            (f"共 {len(entry.group)} 处，如 " if entry.folds else "", "$lit"),
            " ".join(entry.first.message.split()),
        )
        for entry, mark in zip(listed, marks, strict=True)
    ]


def counts_line(findings: Sequence[Finding]) -> Content:
    """错误 2 · 需说明 1 · 警告 5, then how many are settled."""
    counts, dot = counted(findings), f" {here().dot} "
    open_ones = [
        (f"{each.label} {counts[each]}", INKS[each]) for each in Severity if each in counts
    ]
    others = [(f"{state.label} {count}", "$quiet") for state, count in state_counts(findings)]
    return Content(dot).join([Content.styled(*part) for part in (*open_ones, *others)])


def remarks(batch: Batch, finding: Finding, lapsed: Explanation | None) -> tuple[Remark, ...]:
    """All that is to be said of a finding."""
    return tuple(
        Remark((Piece(f"{label} ", Tone.LABEL), Piece(text)))
        for label, text in _about(batch, finding, lapsed)
    )


def _about(batch: Batch, finding: Finding, lapsed: Explanation | None) -> Iterator[tuple[str, str]]:
    yield "问题", finding.message
    if compared := "，".join(f"{label} {text}" for label, text in figures(finding)):
        yield "比较", compared
    if finding.missing:
        yield "缺", "、".join(finding.missing)
    if is_settled(finding):
        yield finding.state.label, reason(finding)
    elif finding.fix:
        yield "怎么办", finding.fix
    if lapsed is not None:
        yield "原说明", f"{lapsed.text}（{lapsed.date} 写的，数改过，已失效）"
    yield "位置", _place(batch, finding)
    yield "规则", f"{finding.code}，{finding.severity.label}，{finding.state.label}"


def _weight(entry: Entry) -> Content:
    """The mark of the severity, deeper for one of a group."""
    severity = entry.first.severity
    if entry.single and len(entry.group) > 1:
        return Content(" " * WEIGHT_WIDTH)
    words = severity_piece(severity, here(), severity.label).text
    return Content.styled(fit(words, WEIGHT_WIDTH), INKS[severity])


def _state(finding: Finding) -> str:
    return "" if finding.state is State.open else f"{finding.state.label} "


def _place(batch: Batch, finding: Finding) -> str:
    if not finding.at:
        return name_of(batch, finding.sheet)
    cells = [print_address(batch.sheet(each.sheet), each) for each in finding.at[:3]]
    return "、".join(cells) + (here().more if len(finding.at) > len(cells) else "")
