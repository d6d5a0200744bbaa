"""What 总览 does with the life of a sheet, and with the figures of the accounts beside them."""

from collections.abc import Collection

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import FIGURES, Role, Spec
from selfeval_tui.tui.life.flow import LifeFlow
from selfeval_tui.tui.life.refused import refused
from selfeval_tui.tui.overview.doing import SheetDoings
from selfeval_tui.tui.titles import unit_of, year_of


class SheetLife(SheetDoings):
    """The part of 总览 that finalises sheets, marks them as handed in and opens them again."""

    def open(self, sheet_id: str, at: Address | None = None, notice: str = "") -> None:
        """Fill a sheet."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key makes sense now; what does not fit the sheet's state is left out."""
        if action in LIFE:
            return self._flow.can(action, self.chosen)
        if action == "figures":
            return form_of_figures(self.session.batch) is not None
        return super().check_action(action, parameters)

    def action_finalise(self) -> None:
        """定稿."""
        if self.chosen:
            self._flow.finalise(self.chosen)

    def action_submit_sheet(self) -> None:
        """标为已报送."""
        if self.chosen:
            self._flow.submit(self.chosen)

    def action_reopen(self) -> None:
        """退回修改."""
        if self.chosen:
            self._flow.reopen(self.chosen)

    def action_since_final(self) -> None:
        """What differs from the 定稿."""
        if self.chosen:
            self._flow.show_since_final(self.chosen)

    def action_figures(self) -> None:
        """Fill the figures of the accounts; they are made where there are none of the year."""
        from selfeval_tui.sheet.accounts import figure_names, figures_sheet
        from selfeval_tui.sheet.create import filled_sheet
        from selfeval_tui.tui.desk import put

        batch, spec = self.session.batch, form_of_figures(self.session.batch)
        if spec is None:
            return
        year = year_of(batch, self.session.clock().date())
        sheet = figures_sheet(batch, year)
        if sheet is None:
            known = {Role.YEAR: year, Role.UNIT_NAME: unit_of(batch)}
            sheet = filled_sheet(spec, known, demo=self.session.demo)
            put(batch, (sheet,), f"新建{spec.name}")
        first = next(figure_names(sheet.spec), "")
        self.open(sheet.id, Address(sheet.id, first) if first else None)

    @property
    def _flow(self) -> LifeFlow:
        def go(at: Address, words: str) -> None:
            self.open(at.sheet, at, words)

        return LifeFlow(lambda: self, self.session, self.tell, go)

    def _refused(self, sheets: Collection[str]) -> None:
        """A locked sheet was to be changed, by undo for instance."""
        if self.is_current:
            self.tell(refused(self.session.batch, sheets))


LIFE = frozenset({"finalise", "submit_sheet", "reopen", "since_final"})
"""The actions whose sense depends on where the sheet stands."""


def form_of_figures(batch: Batch) -> Spec | None:
    """The form for the figures of the accounts that the unit's family has; None without one."""
    families = dict.fromkeys(sheet.spec.id.partition("/")[0] for sheet in batch.printed)
    wanted = (f"{family}/{FIGURES}" for family in families)
    return next((load_spec(each) for each in wanted if each in spec_ids()), None)
