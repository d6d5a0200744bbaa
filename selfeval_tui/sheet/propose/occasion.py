"""What a proposer looks at, and what it says."""

from datetime import date

from attrs import frozen

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.calculate import field_at
from selfeval_tui.sheet.roles import text_beside
from selfeval_tui.sheet.sheet import Row
from selfeval_tui.spec.model import Field, Role


@frozen
class Proposal:
    """A text that could be filled in."""

    text: str
    why: str
    """How it comes about, in Chinese: 满意 96 ÷ 有效 100 = 96%."""


@frozen
class Hindrance:
    """Something could be proposed, but for this."""

    why: str
    """In Chinese; what is wrong, and where to put it right."""


@frozen
class Occasion:
    """A cell that something may be proposed for.

    Args:
        batch: Where the texts are.
        address: The cell.
        today: The day on which the clerk fills it.
    """

    batch: Batch
    address: Address
    today: date

    @property
    def field(self) -> Field:
        """The field or column of the cell."""
        return field_at(self.batch.sheet(self.address.sheet).spec, self.address)

    @property
    def typed(self) -> str:
        """What stands in the cell."""
        return self.batch.typed(self.address)

    @property
    def row(self) -> Row | None:
        """The row that the cell stands in; None for a field."""
        if not self.address.table:
            return None
        return self.batch.sheet(self.address.sheet).row(self.address.table, self.address.row)

    def beside(self, role: Role) -> str:
        """What stands in the same row in the column of a role; empty where there is none."""
        return text_beside(self.batch, self.address, role)
