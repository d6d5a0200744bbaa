"""Which forms are offered, and what a new sheet begins with."""

import re
from collections.abc import Mapping
from datetime import date

from selfeval_tui.sheet import Batch, Sheet, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.tui.titles import unit_of, year_of

ASKED = (Role.ATTACHMENT, Role.PROJECT_NAME, Role.YEAR, Role.UNIT_NAME)
"""What is asked before a sheet is made; the rest is filled on the sheet itself."""


def offered(batch: Batch) -> tuple[Spec, ...]:
    """All forms, those of the unit's own family first."""
    own = {_family(sheet.spec) for sheet in batch.sheets}
    specs = (load_spec(each) for each in spec_ids())
    return tuple(sorted(specs, key=lambda spec: _rank(spec, own)))


def _rank(spec: Spec, own: set[str]) -> tuple[bool, str, bool]:
    family = _family(spec)
    return family not in own, family, spec.kind != "project"


def proposals(batch: Batch, spec: Spec, today: date) -> dict[Role, str]:
    """What is known before anything is asked, for the roles that the form has."""
    known = {
        Role.ATTACHMENT: next_attachment(batch, spec),
        Role.PROJECT_NAME: "",
        Role.YEAR: year_of(batch, today),
        Role.UNIT_NAME: unit_of(batch),
    }
    return {role: text for role, text in known.items() if spec.field_with_role(role)}


def next_attachment(batch: Batch, spec: Spec) -> str:
    """The 附件号 that follows the highest one of this form, as in 附件1-9."""
    if "{n}" not in spec.attachment:
        return spec.attachment
    before, _, after = spec.attachment.partition("{n}")
    pattern = re.compile(f"{re.escape(before)}(\\d+){re.escape(after)}")
    marks = (pattern.fullmatch(sheet.with_role(Role.ATTACHMENT)) for sheet in batch.sheets)
    highest = max((int(mark[1]) for mark in marks if mark), default=0)
    return spec.attachment.replace("{n}", str(highest + 1))


def complaint(batch: Batch, given: Mapping[Role, str]) -> tuple[Role, str] | None:
    """What is missing or taken, and where; None when the sheet can be made."""
    taken = {sheet.with_role(Role.ATTACHMENT).strip() for sheet in batch.sheets}
    if given.get(Role.ATTACHMENT, "").strip() in taken - {""}:
        return Role.ATTACHMENT, f"已经有{given[Role.ATTACHMENT].strip()}了，请换一个号。"
    if Role.PROJECT_NAME in given and not given[Role.PROJECT_NAME].strip():
        return Role.PROJECT_NAME, "请填写项目名称。"
    year = given.get(Role.YEAR, "").strip()
    if not re.fullmatch(r"\d{4}", year):
        return Role.YEAR, f"年度要写成四位数字，如 2023；现在是“{year}”。"
    return None


def make(spec: Spec, given: Mapping[Role, str], *, demo: bool = False) -> Sheet:
    """The new sheet with what was asked already filled in.

    Args:
        spec: The form.
        given: What was asked.
        demo: Whether it goes into a 示例.
    """
    sheet = new_sheet(spec, demo=demo)
    for role, text in given.items():
        field = spec.field_with_role(role)
        if field is not None and text.strip():
            sheet.fields[field.name] = text.strip()
    return sheet


def _family(spec: Spec) -> str:
    return spec.id.partition("/")[0]
