"""What 自查规则.toml says, read strictly: every fault at once."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import Factory, define, frozen

from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.read import number_of
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.toml import TomlError, exact, read_values
from selfeval_tui.text import fold, parse_number

_RULES, _PACKS = "规则", "规则包"
_CODE, _SEVERITY, _LIMIT, _OFF, _REASON, _FILE = "编号", "级别", "界限", "停用", "理由", "文件"
_KEYS: Mapping[str, frozenset[str]] = {
    _RULES: frozenset({_CODE, _SEVERITY, _LIMIT, _OFF, _REASON}),
    _PACKS: frozenset({_FILE, _REASON}),
}
_HUNDRED = Decimal(100)


@frozen
class Adjustment:
    """What is wanted of one rule instead of what it says itself."""

    code: str
    reason: str
    off: bool = False
    severity: Severity | None = None
    limit: Decimal | None = None


@frozen
class AddedPack:
    """A file of rules of the workspace's own."""

    name: str
    """Its path below the workspace."""
    reason: str


@frozen
class OverlayFile:
    """What the file says, and what is wrong with it."""

    adjustments: tuple[Adjustment, ...] = ()
    packs: tuple[AddedPack, ...] = ()
    faults: tuple[str, ...] = ()


def read_overlay(text: str, name: str) -> OverlayFile:
    """Read the file.

    Args:
        text: What it says.
        name: What it is called, for the messages.
    """
    try:
        values = read_values(text, exact)
    except TomlError as fault:
        return OverlayFile(faults=(f"{name}：{fault.said}",))
    reader = _Reader(name)
    for key in values:
        if key not in _KEYS:
            reader.wrong(f"没有“{key}”这一节。{did_you_mean(key, _KEYS)}")
    adjustments = [reader.adjustment(*each) for each in reader.entries(values, _RULES)]
    packs = [reader.pack(*each) for each in reader.entries(values, _PACKS)]
    codes = [each.code for each in adjustments]
    for code in dict.fromkeys(codes):
        if code and codes.count(code) > 1:
            reader.wrong(f"{code} 写了 {codes.count(code)} 次，请合成一处")
    return OverlayFile(tuple(adjustments), tuple(packs), tuple(reader.faults))


@define
class _Reader:
    """Reads entry after entry and collects what is wrong with them."""

    name: str
    faults: list[str] = Factory(list)

    def wrong(self, what: str) -> None:
        """Keep a fault."""
        self.faults.append(f"{self.name}：{what}")

    def entries(
        self, values: Mapping[str, Any], section: str
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each entry of a section, and what it is called in messages."""
        tables = values.get(section, [])
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            self.wrong(f'每处以 [["{section}"]] 开头')
            return
        for number, table in enumerate(tables, start=1):
            named = table.get(_CODE, table.get(_FILE))
            where = named if isinstance(named, str) and named else f"第 {number} 处“{section}”"
            for key in table:
                if key not in _KEYS[section]:
                    hint = did_you_mean(key, _KEYS[section])
                    self.wrong(f"{where} 没有“{key}”这一项。{hint}")
            yield where, table

    def adjustment(self, where: str, table: Mapping[str, Any]) -> Adjustment:
        """One change of a rule."""
        found = Adjustment(
            self._text(where, table, _CODE).upper(),
            self._text(where, table, _REASON),
            self._off(where, table),
            self._severity(where, table),
            self._limit(where, table),
        )
        wanted = found.severity is not None or found.limit is not None
        if found.off and wanted:
            self.wrong(f"{where} 停用了，就不用再写级别和界限")
        if not found.off and not table.keys() & {_SEVERITY, _LIMIT}:
            self.wrong(f"{where} 没有写改什么：{_OFF}、{_SEVERITY} 或 {_LIMIT}")
        return found

    def pack(self, where: str, table: Mapping[str, Any]) -> AddedPack:
        """One pack that is added."""
        return AddedPack(self._text(where, table, _FILE), self._text(where, table, _REASON))

    def _text(self, where: str, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.wrong(f"{where} 的“{key}”应是加引号的文字")
            return ""
        if not value.strip():
            self.wrong(f"{where} 缺少“{key}”")
        return value.strip()

    def _off(self, where: str, table: Mapping[str, Any]) -> bool:
        value = table.get(_OFF, False)
        if not isinstance(value, bool):
            self.wrong(f"{where} 的“{_OFF}”应是 true 或 false，不加引号")
            return False
        return value

    def _severity(self, where: str, table: Mapping[str, Any]) -> Severity | None:
        said = table.get(_SEVERITY)
        known = {each.label: each for each in Severity} | {each.value: each for each in Severity}
        if said is not None and (not isinstance(said, str) or said not in known):
            labels = "、".join(each.label for each in Severity)
            self.wrong(f"{where} 的“{_SEVERITY}”没有“{said}”，可以写 {labels}")
            return None
        return known[said] if said is not None else None

    def _limit(self, where: str, table: Mapping[str, Any]) -> Decimal | None:
        said = table.get(_LIMIT)
        if said is None:
            return None
        limit = _number(said)
        if limit is None or limit < 0:
            self.wrong(f'{where} 的“{_LIMIT}”应是不小于 0 的数，如 0.8 或 "80%"')
            return None
        return limit


def _number(said: object) -> Decimal | None:
    if isinstance(said, str):
        body = fold(said)
        number = parse_number(body.removesuffix("%"))
        return number / _HUNDRED if number is not None and body.endswith("%") else number
    return number_of(said)
