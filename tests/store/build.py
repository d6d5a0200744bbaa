"""Sheets, folders and a failing file system for the tests of this room."""

from collections.abc import Callable
from pathlib import Path

from selfeval_tui.sheet import Row, Sheet, new_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.store import Files

PROJECT = "ezhou-gedian/project"
DEPARTMENT = "ezhou-gedian/department"


def project(number: str = "附件1-1", name: str = "甲项目", *, demo: bool = False) -> Sheet:
    """A project sheet of 2023 with one indicator row, r1."""
    sheet = new_sheet(load_spec(PROJECT), starter=False, demo=demo)
    sheet.fields.update({"附件号": number, "年度": "2023", "项目名称": name, "单位名称": "某局"})
    sheet.tables["指标"]["r1"] = Row("r1", {"三级指标": "次数", "年初目标值": "≥5次"})
    return sheet


def texts(sheet: Sheet) -> dict[tuple[str, str, str], str]:
    """Every text of a sheet by table, row and name."""
    return {(a.table, a.row, a.name): sheet.typed(a) for a in sheet.addresses()}


def files_below(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


class Refusing(Files):
    """A file system that refuses one call for as long as it is told to."""

    def __init__(self, call: str, error: OSError) -> None:
        self.call = call
        self.error = error
        self.refuses = True

    def _try(self, call: str, then: Callable[[], None]) -> None:
        if self.refuses and call == self.call:
            raise self.error
        then()

    def make_folder(self, folder: Path) -> None:
        """Create a folder, or refuse to."""
        self._try("make_folder", lambda: Files.make_folder(self, folder))

    def write(self, path: Path, data: bytes) -> None:
        """Write half of the file and refuse the rest, or write all of it."""
        if self.refuses and self.call == "write":
            path.write_bytes(data[: len(data) // 2])
        self._try("write", lambda: Files.write(self, path, data))

    def replace(self, source: Path, target: Path) -> None:
        """Replace a file, or refuse to."""
        self._try("replace", lambda: Files.replace(self, source, target))

    def remove(self, path: Path) -> None:
        """Remove a file, or refuse to; temporary ones always go."""
        if path.suffix == ".tmp":
            Files.remove(self, path)
            return
        self._try("remove", lambda: Files.remove(self, path))

    def sync_folder(self, folder: Path) -> None:
        """Sync a folder, or refuse to."""
        self._try("sync_folder", lambda: Files.sync_folder(self, folder))
