"""财政意见 come back from the file with their answers."""

from pathlib import Path

from attrs import evolve

from selfeval_tui.sheet import Answer, Remark, Sheet
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.documents import Documents
from tests.sheet.build import project

REMARK = Remark("m1", "资金", "合计", "执行率", "应为95.2%\n请核实", "粘贴", "2024-05-06", "94%")
ANSWERED = REMARK.answer_with(Answer.kept, "按未取整的金额算", "2024-05-08", "94%")


def _read(data: bytes) -> Sheet:
    found = decode(data, Path("表.toml"))
    assert isinstance(found, Sheet)
    return found


def _written(sheet: Sheet, on_disk: bytes | None = None) -> bytes:
    return Documents().encode(sheet, on_disk).data


def test_remarks_are_saved_and_read() -> None:
    """Each word of them."""
    sheet = project("5", "1")
    sheet.remarks = {"m1": REMARK, "m2": evolve(ANSWERED, id="m2", table="", row="", name="")}
    assert _read(_written(sheet)).remarks == sheet.remarks


def test_an_answer_is_written_into_the_file() -> None:
    """Only its row changes, and a remark that is dropped leaves."""
    sheet = project("5", "1")
    sheet.remarks = {"m1": REMARK}
    data = _written(sheet)
    sheet.remarks = {"m1": ANSWERED}
    data = _written(sheet, data)
    assert _read(data).remarks == {"m1": ANSWERED}
    sheet.remarks = {}
    assert "财政意见" not in _written(sheet, data).decode()


def test_an_unknown_answer_is_a_fault_with_its_line() -> None:
    """The file stays as it is."""
    sheet = project("5", "1")
    sheet.remarks = {"m1": ANSWERED}
    text = _written(sheet).decode().replace('"不改"', '"也许"')
    fault = decode(text.encode(), Path("表.toml"))
    assert isinstance(fault, Fault)
    assert fault.line == text[: text.index("也许")].count("\n") + 1
    assert "未答复、已改、不改" in fault.message
