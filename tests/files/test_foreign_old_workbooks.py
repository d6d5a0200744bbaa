"""Workbooks in the old format (.xls): what another program saved reads like the new one."""

from pathlib import Path

import pytest

from tests.files.foreign import books, departments, layouts, provinces, targets
from tests.files.foreign.case import Case
from tests.files.foreign.office import FOUND, old_workbooks
from tests.files.foreign.reading import told_wrong

pytestmark = pytest.mark.skipif(not FOUND, reason="没有 LibreOffice（soffice）")

_NAMES = (
    "部颁表，合并单元格，标题占两行",
    "部颁表，栏目名里有空格、换行和冒号",
    "评分表，两个绩效目标，■打在选项后面",
    "六十行指标，每页重印表头，合并在分页处断开",
    "转移支付表，分值在目标值前面，带★",
    "整体自评表，标题占两行，下移右移",
    "绩效目标申报表，只有指标值",
    "数字存成文本，文本存成数字，百分比和日期带格式",
)
_ALL = [
    case for module in (layouts, provinces, departments, targets, books) for case in module.cases()
]
CASES = [case for case in _ALL if case.name in _NAMES]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files by the name of their case."""
    folder = tmp_path_factory.mktemp("xls")
    new = [case.draw(folder / f"表{number}.xlsx") for number, case in enumerate(CASES)]
    old = old_workbooks(new, folder)
    return {case.name: path for case, path in zip(CASES, old, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_old_workbook_arrives(case: Case, saved: dict[str, Path]) -> None:
    """The old format gives the same as the new one."""
    assert told_wrong(case, saved[case.name]) == []


def test_every_named_case_exists() -> None:
    """A renamed drawing may not drop out of the old format unseen."""
    assert len(CASES) == len(_NAMES)
