"""The neutral form: a sheet as plain TOML with the keys that are printed on it.

It knows no ids and no form; the form (表样) is found by the keys. 附件号 and 标题 may be called by
their roles, `attachment` and `title`; a row of the money table is a section under its label;
备注 may be a list.
"""

import re
import unicodedata
from pathlib import Path

from attrs import frozen

from selfeval_tui.sheet import Row, Sheet, new_id, new_sheet
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import Role
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.foreign.match import Match, Unplaced, match
from selfeval_tui.store.sheetfile.format import FORMAT_KEY, SHEET, SPEC
from selfeval_tui.store.sheetfile.parse import UNTOUCHED, read_toml

_YEAR_OF_TITLE = re.compile(r"(\d{4})\s*年")
_YEAR_OF_DATE = re.compile(r"[12]\d{3}")


@frozen
class Read:
    """What was read from a neutral file, or from one that this program saved."""

    sheet: Sheet
    unplaced: tuple[Unplaced, ...] = ()
    """What the form has no place for; it was left out."""
    saved: bool = False
    """Whether this program saved it: then it also has what is printed nowhere."""

    @property
    def not_understood(self) -> tuple[str, ...]:
        """The keys that the form has no place for, each once."""
        return tuple(dict.fromkeys(each.key for each in self.unplaced))


def parse_neutral(data: bytes, path: Path, *, demo: bool = False) -> Read | Fault:
    """Read a file in the neutral form.

    Args:
        data: Its bytes, which need not lie in a folder.
        path: Where they came from, for the message.
        demo: Whether the sheet belongs to the 示例.

    Returns:
        A new sheet of the form whose keys fit best, every text to the letter, and the keys that
        were not understood; or what is wrong with the file.
    """
    parsed = read_toml(data, path, parse_float=str)
    if isinstance(parsed, Fault):
        return parsed
    _, values = parsed
    if FORMAT_KEY in values and SPEC in values and SHEET in values:
        return Fault(
            path,
            None,
            f"“{path.name}”已是本程序的存档，不用导入。{UNTOUCHED}"
            "请把它放进自评文件夹的 saved 里，打开程序就能看到。",
        )
    best = max((match(load_spec(spec_id), values) for spec_id in spec_ids()), key=Match.fit)
    if not best.known:
        return Fault(
            path,
            None,
            f"“{path.name}”里没有一项是自评表上的栏目，没有导入。{UNTOUCHED}"
            "请核对是不是选错了文件；栏目名应与表上印的相同。",
        )
    return Read(_sheet(best, demo=demo), tuple(best.unplaced))


def _sheet(found: Match, *, demo: bool) -> Sheet:
    sheet = new_sheet(found.spec, starter=False, demo=demo)
    sheet.fields.update(found.fields)
    for (table, row), cells in found.fixed.items():
        sheet.row(table, row).cells.update(cells)
    for table, rows in found.free.items():
        added = (Row(new_id(), cells) for cells in rows)
        sheet.tables[table].update({row.id: row for row in added})
    year = found.spec.field_with_role(Role.YEAR)
    if year is not None and not sheet.fields.get(year.name, "").strip():
        sheet.fields[year.name] = year_of(sheet.with_role(Role.TITLE), sheet.with_role(Role.DATE))
    return sheet


def year_of(title: str, date: str) -> str:
    """The year that a sheet is about: as its title says, else the one before it was filled in."""
    if named := _YEAR_OF_TITLE.search(unicodedata.normalize("NFKC", title)):
        return named.group(1)
    if filled := _YEAR_OF_DATE.search(unicodedata.normalize("NFKC", date)):
        return str(int(filled.group()) - 1)
    return ""
