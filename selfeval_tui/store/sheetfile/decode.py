"""From a saved file to a sheet. A file that cannot be read is a `Fault` and stays as it is."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import Factory, frozen

from selfeval_tui.problems import SpecError
from selfeval_tui.sheet import (
    Answer,
    Approved,
    Basis,
    Explanation,
    Life,
    Remark,
    Row,
    Ruling,
    Sheet,
    Stage,
)
from selfeval_tui.spec import load_spec
from selfeval_tui.spec.model import Spec, TableBlock
from selfeval_tui.store.disk.limits import LONGEST_TEXT, MOST_ROWS, SHOWN
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.end_mark import END_KEY, is_cut
from selfeval_tui.store.sheetfile.format import (
    ANSWER,
    APPROVED,
    APPROVED_ROW,
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
from selfeval_tui.store.sheetfile.lines import find_line
from selfeval_tui.store.sheetfile.parse import UNTOUCHED, read_toml
from selfeval_tui.text import Direction, VerdictCode, has_controls, strip_controls
from selfeval_tui.text.reading import Labelled


@frozen
class Decoded:
    """A sheet as it was read."""

    sheet: Sheet
    dropped: tuple[int | None, ...]
    """One for each text that held control characters, which were left out; the first one says
    in which line, where that is known."""
    values: Mapping[str, Any]
    """All that the file says, what is no part of a sheet included."""


def decode(data: bytes, path: Path) -> Sheet | Fault:
    """Read a saved sheet; see `decode_whole`."""
    read = decode_whole(data, path)
    return read if isinstance(read, Fault) else read.sheet


def decode_whole(data: bytes, path: Path) -> Decoded | Fault:
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
    dropped: list[int | None] = []
    try:
        return Decoded(_sheet(_Section(text, values, "", 1, dropped)), tuple(dropped), values)
    except _UnreadableError as error:
        if newer := newer_format(values):
            what = f"是较新的程序存的（格式 {newer}），这里读不懂。"
            advice = "请用较新的程序打开它。"
            return Fault(path, error.line, f"“{path.name}”{what}{UNTOUCHED}{advice}")
        where = f"第 {error.line} 行" if error.line else ""
        return Fault(path, error.line, f"“{path.name}”{where}{error.what}{UNTOUCHED}{error.advice}")


def decode_values(values: Mapping[str, Any]) -> Sheet | Fault:
    """A sheet of what its file says, where that was kept in another way than as TOML."""
    try:
        return _sheet(_Section("", values, "", 1))
    except _UnreadableError as error:
        return Fault(Path(), None, f"{error.what}{error.advice}")


def newer_format(values: Mapping[str, Any]) -> int:
    """The format of a file that is newer than ours; 0 for any other."""
    version = values.get(FORMAT_KEY)
    return version if type(version) is int and FORMAT < version < _ABSURD else 0


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
    dropped: list[int | None] = Factory(list)
    """See `Decoded`; all sections of a file share it."""

    def wrong(self, key: str, what: str, advice: str) -> _UnreadableError:
        return _UnreadableError(find_line(self.text, self.name, key, self.number), what, advice)

    def string(self, key: str, *, needed: bool = False) -> str:
        """A text; empty where the key is not there."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, f"的“{key}”应是加引号的文字。", f'请写成 "{key}" = "…"。')
        if len(value) > LONGEST_TEXT:
            said = f"的“{key}”太长（{len(value)} 字），最多 {LONGEST_TEXT} 字。"
            raise self.wrong(key, said, _BACKUP)
        text = strip_controls(value)
        if len(text) < len(value) and has_controls(value):
            # Finding a line takes the whole file; the first one is enough to look at.
            line = None if self.dropped else find_line(self.text, self.name, key, self.number)
            self.dropped.append(line)
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
        return _Section(self.text, value, key, 1, self.dropped)

    def rows(self, key: str) -> "Iterator[_Section]":
        """The rows of the table array under that key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            advice = f'请让每一行以 [["{key}"]] 开头。'
            raise _UnreadableError(find_line(self.text, key), f"的“{key}”应是一行一行的。", advice)
        if len(value) > MOST_ROWS:
            line = find_line(self.text, key, number=MOST_ROWS + 1)
            said = f"起“{key}”太多（共 {len(value)} 行），最多 {MOST_ROWS} 行。"
            raise _UnreadableError(line, said, _BACKUP)
        for number, row in enumerate(value, start=1):
            yield _Section(self.text, row, key, number, self.dropped)


def _sheet(file: _Section) -> Sheet:
    _check_format(file)
    _check_end(file)
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
    sheet.approved = tuple(map(_approved, file.rows(APPROVED)))
    sheet.newer = newer_format(file.values)
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


def _approved(section: _Section) -> Approved:
    return Approved(**{name: section.string(key) for name, key in APPROVED_ROW.items()})


def _labelled(section: _Section, key: str, usual: _Label) -> _Label:
    """The member that is called so; the usual one where nothing is said."""
    known = {each.label: each for each in type(usual)}
    said = section.string(key) or usual.label
    if said not in known:
        raise section.wrong(key, f"的“{key}”不认得。", f"请写 {'、'.join(known)} 中的一个。")
    return known[said]


def _check_format(file: _Section) -> None:
    if not file.values:
        raise file.wrong(FORMAT_KEY, "是空的，里面什么也没有。", "请放回它的好版本或备份。")
    version = file.values.get(FORMAT_KEY)
    if type(version) is not int or not 0 < version < _ABSURD:
        raise file.wrong(
            FORMAT_KEY,
            f"没有写明存档格式（{FORMAT_KEY} = {FORMAT}）。",
            "若它是别处来的表，请用“导入”读进来；若不是自评表，请移到别处。",
        )


def _check_end(file: _Section) -> None:
    last = file.string(END_KEY)
    if is_cut(file.text, last):
        raise file.wrong(
            END_KEY,
            f"说文件末尾应有一行“{last}”，现在没有：后面的内容可能丢了。",
            "请改用这张表的备份或历史版本；若核对后内容齐全，用记事本删去这一行就能打开。",
        )


def _spec(section: _Section) -> Spec:
    spec_id = section.string(ID, needed=True)
    try:
        return load_spec(spec_id)
    except SpecError as error:
        raise section.wrong(
            ID,
            f"用的表样“{spec_id[:SHOWN]}”这里没有或有误。",
            f"请换用带有这个表样的程序。{error.message}",
        ) from error


def _rows(table: TableBlock, file: _Section) -> dict[str, Row]:
    """The rows in the file's order; a fixed table has the form's own rows, all of them."""
    found: dict[str, Row] = {}
    for section in file.rows(table.name):
        row = _row(table, section)
        if row.id in found:
            raise section.wrong(
                ID,
                f"的编号 id = “{row.id[:SHOWN]}”与前面一行相同。",
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
