"""Reading a file that comes from elsewhere, whatever kind it is: which sheets are in it.

The kind is known by the contents; a name says nothing.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from selfeval_tui.files.kind import FileKind, kind_of
from selfeval_tui.reader.archive import MOST_BYTES
from selfeval_tui.reader.found import Leftover, Piece
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.sheet.progress import required_cells
from selfeval_tui.store import Fault
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.merge.beside import Holds
from selfeval_tui.store.merge.incoming import read_incoming

ENDINGS = (".xlsx", ".xls", ".docx", ".toml")
"""What is looked for in a folder; a file that is named itself may be called anything."""
_EMPTY = "里面没有写了字的表格"
_HEAD = 65_536
_MISNAMED = f"没有读：名字的结尾不是 {'、'.join(ENDINGS)}。要读它，请单独指定这个文件。"
_KEY = re.compile(rb"^[ \t]*(?:\[|[^\s=,;<][^=,;\n]*=)", re.MULTILINE)
_OFFICE_LOCK = "~$"
"""In front of the names of the small files that office programs leave beside open ones."""


@frozen
class Incoming:
    """What was read from one file; nothing of it is kept yet."""

    path: Path
    sheets: tuple[SheetRead, ...]
    unread: tuple[PageUnread, ...] = ()
    saved: bool = False
    """Whether this program saved it: then it also has what is printed nowhere."""

    def holds(self, read: SheetRead) -> Holds:
        """How much of a sheet the file can speak of."""
        if read.targets_only:
            return Holds.TARGETS
        return Holds.ALL if self.saved else Holds.PRINTED


def read_any(path: Path, *, demo: bool = False) -> Incoming | Fault:
    """Read a workbook, a document, a neutral file or a saved sheet.

    Args:
        path: The file.
        demo: Whether its sheets would belong to the 示例.

    Returns:
        The sheets that were recognised and the pages that were not; or what is wrong with the file.
    """
    try:
        data = read_file(path, MOST_BYTES)
    except OSError as error:
        advice = "请核对文件名，或看它是否允许读取。"
        return Fault(path, None, f"“{path}”读不出来（{reason(error)}）。{advice}")
    if kind_of(data) is FileKind.TEXT and _is_toml(data):
        return _read_toml(path, demo=demo)
    return _read_pages(data, path, demo=demo)


def files_in(folder: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files of a folder that may hold sheets, and the names of the others.

    Raises:
        OSError: The folder cannot be read.
    """
    files = sorted(each for each in folder.iterdir() if each.is_file())
    seen = [each for each in files if not each.name.startswith((".", _OFFICE_LOCK))]
    fitting = tuple(each for each in seen if each.suffix.lower() in ENDINGS)
    return fitting, tuple(each.name for each in seen if each not in fitting)


def advice_on(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """What each file of a folder that is not read is named with, and what to do about it."""
    for name in names:
        try:
            data = read_file(folder / name, MOST_BYTES)
        except OSError as error:
            yield f"“{name}”读不出来（{reason(error)}）。"
            continue
        kind = kind_of(data)
        would_do = kind.is_read or (kind is FileKind.TEXT and _is_toml(data))
        yield f"“{name}”{_MISNAMED if would_do else kind.said}"


def _read_pages(data: bytes, path: Path, *, demo: bool) -> Incoming | Fault:
    from selfeval_tui.files.open import grids_of

    grids = grids_of(data, path)
    if isinstance(grids, Fault):
        return grids
    from selfeval_tui.reader.read import read_grids

    pages = read_grids(grids, demo=demo) or (PageUnread("", _EMPTY),)
    return Incoming(
        path,
        tuple(each for each in pages if isinstance(each, SheetRead)),
        tuple(each for each in pages if isinstance(each, PageUnread)),
    )


# TOML.


def _is_toml(data: bytes) -> bool:
    """Whether a text has sections or keys, and is not a list of some other program."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    return _KEY.search(data[:_HEAD]) is not None


def _read_toml(path: Path, *, demo: bool) -> Incoming | Fault:
    read = read_incoming(path, demo=demo)
    if isinstance(read, Fault):
        return read
    found = SheetRead(
        sheet=read.sheet,
        page="",
        read=tuple(_pieces(read.sheet)),
        not_understood=tuple(Leftover(each.text, each.key, each.why) for each in read.unplaced),
        not_found=() if read.saved else tuple(_not_found(read.sheet)),
        notices=(),
    )
    return Incoming(path, (found,), saved=read.saved)


def _not_found(sheet: Sheet) -> Iterator[str]:
    """What a neutral file leaves out of what the form wants filled."""
    unsaid = (each for each in required_cells(sheet) if not sheet.typed(each))
    return (called(sheet, each) for each in unsaid)


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    """Every text of a sheet; in these files a place is called as on the form."""
    for address in sheet.addresses():
        if text := sheet.typed(address):
            yield Piece(called(sheet, address), text, "")


def called(sheet: Sheet, address: Address) -> str:
    """A place as it is called in what was read: 项目名称, 资金.合计.预算数, 指标[3].年初目标值."""
    if not address.table:
        return address.name
    rows = list(sheet.tables[address.table])
    fixed = not sheet.spec.table(address.table).free
    row = f".{address.row}" if fixed else f"[{rows.index(address.row) + 1}]"
    return f"{address.table}{row}.{address.name}"
