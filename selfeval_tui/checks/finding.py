"""Findings (问题): what a rule says of a place, as data that every face renders."""

from collections.abc import Mapping

from attrs import frozen

from selfeval_tui.sheet import Address
from selfeval_tui.text.reading import Labelled


class Severity(Labelled):
    """How much a finding weighs, the heaviest first."""

    error = "error", "错误"
    explain = "explain", "需说明"
    warn = "warn", "警告"
    info = "info", "提示"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class State(Labelled):
    """What became of a rule at one place; a rule that passes leaves no finding."""

    open = "open", "待处理"
    explained = "explained", "已说明"
    kept = "kept", "坚持填报"
    skipped = "skipped", "缺数未查"
    broken = "broken", "规则出错"


@frozen
class Finding:
    """One thing that a reviewer would send back, or that could not be checked."""

    code: str
    severity: Severity
    state: State
    sheet: str
    """The sheet's id; empty where it is about the whole year."""
    at: tuple[Address, ...]
    """Where to look, the first one above all."""
    message: str
    expected: str = ""
    """应为; empty where there is nothing to compare."""
    actual: str = ""
    """填报."""
    difference: str = ""
    """相差."""
    fix: str = ""
    """怎么办."""
    missing: tuple[str, ...] = ()
    """What had to be known and is blank, where the rule was skipped."""
    settled: str = ""
    """The reason that settled it, where it is explained or kept."""

    @property
    def is_open(self) -> bool:
        """Whether the clerk has something to do about it."""
        return self.state is State.open

    def as_json(self, names: Mapping[str, str]) -> dict[str, object]:
        """Plain data for scripts; `names` gives the printed sheet and address."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "sheet": names.get("sheet", ""),
            "address": names.get("address", ""),
            "message": self.message,
            "expected": self.expected,
            "actual": self.actual,
            "difference": self.difference,
            "fix": self.fix,
            "state": str(self.state),
        }
