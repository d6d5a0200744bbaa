"""Where a cell is: by ids that stay the same when rows move or files are renamed."""

from attrs import frozen


@frozen
class Address:
    """One cell of one sheet, or a whole row where `name` is empty.

    An address holds ids; `print_address` turns it into words for a person.
    """

    sheet: str
    """The sheet's id."""
    name: str = ""
    """The field or column."""
    table: str = ""
    """Empty for a field outside the tables."""
    row: str = ""

    @property
    def of_row(self) -> "Address":
        """The row that this cell stands in."""
        return Address(self.sheet, "", self.table, self.row)

    def beside(self, name: str) -> "Address":
        """Another column of the same row."""
        return Address(self.sheet, name, self.table, self.row)
