"""Files that were made to hurt, or came in pieces: one sentence each, and no more than that.

Each is opened by a process of its own that may not take more memory than a small computer has, and
is ended where it runs on.
"""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path

import pytest

from selfeval_tui.files.open import grids_of
from selfeval_tui.store import Fault
from tests.excel import biff
from tests.excel.biff import Book, Page
from tests.excel.build import project, with_rows, workbook_of

SECONDS = 30
"""Until a process is ended; the tests share their computer."""
MOST_MB = 200
SPACE_MB = 1024
"""Of addresses, which is more than memory."""
OPEN = f"""
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({SPACE_MB} << 20,) * 2)
from selfeval_tui.files.open import open_grids
found = open_grids(Path(sys.argv[1]))
print(f"读到 {{len(found)}} 页" if isinstance(found, tuple) else found.message)
status = Path("/proc/self/status").read_text().split()
print(int(status[status.index("VmHWM:") + 1]) // 1024)
"""
MAIN = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"


def written(**parts: "str | Iterator[str]") -> bytes:
    """A workbook of these parts; large ones come in pieces."""
    kinds = (("worksheet", SHEET), ("sharedStrings", STRINGS), ("styles", STYLES))
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="/{part}"/>'
        for kind, part in kinds
    )
    book = f'<workbook {MAIN}><sheets><sheet name="甲" r:id="worksheet"/></sheets></workbook>'
    whole = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        SHEET: f"<worksheet {MAIN}><sheetData/></worksheet>",
    } | parts
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            with archive.open(name, "w") as file:
                for piece in (text,) if isinstance(text, str) else text:
                    file.write(piece.encode())
    return buffer.getvalue()


def sheet(*inside: "str | Iterator[str]") -> bytes:
    """A workbook whose sheet has this inside."""
    return written(**{SHEET: _around("worksheet", *inside)})


def _around(tag: str, *inside: "str | Iterator[str]") -> Iterator[str]:
    pieces = ((each,) if isinstance(each, str) else each for each in inside)
    return chain((f"<{tag} {MAIN}>",), chain.from_iterable(pieces), (f"</{tag}>",))


def _cells(count: int, inside: str, rows: int = 1) -> Iterator[str]:
    row = f"<row>{f'<c {inside}</c>' * (count // rows)}</row>"
    return chain(("<sheetData>",), repeat(row, rows), ("</sheetData>",))


def _rows(count: int) -> Iterator[str]:
    return chain(
        ("<sheetData>",), repeat('<row ht="15"/>' * 1000, count // 1000), ("</sheetData>",)
    )


def _merged(*refs: str) -> str:
    return "".join(
        ("<mergeCells>", *(f'<mergeCell ref="{ref}"/>' for ref in refs), "</mergeCells>")
    )


def _styles(looks: str, formats: str = "") -> bytes:
    cells = _around("worksheet", _cells(40, 's="0"><v>12345.678</v>'))
    styles = f"<numFmts>{formats}</numFmts><cellXfs>{looks}</cellXfs>"
    return written(**{SHEET: cells, STYLES: _around("styleSheet", styles)})


def _strings(texts: "str | Iterator[str]", cells: "str | Iterator[str]") -> bytes:
    return written(**{SHEET: _around("worksheet", cells), STRINGS: _around("sst", texts)})


def _linked() -> bytes:
    """A part that is named very often."""
    relation = f'<Relationship Type="{RELATION}/drawing" Target="../drawing1.xml"/>'
    pictures = f"<a>{'<pic/>' * 20_000}</a>"
    relations = chain(("<Relationships>",), repeat(relation * 1000, 60), ("</Relationships>",))
    parts: dict[str, str | Iterator[str]] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations,
        "xl/drawing1.xml": pictures,
    }
    return written(**parts)


def _nested() -> bytes:
    bomb = sheet(repeat(" " * 1_000_000, 20))
    return written(**{SHEET: "<worksheet/>", "xl/embeddings/../../甲.xlsx": bomb.hex()})


READ: dict[str, Callable[[], bytes]] = {
    "many figures": lambda: sheet(_cells(47_000, 't="n"><v>1234.5</v>', 2350)),
    "many strings": lambda: _strings(
        repeat("<si><t>行政审批</t></si>" * 1000, 47), _cells(47_000, 't="s"><v>46999</v>', 2350)
    ),
    "many looks": lambda: _styles('<xf numFmtId="4"/>' * 90_000),
    "a huge format": lambda: _styles(
        '<xf numFmtId="200"/>', f'<numFmt numFmtId="200" formatCode="{"#," * 2_000_000}0"/>'
    ),
    "long formats": lambda: _styles(
        '<xf numFmtId="200"/>', f'<numFmt numFmtId="200" formatCode="{"#,0" * 80}"/>'
    ),
    "a part that is named often": _linked,
    "old figures": lambda: Book(
        (Page([biff.number(row, col, 1.5) for row in range(2300) for col in range(20)]),)
    ).file(),
}
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "two million rows": (lambda: sheet(_rows(2_000_000)), "表太大"),
    "a billion cells merged": (
        lambda: sheet("<sheetData/>", _merged("A1:XFD1048576")), "合并单元格太大",
    ),
    "many cells merged": (
        lambda: sheet("<sheetData/>", _merged(*["A1:J9999"] * 9999)), "合并单元格太大",
    ),
    "a bomb": (lambda: sheet(repeat(" " * 1_000_000, 50)), "超过 16 MB"),
    "bombs within": (_nested, "没有内容"),
    "a doctype": (
        lambda: written(**{SHEET: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DOCTYPE",
    ),
    "a number of strings that is no number": (
        lambda: _strings('<si><t>甲</t></si>', _cells(9, 't="s"><v>9999999</v>')), "读不出来",
    ),
    "a string that swells": (
        lambda: _strings(f"<si><t>{'_x0041_' * 500_000}</t></si>", "<sheetData/>"), "文字太长",
    ),
    "many formats": (
        lambda: _styles(
            "<xf/>",
            "".join(f'<numFmt numFmtId="{at}" formatCode="0"/>' for at in range(200, 2000)),
        ),
        "样式太多",
    ),
    "a figure of many digits": (
        lambda: sheet(_cells(200, f"><v>{'9' * 4000}</v>")), "读不出来",
    ),
    "a word that does not end": (lambda: sheet(f'<a b="{"x" * 15_000_000}'), "读不出来"),
    "a comment that does not end": (lambda: sheet(f"<!--{'x' * 15_000_000}"), "读不出来"),
    "a depth without end": (lambda: sheet("<a>" * 200_000), "套得太深"),
    "old records without end": (
        lambda: Book((Page([biff.record(0)] * 1_500_000),)).file(), "内容太多",
    ),
}  # fmt: skip


def opened(path: Path) -> tuple[str, int]:
    """What a process of its own says of a file, and how many megabytes it took."""
    run = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)],
        capture_output=True, text=True, timeout=SECONDS, check=False, encoding="utf-8",
        env={"PYTHONUTF8": "1", "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert not run.stderr
    *said, megabytes = run.stdout.splitlines()
    return "\n".join(said), int(megabytes)


needs_limits = pytest.mark.skipif(
    sys.platform != "linux", reason="只有 Linux 能限定并说出一个程序用了多少内存"
)


@needs_limits
@pytest.mark.parametrize("made", READ.values(), ids=list(READ))
def test_the_largest_files_fit_into_a_small_computer(
    tmp_path: Path, made: Callable[[], bytes]
) -> None:
    """What the bounds let through is read."""
    (tmp_path / "退回.xlsx").write_bytes(made())
    said, megabytes = opened(tmp_path / "退回.xlsx")
    assert said == "读到 1 页"
    assert megabytes < MOST_MB


@needs_limits
@pytest.mark.parametrize(("made", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_would_hurt_gets_one_sentence(
    tmp_path: Path, made: Callable[[], bytes], reason: str
) -> None:
    """Nothing is changed, and nothing written."""
    path = tmp_path / "退回.xlsx"
    data = made()
    path.write_bytes(data)
    said, megabytes = opened(path)
    assert reason in said
    assert "请" in said
    assert "\n" not in said
    assert megabytes < MOST_MB
    assert path.read_bytes() == data
    assert [*tmp_path.iterdir()] == [path]


OURS = workbook_of(with_rows(project(), ("产出指标", "数量", "甲", "≥1", "1")))
THEIRS = Book((Page([biff.number(row, 0, 1) for row in range(400)]),)).file()


@pytest.mark.parametrize("data", [OURS, THEIRS], ids=["xlsx", "xls"])
def test_a_file_cut_anywhere_gets_one_sentence(data: bytes) -> None:
    """It did not come whole."""
    for part in range(1, 40):
        cut = data[: len(data) * part // 41]
        found = grids_of(cut, Path("附件1.xlsx"))
        assert isinstance(found, Fault)
        assert "请" in found.message


@pytest.mark.parametrize("data", [OURS, THEIRS], ids=["xlsx", "xls"])
def test_a_file_with_a_hole_gives_grids_or_a_sentence(data: bytes) -> None:
    """Wherever some of its bytes were lost."""
    for part in range(40):
        at = len(data) * part // 41
        found = grids_of(data[:at] + bytes(64) + data[at + 64 :], Path("附件1.xlsx"))
        assert not isinstance(found, Fault) or "请" in found.message
