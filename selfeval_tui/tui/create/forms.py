"""Which forms are offered, and what a new sheet begins with."""

from collections.abc import Mapping
from datetime import date

from selfeval_tui.sheet import Batch
from selfeval_tui.sheet.numbering import next_attachment
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Role, Spec
from selfeval_tui.tui.form import wrong_year
from selfeval_tui.tui.titles import commonest, unit_of, year_of

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
        Role.ATTACHMENT: next_attachment(batch.printed, spec),
        Role.PROJECT_NAME: "",
        Role.YEAR: year_of(batch, today),
        Role.UNIT_NAME: unit_of(batch),
    }
    if not spec.printed:
        del known[Role.ATTACHMENT]
    return {role: text for role, text in known.items() if spec.field_with_role(role)}


def shared_texts(batch: Batch, spec: Spec, today: date) -> dict[Role, str]:
    """What the sheets of a unit as a rule say alike, for the roles that the form has."""
    known = {
        Role.YEAR: year_of(batch, today),
        Role.UNIT_NAME: unit_of(batch),
        Role.DEPARTMENT: commonest(sheet.with_role(Role.DEPARTMENT) for sheet in batch.sheets),
        Role.DATE: commonest(sheet.with_role(Role.DATE) for sheet in batch.sheets),
    }
    return {role: text for role, text in known.items() if spec.field_with_role(role)}


def takes_list(spec: Spec) -> bool:
    """Whether a list of projects can fill sheets of this form."""
    money = all(spec.table_with_role(role) for role in (Role.BUDGET, Role.SPENT))
    return money and spec.field_with_role(Role.PROJECT_NAME) is not None


def complaint(
    batch: Batch, given: Mapping[Role, str], spec: Spec | None = None
) -> tuple[Role, str] | None:
    """What is missing or taken, and where; None when the sheet can be made.

    Args:
        batch: The sheets that are there.
        given: What was answered, by role.
        spec: The form; there is one sheet a year of figures of the accounts (决算数据).
    """
    taken = {sheet.with_role(Role.ATTACHMENT).strip() for sheet in batch.printed}
    if given.get(Role.ATTACHMENT, "").strip() in taken - {""}:
        return Role.ATTACHMENT, f"已经有{given[Role.ATTACHMENT].strip()}了，请换一个号。"
    if Role.PROJECT_NAME in given and not given[Role.PROJECT_NAME].strip():
        return Role.PROJECT_NAME, "请填写项目名称。"
    year = given.get(Role.YEAR, "").strip()
    if wrong := wrong_year(year):
        return Role.YEAR, wrong
    if spec is not None and not spec.printed and _has(batch, spec, year):
        return Role.YEAR, f"{year}年度的{spec.name}已经有了，请在总览里打开它。"
    return None


def _has(batch: Batch, spec: Spec, year: str) -> bool:
    """Whether there is a sheet of that form and year."""
    years = {
        sheet.with_role(Role.YEAR).strip() for sheet in batch.sheets if sheet.spec.id == spec.id
    }
    return year in years


def _family(spec: Spec) -> str:
    return spec.id.partition("/")[0]
