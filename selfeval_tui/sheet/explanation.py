"""Why something that a rule finds may stand (说明): kept with the value that it belongs to."""

from collections.abc import Iterable
from hashlib import sha256

from attrs import frozen

_DIGITS = 16


@frozen
class Explanation:
    """The clerk's reason for one finding, or for all findings of a rule on a sheet."""

    id: str
    rule: str
    """The code of the rule."""
    table: str
    row: str
    name: str
    """The cell that the finding points to; empty for all findings of the rule on this sheet."""
    value: str
    """The fingerprint of the values that were explained; it lapses when they are others."""
    text: str
    date: str
    """When it was written, as 2024-04-23."""

    @property
    def of_group(self) -> bool:
        """Whether it settles all findings of its rule on the sheet."""
        return not (self.table or self.row or self.name)


def fingerprint(texts: Iterable[str]) -> str:
    """What values are known by: the same texts in the same order give the same one."""
    joined = "\x1f".join(texts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
