"""Opening a file that came from elsewhere as grids: within bounds, by what it is."""

from pathlib import Path

from selfeval_tui.files.kind import FileKind, kind_of
from selfeval_tui.reader.archive import MOST_BYTES
from selfeval_tui.reader.grid import Grid
from selfeval_tui.store import Fault
from selfeval_tui.store.disk.system import read_file, reason


def open_grids(path: Path) -> tuple[Grid, ...] | Fault:
    """The tables of a workbook or a document.

    Args:
        path: The file; what its name ends in does not matter.

    Returns:
        A grid for each sheet or table that says anything; or why nothing was read.
    """
    try:
        data = read_file(path, MOST_BYTES)
    except OSError as error:
        return Fault(path, None, f"“{path}”读不出来（{reason(error)}）。请核对路径和文件。")
    return grids_of(data, path)


def grids_of(data: bytes, path: Path) -> tuple[Grid, ...] | Fault:
    """The same for the bytes of the file; `path` is for the messages."""
    match kind_of(data):
        case FileKind.XLSX:
            from selfeval_tui.excel.grid.xlsx import xlsx_grids

            return xlsx_grids(data, path)
        case FileKind.XLS:
            from selfeval_tui.excel.xls.grids import xls_grids

            return xls_grids(data, path)
        case FileKind.DOCX:
            from selfeval_tui.word.read.grids import docx_grids

            return docx_grids(data, path)
        case kind:
            return Fault(path, None, f"“{path.name}”{kind.said}")
