"""报送: the sheets, their summary and lists, in one folder and in one zip of it."""

import errno
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from selfeval_tui.excel.report import lay_out_report
from selfeval_tui.excel.submission import Submission, prepare_submissions, write_submission
from selfeval_tui.excel.summary_report import summary_report
from selfeval_tui.excel.write import write_workbook
from selfeval_tui.layout import ExportOptions
from selfeval_tui.layout.options import Rates
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Life, Sheet
from selfeval_tui.sheet.basis import Basis
from selfeval_tui.sheet.checkcode import check_code
from selfeval_tui.spec.model import Role
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.store.disk.writer import Files
from tests.excel.build import DAY, OPTIONS, opened, project, with_money, with_rows
from tests.store.faulty import Fault, Faulty, snapshot

ROW = ("满意度指标", "满意度", "公众满意度", "≥95%", "96%")


def own(number: int, budget: str = "20", spent: str = "5", **fields: str) -> Sheet:
    """A sheet of the unit 某局."""
    named = {"附件号": f"附件1-{number}", "项目名称": f"项目{number}", "单位名称": "某局"} | fields
    return with_money(project(**named, 填报日期="2024年4月23日"), budget, spent)


def prepared(*sheets: Sheet) -> Submission:
    """The one submission of sheets of one year."""
    (found,) = prepare_submissions(Batch(sheets), sheets, OPTIONS)
    return found


def lines(sheets: Sequence[Sheet], rates: Rates = "typed") -> list[list[object]]:
    """What the summary shows below its header, as a program sees it that computes nothing."""
    layout = lay_out_report(summary_report(Batch(sheets), sheets, rates))
    found = opened(write_workbook([layout], OPTIONS, DAY), values=True)
    return [list(row) for row in found.iter_rows(min_row=4, values_only=True)]


def test_a_folder_and_a_zip_hold_the_same_files(tmp_path: Path) -> None:
    """Under readable names, the sheets first."""
    made = write_submission(prepared(own(1), own(2)), tmp_path)
    assert made.folder.name == "报送 某局2023年度绩效自评_草稿"
    names = ["附件1-1 项目1_草稿", "附件1-2 项目2_草稿", "自评结果汇总表", "报送清单"]
    assert {each.stem for each in made.folder.iterdir()} == set(names)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        made.folder.name,
        f"{made.folder.name}.zip",
    ]
    with zipfile.ZipFile(made.archive) as archive:
        inside = {Path(each.filename): archive.read(each) for each in archive.infolist()}
        dates = {each.date_time for each in archive.infolist()}
    assert [each.stem for each in inside] == names
    assert {each.parent.name for each in inside} == {made.folder.name}
    assert all((made.folder / each.name).read_bytes() == data for each, data in inside.items())
    assert dates == {(2024, 4, 23, 0, 0, 0)}


def test_the_same_sheets_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock or the machine is in them."""
    one = write_submission(prepared(own(1)), tmp_path / "a").archive.read_bytes()
    assert write_submission(prepared(own(1)), tmp_path / "b").archive.read_bytes() == one


def test_an_earlier_submission_is_left_alone(tmp_path: Path) -> None:
    """What the clerk laid beside the sheets, such as scans, stays; the new one has a number."""
    first = write_submission(prepared(own(1)), tmp_path)
    scan = first.folder / "盖章扫描件.pdf"
    scan.write_bytes(b"scan")
    second = write_submission(prepared(own(1, spent="6")), tmp_path)
    assert second.again
    assert second.folder.name == "报送 某局2023年度绩效自评_草稿 (2)"
    assert second.archive.name == "报送 某局2023年度绩效自评_草稿 (2).zip"
    assert scan.read_bytes() == b"scan"


class _Full(Files):
    """A disk that takes so many files and no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def create(self, path: Path) -> int:
        self.room -= 1
        if self.room < 0:
            raise OSError(errno.ENOSPC, "full")
        return super().create(path)


@pytest.mark.parametrize("room", range(5))
def test_nothing_half_written_is_left_on_a_full_disk(tmp_path: Path, room: int) -> None:
    """Four files and a zip: wherever the disk ends, neither folder nor zip is there."""
    with pytest.raises(StoreError) as error:
        write_submission(prepared(own(1), own(2)), tmp_path, _Full(room))
    assert "磁盘已满" in error.value.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_folder_and_zip_come_together_or_not_at_all(tmp_path: Path, number: int) -> None:
    """Whichever call of the writer is refused; the next attempt has the same name."""
    submission = prepared(own(1))
    for at in count():
        out, files = tmp_path / str(at), Faulty()
        files.set(Fault(at, number))
        try:
            write_submission(submission, out, files)
        except StoreError:
            assert snapshot(out) == {}
        if files.met is None:
            break
        files.set(None)
        assert write_submission(submission, out, files).folder.name == submission.name
    assert at > 20


def test_the_summary_says_every_sheet_to_the_letter() -> None:
    """Amounts as typed, the sums exact, the rate of the sums computed."""
    sheets = (own(1, "20.50", "5.44"), own(2, "1,234.5", "12万"), own(3, "", ""))
    found = lines(sheets)
    assert [row[:5] for row in found[:3]] == [
        ["1", "附件1-1", "项目1", 20.5, 5.44],
        ["2", "附件1-2", "项目2", 1234.5, "12万"],
        ["3", "附件1-3", "项目3", None, None],
    ]
    assert found[3][:5] == [None, "合计", None, 1255, 17.44]
    assert found[3][5] == pytest.approx(17.44 / 1255)


def test_the_sums_are_formulas_where_all_amounts_are_numbers() -> None:
    """Whoever gets the workbook can go on with it."""
    sheets = (own(1, "20", "5"), own(2, "30", "10"))
    layout = lay_out_report(summary_report(Batch(sheets), sheets, "typed"))
    found = opened(write_workbook([layout], OPTIONS, DAY))
    total = [cell.value for cell in found[6]]
    assert total[3:] == ["=SUM(D4:D5)", "=SUM(E4:E5)", '=IF(D6=0,"",E6/D6)']


@pytest.mark.parametrize(("rates", "printed"), [("typed", "94%"), ("computed", 0.952)])
def test_the_rate_is_the_one_that_was_chosen(rates: Rates, printed: object) -> None:
    """附件1-7 prints 94% for 95.2%."""
    assert lines(demo_sheets(), rates)[6][5] == printed


def test_a_sheet_without_money_has_a_line_without_figures() -> None:
    """附件2 is handed in, too."""
    found = lines(demo_sheets())
    assert found[8][1] == "附件2"
    assert found[8][3:] == ["—", "—", "—"]
    assert found[9][3:5] == [512.21, 310.18]


def test_the_list_names_every_other_file_with_its_code() -> None:
    """页数 and 校验码, by which a file that arrived can be checked."""
    made = prepared(own(1), own(2))
    listed = opened(made.members[-1].data)
    found = [[cell.value for cell in row] for row in listed.iter_rows(min_row=4, max_row=6)]
    assert [row[1] for row in found] == [member.name for member in made.members[:-1]]
    for row, member in zip(found, made.members, strict=False):
        digits = sha256(member.data).hexdigest()[:12].upper()
        assert str(row[5]).replace("-", "") == digits
        assert row[5] == check_code(member.data)
        assert row[3] == "1"


def test_what_rows_rest_on_is_listed_only_where_any_is_kept() -> None:
    """佐证材料清单: the row, its actual, the contract, the papers, the survey."""
    sheet = with_rows(own(1), ROW, ROW)
    assert "佐证材料清单.xlsx" not in [member.name for member in prepared(sheet).members]
    sheet.tables["指标"]["r2"].basis = Basis("合同7号", "问卷汇总", "96", "100")
    member = next(each for each in prepared(sheet).members if each.name == "佐证材料清单.xlsx")
    (row,) = opened(member.data).iter_rows(min_row=4, values_only=True)
    assert row == ("附件1-1", "公众满意度", "96%", "合同7号", "问卷汇总", "96/100")
    exported = next(each for each in prepared(sheet).members if each.sheets)
    with zipfile.ZipFile(BytesIO(exported.data)) as archive:
        parts = [archive.read(each).decode() for each in archive.namelist()]
    assert not any("合同7号" in part for part in parts)


def test_each_year_is_a_submission_of_its_own() -> None:
    """Two years in one folder of work."""
    sheets = (own(1), own(2, 年度="2024"))
    found = prepare_submissions(Batch(sheets), sheets, OPTIONS)
    assert [each.name for each in found] == [
        "报送 某局2023年度绩效自评_草稿",
        "报送 某局2024年度绩效自评_草稿",
    ]


def test_the_demo_says_so_in_every_name() -> None:
    """Borrowed figures never look like a unit's own."""
    sheets = demo_sheets()
    (made,) = prepare_submissions(Batch(sheets), sheets, ExportOptions(one_workbook=True))
    assert made.name.startswith("示例 ")
    assert [member.name[:3] for member in made.members] == ["示例 "] * 3
    assert all(sheet.with_role(Role.YEAR) for sheet in made.sheets)


def test_a_sheet_called_like_the_summary_keeps_its_name(tmp_path: Path) -> None:
    """The table of ours gives way."""
    named = own(1, 附件号="", 项目名称="自评结果汇总表")
    named.life = Life().finalise(f"{DAY:%Y-%m-%d}", "", "", "")
    options = ExportOptions(pattern="{项目名称}")
    (made,) = prepare_submissions(Batch([named]), [named], options)
    assert [member.name for member in made.members][:2] == [
        "自评结果汇总表.xlsx",
        "自评结果汇总表(2).xlsx",
    ]
    assert len(list(write_submission(made, tmp_path).folder.iterdir())) == 3
