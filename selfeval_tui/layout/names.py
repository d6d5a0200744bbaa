"""What sheets of a workbook and exported files are called."""

import re
from collections.abc import Collection, Sequence

from selfeval_tui.layout.content import Contents
from selfeval_tui.layout.template import fill_in, names_in
from selfeval_tui.sheet import DEMO, Batch, Sheet, Stage, sheet_subject
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import Role
from selfeval_tui.store import safe_name
from selfeval_tui.store.settings import DEFAULTS
from selfeval_tui.text.hidden import without_hidden

_SHEET_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_RESERVED = {"history", "历史"}
_NAMELESS = "表"
_DRAFT = f"_{Stage.draft.label}"
_NAME_LIMIT = 80


def sheet_name(sheet: Sheet) -> str:
    """What a sheet is called inside a workbook: 附件1-3, and 示例 in front where it is one."""
    field = sheet.spec.field_with_role(Role.ATTACHMENT)
    default = field.default if field else ""
    mark = sheet.with_role(Role.ATTACHMENT).strip() or default or sheet.spec.name
    return safe_sheet_name(f"{DEMO} {mark}" if sheet.demo else mark)


def safe_sheet_name(text: str) -> str:
    """A name that Excel and WPS accept for a sheet: at most 31 characters, none forbidden."""
    name = _cut(without_hidden(_FORBIDDEN.sub("_", text)), _SHEET_LIMIT).strip(" '")
    if name.lower() in _RESERVED:
        name = f"{name}_"
    return name or _NAMELESS


def free_sheet_name(name: str, taken: Collection[str]) -> str:
    """The name itself, or with a number behind it where another sheet has it; case is ignored."""
    used = {each.lower() for each in taken}
    candidate, number = name, 1
    while candidate.lower() in used:
        number += 1
        suffix = f"({number})"
        candidate = _cut(name, _SHEET_LIMIT - len(suffix)) + suffix
    return candidate


def _cut(name: str, units: int) -> str:
    """At most so many UTF-16 units, which is how spreadsheets count."""
    while len(name.encode("utf-16-le")) > 2 * units:
        name = name[:-1]
    return name


def file_stem(batch: Batch, sheet: Sheet, pattern: str) -> str:
    """A sheet's file name without its ending, from a pattern such as {附件号} {项目名称}.

    Any field may stand in braces. One that the sheet does not have stands for its subject: the
    project's name, or else the unit's.
    """
    contents = Contents(batch, sheet, "typed")

    def text_of(name: str) -> str:
        if name in sheet.spec.fields:
            return contents.text(name)
        return sheet_subject(sheet)

    filled = fill_in(pattern, text_of).strip() or sheet.spec.name
    return _marked(f"{DEMO} {filled}" if sheet.demo else filled, (sheet,))


def unknown_fields(pattern: str, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """What is said of the names in braces that are a field of no sheet.

    Those of the usual pattern always count: 附件2 alone has no 项目名称, and its unit stands there.
    """
    known = {name for sheet in sheets for name in sheet.spec.fields}
    known.update(names_in(DEFAULTS.pattern))
    return tuple(
        f"文件名里的“{{{name}}}”不是表上的栏目。{did_you_mean(name, sorted(known))}"
        for name in names_in(pattern)
        if name not in known
    )


def workbook_stem(sheets: Sequence[Sheet]) -> str:
    """The name of one workbook for many sheets: …2023年度绩效自评表."""
    unit = _first(sheets, Role.UNIT_NAME)
    return _marked(f"{_demo(sheets)}{unit}{first_year(sheets)}绩效自评表", sheets)


def submission_stem(sheets: Sequence[Sheet]) -> str:
    """What is handed in together is called: 报送 …2023年度绩效自评."""
    unit = _first(sheets, Role.UNIT_NAME)
    return _marked(f"{_demo(sheets)}报送 {unit}{first_year(sheets)}绩效自评", sheets)


def own_stem(sheets: Sequence[Sheet], name: str) -> str:
    """The name of a table that goes with sheets, such as 自评结果汇总表."""
    return safe_name(f"{_demo(sheets)}{name}")


def about_unit(sheets: Sequence[Sheet]) -> str:
    """Whose sheets these are, as a line above a table."""
    return f"单位名称：{_first(sheets, Role.UNIT_NAME)}"


def first_year(sheets: Sequence[Sheet]) -> str:
    """2023年度; empty where no sheet says."""
    year = _first(sheets, Role.YEAR)
    return f"{year}年度" if year else ""


def drafts(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Those that nobody finalised (定稿), or that were opened again; a 示例 is never one."""
    return tuple(sheet for sheet in sheets if not sheet.life.locked and not sheet.demo)


def _marked(name: str, sheets: Sequence[Sheet]) -> str:
    """A safe name that ends with _草稿 where there is a draft among the sheets."""
    mark = _DRAFT if drafts(sheets) else ""
    return f"{safe_name(name, _NAME_LIMIT - len(mark))}{mark}"


def _demo(sheets: Sequence[Sheet]) -> str:
    return f"{DEMO} " if any(sheet.demo for sheet in sheets) else ""


def _first(sheets: Sequence[Sheet], role: Role) -> str:
    return next((text for sheet in sheets if (text := sheet.with_role(role).strip())), "")
