"""From a saved file to a sheet. A file that cannot be read is a `Fault` and stays as it is."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from selfeval_tui.problems import SpecError
from selfeval_tui.sheet import Answer, Basis, Explanation, Life, Remark, Row, Ruling, Sheet, Stage
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Spec, TableBlock
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.format import (
    ANSWER,
    BASIS,
    DEMO,
    EXPLAINED,
    EXPLANATIONS,
    FIELDS,
    FORMAT,
    FORMAT_KEY,
    ID,
    LIFE,
    REMARKED,
    REMARKS,
    RULED_DIRECTION,
    RULED_READING,
    RULED_VERDICT,
    SHEET,
    SPEC,
    STATE,
)
from selfeval_tui.store.lines import find_line
from selfeval_tui.store.parse import UNTOUCHED, read_toml
from selfeval_tui.text import Direction, VerdictCode, strip_controls
from selfeval_tui.text.reading import Labelled


def decode(data: bytes, path: Path) -> Sheet | Fault:
    """Read a saved sheet.

    Args:
        data: The bytes of the file.
        path: Where they came from, for the message.

    Returns:
        The sheet with every text to the letter (but control characters, which no cell may
        hold), or what is wrong with the file. Keys that the form does not know are left to the
        file, which keeps them when the sheet is saved.
    """
    parsed = read_toml(data, path)
    if isinstance(parsed, Fault):
        return parsed
    text, values = parsed
    try:
        return _sheet(_Section(text, values, "", 1))
    except _UnreadableError as error:
        where = f"第 {error.line} 行" if error.line else ""
        return Fault(path, error.line, f"“{path.name}”{where}{error.what}{UNTOUCHED}{error.advice}")


class _UnreadableError(Exception):
    """Leads from the place where a file is wrong to the one place that reports it."""

    def __init__(self, line: int | None, what: str, advice: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what
        self.advice = advice


_Label = TypeVar("_Label", bound=Labelled)
_ABSURD = 10**6
"""No format will ever have that number; a file may state one that is too long to print."""
_BACKUP = "请改用这张表的备份，或用记事本补上。"


@frozen
class _Section:
    """A table of the file that knows where it stands."""

    text: str
    values: Mapping[str, Any]
    name: str
    number: int

    def wrong(self, key: str, what: str, advice: str) -> _UnreadableError:
        return _UnreadableError(find_line(self.text, self.name, key, self.number), what, advice)

    def string(self, key: str, *, needed: bool = False) -> str:
        """A text; empty where the key is not there."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, f"的“{key}”应是加引号的文字。", f'请写成 "{key}" = "…"。')
        text = strip_controls(value)
        if needed and not text.strip():
            raise self.wrong(key, f"缺少“{key}”。", _BACKUP)
        return text

    def section(self, key: str, *, needed: bool = False) -> "_Section":
        """The table under that key; an empty one where it is not there."""
        value = self.values.get(key)
        if value is None and not needed:
            value = {}
        if not isinstance(value, dict):
            raise _UnreadableError(
                find_line(self.text, "", key), f"缺少 [{key}] 一节或写法不对。", _BACKUP
            )
        return _Section(self.text, value, key, 1)

    def rows(self, key: str) -> "Iterator[_Section]":
        """The rows of the table array under that key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            advice = f'请让每一行以 [["{key}"]] 开头。'
            raise _UnreadableError(find_line(self.text, key), f"的“{key}”应是一行一行的。", advice)
        for number, row in enumerate(value, start=1):
            yield _Section(self.text, row, key, number)


def _sheet(file: _Section) -> Sheet:
    _check_format(file)
    spec = _spec(file.section(SPEC, needed=True))
    head = file.section(SHEET, needed=True)
    demo = head.values.get(DEMO, False)
    if not isinstance(demo, bool):
        raise head.wrong(DEMO, f"的“{DEMO}”应是 true 或 false。", "请改成其中一个，不加引号。")
    fields = file.section(FIELDS)
    typed = {name: text for name in spec.fields if (text := fields.string(name))}
    tables = {table.name: _rows(table, file) for table in spec.tables}
    sheet = Sheet(head.string(ID, needed=True), spec, typed, tables, demo)
    sheet.life = _life(head)
    sheet.explanations = {each.id: each for each in map(_reason, file.rows(EXPLANATIONS))}
    sheet.remarks = {each.id: each for each in map(_remark, file.rows(REMARKS))}
    return sheet


def _life(head: _Section) -> Life:
    """Where the sheet stands; a file from before there were states is a draft."""
    stage = _labelled(head, STATE, Stage.draft)
    return Life(stage, **{name: head.string(key) for name, key in LIFE.items()})


def _reason(section: _Section) -> Explanation:
    texts = {name: section.string(key) for name, key in EXPLAINED.items()}
    return Explanation(section.string(ID, needed=True), **texts)


def _remark(section: _Section) -> Remark:
    answer = _labelled(section, ANSWER, Answer.none)
    texts = {name: section.string(key) for name, key in REMARKED.items()}
    return Remark(section.string(ID, needed=True), **texts, answer=answer)


def _labelled(section: _Section, key: str, usual: _Label) -> _Label:
    """The member that is called so; the usual one where nothing is said."""
    known = {each.label: each for each in type(usual)}
    said = section.string(key) or usual.label
    if said not in known:
        raise section.wrong(key, f"的“{key}”不认得。", f"请写 {'、'.join(known)} 中的一个。")
    return known[said]


def _check_format(file: _Section) -> None:
    version = file.values.get(FORMAT_KEY)
    if type(version) is not int or not 0 < version < _ABSURD:
        raise file.wrong(
            FORMAT_KEY,
            f"没有写明存档格式（{FORMAT_KEY} = {FORMAT}）。",
            "若它是别处来的表，请用“导入”读进来；若不是自评表，请移到别处。",
        )
    if version > FORMAT:
        raise file.wrong(
            FORMAT_KEY,
            f"写明是更新的存档格式 {version}，这个版本的程序只认得格式 {FORMAT}。",
            "请换用较新的程序打开它。",
        )


def _spec(section: _Section) -> Spec:
    spec_id = section.string(ID, needed=True)
    try:
        return load_spec(spec_id)
    except SpecError as error:
        raise section.wrong(
            ID, f"用的表样“{spec_id}”这里没有或有误。", f"请换用带有这个表样的程序。{error.message}"
        ) from error


def _rows(table: TableBlock, file: _Section) -> dict[str, Row]:
    """The rows in the file's order; a fixed table has the form's own rows, all of them."""
    found: dict[str, Row] = {}
    for section in file.rows(table.name):
        row = _row(table, section)
        if row.id in found:
            raise section.wrong(
                ID,
                f"的编号 id = “{row.id}”与前面一行相同。",
                "请把其中一行的 id 改成别的字母和数字。",
            )
        found[row.id] = row
    if table.free:
        return found
    return {fixed.id: found.get(fixed.id) or Row(fixed.id) for fixed in table.rows}


def _row(table: TableBlock, section: _Section) -> Row:
    cells = {column.name: text for column in table.columns if (text := section.string(column.name))}
    row = Row(section.string(ID, needed=True), cells)
    if table.judged:
        row.ruling = _ruling(section)
        row.basis = Basis(**{part: section.string(key) for part, key in BASIS.items()})
    return row


def _ruling(section: _Section) -> Ruling:
    verdict, direction = section.string(RULED_VERDICT), section.string(RULED_DIRECTION)
    try:
        return Ruling(
            VerdictCode(verdict) if verdict else None,
            Direction(direction) if direction else None,
            section.string(RULED_READING),
        )
    except ValueError as error:
        key = RULED_DIRECTION if verdict in set(VerdictCode) | {""} else RULED_VERDICT
        codes = Direction if key == RULED_DIRECTION else VerdictCode
        known = "、".join(f"{code.value}（{code.label}）" for code in codes)
        raise section.wrong(
            key, f"的“{key}”不认得。", f"请写 {known}，或留空由程序判定。"
        ) from error
