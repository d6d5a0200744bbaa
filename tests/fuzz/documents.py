"""Documents as whole files, and as their markup alone, which bytes of a zip seldom reach."""

from functools import cache
from pathlib import Path

from selfeval_tui.layout import ExportOptions, lay_out_uncut
from selfeval_tui.sheet import Batch
from selfeval_tui.store import Fault
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.word.read.grids import docx_grids
from selfeval_tui.word.write.document import write_document
from tests.excel.build import DAY
from tests.word import build

_PATH = Path("甲.docx")


def take_document(data: bytes) -> None:
    """A document of somebody; no cell of a grid covers another, and each says where it stood."""
    read = docx_grids(data, _PATH)
    if isinstance(read, Fault):
        assert read.message.startswith("“甲.docx”")
        assert "请" in read.message
        assert len(read.message) < 200
        return
    for grid in read:
        assert len(grid.covering()) == sum(cell.rows * cell.cols for cell in grid.cells)
        assert all(cell.origin.startswith("表") for cell in grid.cells)


def take_markup(data: bytes) -> None:
    """A document with such a text."""
    take_document(build.file_of({"word/document.xml": data}))


@cache
def documents() -> tuple[bytes, ...]:
    """One of this program's, and one of merged cells."""
    batch = Batch(demo_sheets()[:1])
    layout = lay_out_uncut(batch, batch.sheets[0], ExportOptions())
    return write_document([layout], ExportOptions(), DAY), build.document(_TABLE)


def markups() -> tuple[bytes, ...]:
    """Small texts with what documents may hold."""
    return tuple(build.text_part(each) for each in (_TABLE, _NESTED, _TICKS))


_TABLE = build.para("标题") + build.table(
    build.row(build.cell("名称", look=build.span(2)), "甲"),
    build.row(build.cell("产出", look=build.BEGIN), "数量", "1次"),
    build.row(build.cell("", look=build.GO_ON, width=1000), "质量"),
    widths=(1000, 2000, 3000),
)
_NESTED = build.table(build.row(build.cell(_TABLE, "甲")), build.row(build.cell(_TABLE)))
_TICKS = build.table(
    build.row(
        build.cell(
            build.para(
                '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/>'
                "</w:checkBox></w:ffData></w:fldChar><w:instrText>X</w:instrText></w:r>",
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>☐</w:sdtContent></w:sdt>",
            )
        )
    )
)
