"""The cell that is explained, and what is known of it."""

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.sheet import Address, Basis, Batch, Preview, Row, Ruling, Sheet, field_at
from selfeval_tui.sheet.judgement import DECIDED_ON
from selfeval_tui.spec.model import Field, TableBlock
from selfeval_tui.text import Verdict
from selfeval_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from selfeval_tui.checks import Finding


@frozen
class About:
    """A cell.

    Args:
        batch: Where the texts are.
        address: The cell.
        glyphs: The marks that the terminal can show.
        preview: What the text that is being typed would mean; None while nobody types.
        today: The day on which the clerk fills it; nothing is proposed where None.
        findings: What a reviewer would say of it.
        settled: What was explained or kept.
    """

    batch: Batch
    address: Address
    glyphs: Glyphs
    preview: Preview | None = None
    today: date | None = None
    findings: tuple["Finding", ...] = ()
    settled: tuple["Finding", ...] = ()

    @property
    def text(self) -> str:
        """The text in question."""
        return self.preview.text if self.preview else self.batch.typed(self.address)

    @property
    def sheet(self) -> Sheet:
        """The sheet of the cell."""
        return self.batch.sheet(self.address.sheet)

    @property
    def field(self) -> Field:
        """The field or column of the cell."""
        return field_at(self.sheet.spec, self.address)

    @property
    def table(self) -> TableBlock | None:
        """The table that the cell stands in; None for a field."""
        return self.sheet.spec.table(self.address.table) if self.address.table else None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict of the row, or what it would be; None where nothing is judged."""
        return self.preview.verdict if self.preview else self.batch.verdict(self.address)

    @property
    def ruling(self) -> Ruling:
        """What the clerk decided for the row, unless the text being typed would end that."""
        row = self._row
        if row is None or (
            self.preview
            and self.field.role in DECIDED_ON
            and self.preview.text != self.batch.typed(self.address)
        ):
            return Ruling()
        return row.ruling

    @property
    def basis(self) -> Basis:
        """What the row rests on (依据)."""
        return self._row.basis if self._row else Basis()

    @property
    def _row(self) -> Row | None:
        if not self.address.table:
            return None
        return self.sheet.row(self.address.table, self.address.row)
