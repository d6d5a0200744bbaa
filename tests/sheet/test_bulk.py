"""One change on many sheets."""

from selfeval_tui.sheet import Address, Batch
from selfeval_tui.sheet.bulk import same_on_all
from selfeval_tui.sheet.carry import carry_out
from selfeval_tui.sheet.create import filled_sheet
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Role

PROJECT, DEPARTMENT = "ezhou-gedian/project", "ezhou-gedian/department"


def _batch() -> Batch:
    common = {Role.YEAR: "2023", Role.UNIT_NAME: "某局"}
    named = {
        Role.PROJECT_NAME: "甲项目",
        Role.ATTACHMENT: "附件1-1",
        Role.TITLE: "2023年度甲项目自评表",
    }
    other = {Role.PROJECT_NAME: "乙项目", Role.ATTACHMENT: "附件1-4", Role.TITLE: "乙的标题"}
    return Batch(
        [
            filled_sheet(load_spec(PROJECT), {**common, **named}),
            filled_sheet(load_spec(PROJECT), {**common, **other}),
            filled_sheet(load_spec(DEPARTMENT), common),
        ]
    )


def _told(batch: Batch, texts: dict[Role, str], *, renumber: bool = False) -> list[str]:
    ids = [sheet.id for sheet in batch.sheets]
    found = same_on_all(batch, batch.sheets, texts, renumber=renumber)
    return [
        f"{ids.index(each.address.sheet)} {each.address.name} {each.before}→{each.after}"
        for each in found
    ]


def test_a_date_goes_to_every_sheet() -> None:
    """Whatever was there before is told."""
    assert _told(_batch(), {Role.DATE: " 2024年4月23日 "}) == [
        "0 填报日期 →2024年4月23日",
        "1 填报日期 →2024年4月23日",
        "2 填报日期 →2024年4月23日",
    ]


def test_what_is_left_empty_or_says_the_same_changes_nothing() -> None:
    """Only the fields that the clerk filled in are touched; 附件2 has no 主管部门."""
    texts = {Role.UNIT_NAME: "某局", Role.DATE: "", Role.DEPARTMENT: "某部"}
    assert _told(_batch(), texts) == ["0 主管部门 →某部", "1 主管部门 →某部"]


def test_a_composed_title_is_composed_anew() -> None:
    """A 标题 typed just as the program writes it would name the old year; another one stays."""
    assert _told(_batch(), {Role.YEAR: "2024"}) == [
        "0 年度 2023→2024",
        "0 标题 2023年度甲项目自评表→",
        "1 年度 2023→2024",
        "2 年度 2023→2024",
    ]


def test_numbers_close_up() -> None:
    """附件1-4 becomes 附件1-2; 附件2 stays."""
    assert _told(_batch(), {}, renumber=True) == ["1 附件号 附件1-4→附件1-2"]


def test_all_of_it_is_one_step() -> None:
    """Undo brings every sheet back at once."""
    batch = _batch()
    changes = same_on_all(batch, batch.sheets, {Role.DATE: "4月1日", Role.YEAR: "2024"})
    carry_out(batch, changes, "一起改", Address(changes[0].address.sheet))
    assert {sheet.with_role(Role.YEAR) for sheet in batch.sheets} == {"2024"}
    step = batch.undo()
    assert step is not None
    assert step.name == "一起改"
    assert step.at == Address(batch.sheets[0].id)
    assert {sheet.with_role(Role.YEAR) for sheet in batch.sheets} == {"2023"}
    assert not batch.can_undo
