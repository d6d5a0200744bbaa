"""Documents of other units: every indicator arrives to the letter, or the clerk is told of it."""

from pathlib import Path

import pytest

from tests.files.foreign import departments, documents, targets
from tests.files.foreign.case import Case
from tests.files.foreign.reading import told_wrong

_MODULES = (documents, departments, targets)
CASES = [case for module in _MODULES for case in module.cases() if case.suffix == ".docx"]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_document_of_another_unit_arrives(case: Case, tmp_path: Path) -> None:
    """Names, money and every indicator stand where they belong, and nothing is lost in silence."""
    assert told_wrong(case, case.draw(tmp_path / "别处的表.docx")) == []
