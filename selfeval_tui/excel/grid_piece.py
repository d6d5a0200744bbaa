"""One piece of a number format."""

from attrs import frozen


@frozen
class Piece:
    """One piece of a section."""

    kind: str
    """`digit` `point` `comma` `percent` `literal` `general` `text` `date` `elapsed` `half` …."""
    text: str
