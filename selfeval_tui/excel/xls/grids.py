"""Old workbooks (.xls) as grids: what each sheet shows, whoever wrote it."""

from pathlib import Path

from selfeval_tui.excel.grid.build import RawPage, grids_of
from selfeval_tui.excel.grid.xlsx import ELSE
from selfeval_tui.excel.untrusted import DAMAGED
from selfeval_tui.excel.xls.compound import Compound, CompoundError
from selfeval_tui.excel.xls.properties import STREAM, properties_of
from selfeval_tui.excel.xls.scan import LockedError, scan
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
        pages, properties = _read(Compound(data))
    except LockedError:
        return _fault(path, "加了密码，读不了。请用 WPS 或 Excel 打开它，去掉密码后保存，再导入。")
    except UnfitError as fault:
        return _fault(path, f"{fault}，没有读入。{ELSE}")
    except _DAMAGED:
        return _fault(
            path,
            "读不出来：它不完整、已经损坏，或者不是 Excel 97-2003 工作簿（.xls）。"
            "请核对文件；能用 WPS 或 Excel 打开的话，另存为 .xlsx 后再导入。",
        )
    return grids_of(pages, properties) or _fault(path, "里没有内容。请核对是不是选错了文件。")


def _fault(path: Path, said: str) -> Fault:
    return Fault(path, None, f"“{path.name}”{said}")


def _read(compound: Compound) -> tuple[tuple[RawPage, ...], dict[str, str]]:
    """The sheets and the properties of its own."""
    streams = {entry.name.lower(): entry for entry in compound.streams}
    # Some have their sheets twice: `Book` is for the programs of 1995.
    scanned = scan(compound.stream(streams.get("workbook") or streams["book"]))
    from selfeval_tui.excel.xls.book import read_pages

    pages = read_pages(scanned)
    own = streams.get(STREAM)
    return pages, properties_of(compound.stream(own)) if own else {}
