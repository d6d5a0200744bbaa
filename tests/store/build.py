"""Sheets, folders and a failing file system for the tests of this room."""

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
    """A file system that refuses one call for as long as it is told to.

    Of a file that it refuses to write it takes half; temporary files always go.
    """

    def __init__(self, call: str, error: OSError) -> None:
        self.call = call
        self.error = error
        self.refuses = True

    def _try(self, call: str) -> None:
        if self.refuses and call == self.call:
            raise self.error

    def make_folder(self, folder: Path) -> None:
        """Create a folder, or refuse to."""
        self._try("make_folder")
        super().make_folder(folder)

    def write(self, handle: int, data: memoryview) -> int:
        """Write all of it, or half of it and refuse the rest."""
        if self.refuses and self.call == "write":
            super().write(handle, data[: len(data) // 2])
        self._try("write")
        return super().write(handle, data)

    def replace(self, source: Path, target: Path) -> None:
        """Replace a file, or refuse to."""
        self._try("replace")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file, or refuse to."""
        if path.suffix != ".tmp":
            self._try("remove")
        super().remove(path)

    def open_folder(self, folder: Path) -> int:
        """Open a folder to sync it, or refuse to."""
        self._try("open_folder")
        return super().open_folder(folder)
