"""One sheet in figures, as lists of sheets show it."""

from collections import Counter
from collections.abc import Mapping

from attrs import evolve, frozen

from selfeval_tui.sheet.accounts import figure_names
from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.life import Life
from selfeval_tui.sheet.place import sheet_mark, sheet_subject
from selfeval_tui.sheet.progress import Progress, progress
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.sheet.totals import money_cell
from selfeval_tui.spec.model import Role
from selfeval_tui.text import VerdictCode


@frozen
class Summary:
    """What is worth knowing of a sheet before it is opened; texts are as typed."""

    sheet: str
    attachment: str
    name: str
    """项目名称, or the unit's name where the sheet is about no project."""
    budget: str
    spent: str
    unit: str
    """元 or 万元; empty where the sheet has no money table."""
    rate: str
    computed_rate: str
    rate_differs: bool
    """Whether the typed rate says something else than 执行数 ÷ 预算数."""
    progress: Progress
    life: Life
    printed: bool
    """Whether it is handed in; figures of the accounts (决算数据) are not."""
    typed: int
    """How many of its fields without a role say something: the figures of the accounts."""
    verdicts: Mapping[VerdictCode, int] | None
    """How many rows have each verdict; None before they were judged."""

    def count(self, code: VerdictCode) -> int | None:
        """How many rows have a verdict; None before they were judged."""
        return None if self.verdicts is None else self.verdicts.get(code, 0)


def summarise(batch: Batch, sheet: Sheet) -> Summary:
    """Look a sheet through.

    Args:
        batch: Knows what follows from what was typed.
        sheet: One of its sheets.
    """
    return with_verdicts(batch, without_verdicts(batch, sheet))


def with_verdicts(batch: Batch, summary: Summary) -> Summary:
    """The summary after its rows were judged, which takes the most time."""
    return evolve(summary, verdicts=_verdicts(batch, batch.sheet(summary.sheet)))


def without_verdicts(batch: Batch, sheet: Sheet) -> Summary:
    """The summary before its rows were judged."""
    budget, spent, rate = (money_cell(sheet, role) for role in (Role.BUDGET, Role.SPENT, Role.RATE))
    return Summary(
        sheet=sheet.id,
        attachment=sheet_mark(sheet),
        name=sheet_subject(sheet),
        budget=batch.typed(budget) if budget else "",
        spent=batch.typed(spent) if spent else "",
        unit=_unit(sheet, budget),
        rate=batch.typed(rate) if rate else "",
        computed_rate=batch.computed_text(rate) if rate else "",
        rate_differs=rate is not None and disagrees(batch, rate),
        progress=progress(sheet),
        life=sheet.life,
        printed=sheet.spec.printed,
        typed=sum(1 for name in figure_names(sheet.spec) if sheet.fields.get(name, "").strip()),
        verdicts=None,
    )


def _unit(sheet: Sheet, cell: Address | None) -> str:
    return sheet.spec.table(cell.table).column(cell.name).unit if cell else ""


def _verdicts(batch: Batch, sheet: Sheet) -> Mapping[VerdictCode, int]:
    found = (
        batch.verdict(Address(sheet.id, "", table.name, row.id)) for table, row in sheet.rows()
    )
    return Counter(verdict.code for verdict in found if verdict is not None)
