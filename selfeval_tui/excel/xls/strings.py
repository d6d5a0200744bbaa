"""The shared strings of an old workbook (.xls), looked over before a library reads them.

Their table says how far to skip, which may be backwards: then it never ends.
"""

import struct
from collections.abc import Sequence

from selfeval_tui.reader.archive import MOST_CELLS, UnfitError

_HEAD = 8
"""How often strings are used, and how many there are."""
_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08
_RUN = 4


def check_strings(records: Sequence[bytes]) -> None:
    """Walk through the table as the library does.

    Args:
        records: The record of the table and those that continue it, without their heads.

    Raises:
        UnfitError: There are more strings or fonts in them than in any such workbook.
        struct.error: The table is damaged; also IndexError.
    """
    data, number, at = records[0], 0, _HEAD
    (count,) = struct.unpack_from("<I", data, 4)
    if count > MOST_CELLS:
        raise UnfitError("里的文字太多")
    fonts = 0
    for _ in range(count):
        length, options = struct.unpack_from("<HB", data, at)
        at += 3
        runs = skipped = 0
        if options & _RICH:
            (runs,) = struct.unpack_from("<H", data, at)
            at += 2
        if options & _PHONETIC:
            (skipped,) = struct.unpack_from("<I", data, at)
            at += 4
        fonts += runs
        if fonts > MOST_CELLS or skipped > len(data):
            raise UnfitError("里的文字太多")
        while True:
            wide = options & _WIDE
            here = min((len(data) - at) >> wide, length)
            at += here << wide
            length -= here
            if not length:
                break
            # Each record that a string goes on in says anew how wide its signs are.
            number += 1
            data, at = records[number], 1
            options = data[0]
        at += _RUN * runs + skipped
        if at >= len(data) and number + 1 < len(records):
            at -= len(data)
            number += 1
            data = records[number]
