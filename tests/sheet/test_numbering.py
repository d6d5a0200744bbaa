"""附件号 in row."""

from itertools import islice

import pytest

from selfeval_tui.sheet import Sheet
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.sheet.numbering import following_attachments, is_numbered, renumbered
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role

PROJECT, DEPARTMENT = load_spec("ezhou-gedian/project"), load_spec("ezhou-gedian/department")


def _marked(*marks: str, year: str = "2023") -> list[Sheet]:
    return [filled_sheet(PROJECT, {Role.ATTACHMENT: mark, Role.YEAR: year}) for mark in marks]


@pytest.mark.parametrize(
    ("there", "following"),
    [
        ((), ["附件1-1", "附件1-2"]),
        (("附件1-9", "附件1-2"), ["附件1-10", "附件1-11"]),
        (("附件一", ""), ["附件1-1", "附件1-2"]),
    ],
)
def test_several_numbers_follow_the_highest(there: tuple[str, ...], following: list[str]) -> None:
    """Each new sheet of a list gets the next one."""
    assert list(islice(following_attachments(_marked(*there), PROJECT), 2)) == following


def test_the_sheet_of_the_unit_has_no_number() -> None:
    """附件2 is one sheet."""
    assert list(islice(following_attachments([], DEPARTMENT), 2)) == ["附件2", "附件2"]
    assert not is_numbered(filled_sheet(DEPARTMENT, {}))


def test_sheets_are_numbered_from_one_in_their_order() -> None:
    """A gap closes; what is right already is not told."""
    sheets = [*_marked("附件1-1", "附件1-4", "附件1-7", ""), filled_sheet(DEPARTMENT, {})]
    told = [(each.before, each.after) for each in renumbered(sheets)]
    assert told == [("附件1-4", "附件1-2"), ("附件1-7", "附件1-3"), ("", "附件1-4")]


def test_each_year_is_numbered_for_itself() -> None:
    """The sheets of last year keep their row."""
    sheets = [*_marked("附件1-1"), *_marked("附件1-2", year="2024")]
    assert [(each.before, each.after) for each in renumbered(sheets)] == [("附件1-2", "附件1-1")]
