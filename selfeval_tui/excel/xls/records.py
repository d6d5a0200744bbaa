"""The records of old workbooks (.xls) that matter, by their names in Microsoft's description."""

from enum import IntEnum


class Code(IntEnum):
    """The number of a record."""

    BOF = 0x0809
    EOF = 0x000A
    CONTINUE = 0x003C
    FILEPASS = 0x002F
    CODEPAGE = 0x0042
    DATEMODE = 0x0022
    BOUNDSHEET = 0x0085
    SST = 0x00FC
    FORMAT = 0x041E
    FONT = 0x0031
    XF = 0x00E0
    DIMENSIONS = 0x0200
    ROW = 0x0208
    COLINFO = 0x007D
    WINDOW2 = 0x023E
    MERGECELLS = 0x00E5
    PAGEBREAKS = 0x001B
    BLANK = 0x0201
    NUMBER = 0x0203
    LABEL = 0x0204
    BOOLERR = 0x0205
    RK = 0x027E
    MULRK = 0x00BD
    MULBLANK = 0x00BE
    RSTRING = 0x00D6
    LABELSST = 0x00FD
    FORMULA = 0x0006
    STRING = 0x0207
    SHRFMLA = 0x04BC
    ARRAY = 0x0221
    TABLE = 0x0236
    OBJ = 0x005D
    TXO = 0x01B6
    NOTE = 0x001C
    PASSED = 0xFFFF
    """A number that none has: the library passes over it."""


LOOKS = frozenset({Code.FORMAT, Code.FONT, Code.XF})
"""What the looks of cells are made of."""
RUNS = frozenset({Code.MULRK, Code.MULBLANK})
"""Several cells in a row; the last column stands at the end."""
CELLS = RUNS | {
    Code.BLANK, Code.NUMBER, Code.LABEL, Code.BOOLERR, Code.RK, Code.RSTRING, Code.LABELSST,
    Code.FORMULA,
}  # fmt: skip
"""Each begins with a row and a column."""
READ = LOOKS | CELLS | {
    Code.EOF, Code.CODEPAGE, Code.DATEMODE, Code.BOUNDSHEET, Code.SST, Code.DIMENSIONS, Code.ROW,
    Code.COLINFO, Code.WINDOW2, Code.MERGECELLS, Code.PAGEBREAKS, Code.STRING, Code.SHRFMLA,
    Code.ARRAY, Code.TABLE,
}  # fmt: skip
"""What is left for the library; CONTINUE only where it continues strings."""
WORKSHEET = 0
"""The kind of a sheet with cells."""
BOX = b"\x0a\x00\x0c\x00"
"""What the state of a tick box begins with, in the record of its object."""
TICKS = frozenset({0x0B, 0x0C})
"""Objects that are ticked: boxes and round buttons."""
TEXT_BOXES = frozenset({0x06, 0x1E})
PICTURES, CHARTS = frozenset({0x08}), frozenset({0x05})
