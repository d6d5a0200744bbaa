"""报送清单: which files are handed in, what is in them, and by what they can be recognised."""

from collections.abc import Sequence

from attrs import frozen

from selfeval_tui.excel.report import Report, ReportColumn
from selfeval_tui.layout.names import about_unit, first_year
from selfeval_tui.sheet import Sheet, sheet_mark
from selfeval_tui.sheet.checkcode import check_code
from selfeval_tui.spec.model import Align

MANIFEST = "报送清单"
_KILO = 1024
_COLUMNS = (
    ReportColumn("序号", 11),
    ReportColumn("文件名", 66, Align.LEFT),
    ReportColumn("内容", 30),
    ReportColumn("页数", 13),
    ReportColumn("大小", 18),
    ReportColumn("校验码", 32),
)
_NOTE = (
    "校验码是文件内容 SHA-256 值的前12位，用来核对收到的文件与本清单所列的是否相同；"
    "文件改动一个字，校验码就不同。"
)


@frozen
class Member:
    """One file that is handed in."""

    name: str
    data: bytes
    pages: int
    sheets: tuple[Sheet, ...] = ()
    """The sheets in it; none in a table that goes with them."""
    what: str = ""
    """What such a table is."""

    @property
    def contents(self) -> str:
        """附件1-1、附件1-2, or what the table is."""
        return self.what or "、".join(sheet_mark(sheet) for sheet in self.sheets)


def manifest(sheets: Sequence[Sheet], members: Sequence[Member]) -> Report:
    """The list of what is handed in; it does not list itself."""
    return Report(
        name=MANIFEST,
        title=f"{first_year(sheets)}绩效自评报送清单",
        about=about_unit(sheets),
        columns=_COLUMNS,
        rows=tuple(
            (
                str(number),
                member.name,
                member.contents,
                str(member.pages),
                f"{-(-len(member.data) // _KILO)} KB",
                check_code(member.data),
            )
            for number, member in enumerate(members, start=1)
        ),
        note=_NOTE,
        demo=any(sheet.demo for sheet in sheets),
    )
