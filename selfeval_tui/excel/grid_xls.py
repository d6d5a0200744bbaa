"""Old workbooks (.xls) as grids: what each sheet shows, whoever wrote it."""

from pathlib import Path

from selfeval_tui.excel.grid_build import RawPage, grid_of
from selfeval_tui.excel.untrusted import DAMAGED
from selfeval_tui.excel.xls_compound import Compound, CompoundError
from selfeval_tui.excel.xls_scan import LockedError, scan
from selfeval_tui.reader.archive import UnfitError
from selfeval_tui.reader.grid import Grid
from selfeval_tui.store import Fault

_DAMAGED = (*DAMAGED, CompoundError)


def xls_grids(data: bytes, path: Path) -> tuple[Grid, ...] | Fault:
    """The sheets of an old workbook that show anything.

    Args:
        data: The file.
        path: What it is called, for the messages.

    Returns:
        A grid for each sheet in their order; or why nothing could be read.
    """
    try:
        pages = _read(_workbook(data))
    except LockedError:
        return _fault(path, "加了密码，读不了。请用 WPS 或 Excel 打开它，去掉密码后保存，再导入。")
    except UnfitError as fault:
        return _fault(path, f"{fault}，没有读入。请核对是不是选错了文件。")
    except _DAMAGED:
        return _fault(
            path,
            "读不出来：它不完整、已经损坏，或者不是 Excel 97-2003 工作簿（.xls）。"
            "请核对文件；能用 WPS 或 Excel 打开的话，另存为 .xlsx 后再导入。",
        )
    found = tuple(grid for grid in map(grid_of, pages) if grid.notices or any(grid.filled()))
    return found or _fault(path, "里没有内容。请核对是不是选错了文件。")


def _fault(path: Path, said: str) -> Fault:
    return Fault(path, None, f"“{path.name}”{said}")


def _read(stream: bytes) -> tuple[RawPage, ...]:
    scanned = scan(stream)
    from selfeval_tui.excel.xls_book import read_pages

    return read_pages(scanned)


def _workbook(data: bytes) -> bytes:
    """The stream with the sheets: older ones may stand beside it for older programs."""
    compound = Compound(data)
    streams = {entry.name.lower(): entry for entry in compound.streams}
    return compound.stream(streams.get("workbook") or streams["book"])
