"""自查结果: what a supervisor reads: counts, the findings one by one, what was not checked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from selfeval_tui.checks import Finding, Severity, State
from selfeval_tui.checks.groups import waits
from selfeval_tui.checks.overlay import Altered
from selfeval_tui.excel.report import NOTHING, Report, ReportColumn, write_reports
from selfeval_tui.layout.box import Content
from selfeval_tui.layout.names import about_unit, first_year
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.layout.paper import LANDSCAPE
from selfeval_tui.sheet import Batch, Sheet, print_cell, sheet_mark, sheet_subject
from selfeval_tui.spec.model import Align

SUMMARY, FINDINGS, SKIPPED, ALTERED = "自查汇总", "问题清单", "未查", "规则调整"
_WHOLE_YEAR = "各表之间"
_FINE = "没有待处理的问题。"
_STATES = (State.explained, State.kept, State.skipped)
_SUMMARY = (
    ReportColumn("附件号", 21),
    ReportColumn("项目", 53, Align.LEFT),
    *(ReportColumn(severity.label, 14) for severity in Severity),
    *(ReportColumn(state.label, 40 / len(_STATES)) for state in _STATES),
)
_FINDINGS = (
    ReportColumn("序号", 11),
    ReportColumn("附件号", 18),
    ReportColumn("位置", 28),
    ReportColumn("级别", 18),
    ReportColumn("填报", 26),
    ReportColumn("应为或对照", 25),
    ReportColumn("相差", 21),
    ReportColumn("问题和怎么办", 84, Align.LEFT),
    ReportColumn("状态和理由", 26, Align.LEFT),
)
_SKIPPED = (
    ReportColumn("附件号", 24),
    ReportColumn("规则", 24),
    ReportColumn("处数", 14),
    ReportColumn("为什么没有查", 108, Align.LEFT),
)
_ALTERED = (
    ReportColumn("规则", 34),
    ReportColumn("改了什么", 68, Align.LEFT),
    ReportColumn("理由", 68, Align.LEFT),
)


@frozen
class Audit:
    """What was found, and by which rules."""

    batch: Batch
    sheets: tuple[Sheet, ...]
    """The sheets that were checked."""
    findings: tuple[Finding, ...]
    altered: tuple[Altered, ...]
    """What the workspace changed of the rules."""
    today: date

    @property
    def demo(self) -> bool:
        """Whether these are figures of the 示例."""
        return any(sheet.demo for sheet in self.sheets)

    @property
    def about(self) -> str:
        """Whose sheets, and when they were checked."""
        day = f"{self.today.year}年{self.today.month}月{self.today.day}日"
        return f"{about_unit(self.sheets)}　自查日期：{day}"

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """Sheet by sheet, the year last; the heaviest first, what is open before what is not."""
        places = [*(sheet.id for sheet in self.sheets), ""]
        states = list(State)

        def rank(finding: Finding) -> tuple[int, int, int]:
            return places.index(finding.sheet), finding.severity.rank, states.index(finding.state)

        return tuple(sorted(self.findings, key=rank))

    def title(self, what: str) -> str:
        """The title of one of its tables."""
        return f"{first_year(self.sheets)}绩效自评{what}"


def write_audit(audit: Audit, options: ExportOptions) -> bytes:
    """The workbook: a summary, the findings, and further tables where there is something to say.

    Raises:
        ExportError: A cell could not be written.
    """
    return write_reports(reports(audit), options, audit.today)


def reports(audit: Audit) -> Iterator[Report]:
    """Its tables."""
    yield _summary(audit)
    yield _findings(audit)
    skipped = tuple(_skipped(audit))
    if skipped:
        yield Report(
            SKIPPED, audit.title("自查未查事项"), audit.about, _SKIPPED, skipped, demo=audit.demo
        )
    altered = tuple((each.code, each.what, each.reason) for each in audit.altered)
    if altered:
        yield Report(
            ALTERED, audit.title("自查规则调整"), audit.about, _ALTERED, altered, demo=audit.demo
        )


def _summary(audit: Audit) -> Report:
    rows = [
        (sheet_mark(sheet), sheet_subject(sheet), *_counts(_of(audit, sheet.id)))
        for sheet in audit.sheets
    ]
    whole = _of(audit, "")
    if whole:
        rows.append((_WHOLE_YEAR, "", *_counts(whole)))
    return Report(
        name=SUMMARY,
        title=audit.title("自查结果"),
        about=audit.about,
        columns=_SUMMARY,
        rows=tuple(rows),
        total=("", "合计", *_counts(audit.findings)),
        note="\n".join(_notes(audit)),
        demo=audit.demo,
    )


def _of(audit: Audit, sheet: str) -> tuple[Finding, ...]:
    return tuple(each for each in audit.findings if each.sheet == sheet)


def _counts(findings: Sequence[Finding]) -> tuple[Content, ...]:
    """待处理 by severity, then what is settled and what was not checked."""
    open_ = Counter(each.severity for each in findings if waits(each))
    states = Counter(each.state for each in findings)
    counts = (*(open_[severity] for severity in Severity), *(states[state] for state in _STATES))
    return tuple(str(count) if count else NOTHING for count in counts)


def _notes(audit: Audit) -> Iterator[str]:
    yield "错误、需说明、警告、提示各栏是还没有处理的问题；“问题清单”逐条列出。"
    if any(each.state is State.skipped for each in audit.findings):
        yield f"缺数未查的是有关栏目没有填、无从核对的，见“{SKIPPED}”。"
    if audit.altered:
        yield f"本单位调整了 {len(audit.altered)} 处自查规则（理由见“{ALTERED}”）："
        yield from (f"{each.code}：{each.what}" for each in audit.altered)


def _findings(audit: Audit) -> Report:
    listed = [each for each in audit.in_order if each.state is not State.skipped]
    rows = tuple(_line(audit, number, each) for number, each in enumerate(listed, start=1))
    return Report(
        name=FINDINGS,
        title=audit.title("自查问题清单"),
        about=audit.about,
        columns=_FINDINGS,
        rows=rows,
        note="" if rows else _FINE,
        demo=audit.demo,
        paper=LANDSCAPE,
    )


def _line(audit: Audit, number: int, finding: Finding) -> tuple[Content, ...]:
    return (
        str(number),
        _mark(audit, finding),
        _where(audit.batch, finding),
        f"{finding.severity.label}\n{finding.code}",
        finding.actual,
        finding.expected,
        finding.difference,
        f"{finding.message}\n怎么办：{finding.fix}",
        finding.state.label + (f"\n{finding.settled}" if finding.settled else ""),
    )


def _mark(audit: Audit, finding: Finding) -> str:
    return sheet_mark(audit.batch.sheet(finding.sheet)) if finding.sheet else _WHOLE_YEAR


def _where(batch: Batch, finding: Finding) -> str:
    """The first cell to look at, in words; with its 附件号 where it is on another sheet."""
    if not finding.at:
        return NOTHING
    at = finding.at[0]
    sheet = batch.sheet(at.sheet)
    cell = print_cell(sheet, at)
    return cell if at.sheet == finding.sheet else f"{sheet_mark(sheet)} {cell}".rstrip()


def _skipped(audit: Audit) -> Iterator[tuple[Content, ...]]:
    """What was not checked, equal cases of a sheet together."""
    skipped = (each for each in audit.in_order if each.state is State.skipped)
    cases = Counter((_mark(audit, each), each.code, each.message) for each in skipped)
    for (mark, code, message), count in cases.items():
        yield mark, code, str(count), message
