"""The one exception of the formula compiler."""

from selfeval_tui.problems import SpecError


class FormulaError(SpecError):
    """A formula cannot be compiled.

    Args:
        source: The formula as written.
        what: What is wrong and what to do, in Chinese.
        start: Where in the formula, counted from 0; the whole formula where None.
    """

    title = "公式有误"

    def __init__(self, source: str, what: str, start: int | None = None) -> None:
        where = "" if start is None else f"第 {start + 1} 个字处"
        super().__init__(f"公式“{_excerpt(source, start or 0)}”{where}：{what}")


def _excerpt(source: str, start: int) -> str:
    """The formula, or the part around the fault where it is long."""
    line = " ".join(source.split())
    if len(line) <= 60:
        return line
    first = max(0, min(start, len(line)) - 25)
    return f"{'…' if first else ''}{line[first : first + 50]}…"
