"""Faults of a specification: collected all at once, each with its file, line and path."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from selfeval_tui.problems import SpecError
from selfeval_tui.spec.sources import TomlFile

_HEADER = re.compile(r"\s*\[(?!block\.)")
"""Begins the next field or block; `[block.skeleton]` still belongs to its block."""
_PART = re.compile(r"\s*\[(\[\s*block|\s*field)\b")
"""Ends what a file says outside its fields and blocks."""
_NAMING = ("name", "id", "field", "label")
"""Keys by which an item of a list is known to a reader."""


@frozen
class Item:
    """A step of a path into a list."""

    index: int
    name: str = ""
    """What the item is called, if it is called anything."""


Path = tuple[str | Item, ...]
"""Keys and items from the top of a file down."""


@frozen
class Fault:
    """One thing that is wrong."""

    file: TomlFile
    path: Path
    """Inside that file."""
    what: str

    def __str__(self) -> str:
        place = shown_path(self.path)
        line = line_of(self.file.text, self.path)
        return f"{self.file.name}：第 {line} 行：{place}{'：' if place else ''}{self.what}"


def refuse(spec_id: str, faults: Iterable[Fault]) -> SpecError:
    """The one exception for all faults, in the order of the lines."""
    ordered = sorted(faults, key=lambda each: (each.file.name, line_of(each.file.text, each.path)))
    lines = dict.fromkeys(map(str, ordered))
    return SpecError("\n".join([f"表样 {spec_id} 有 {len(lines)} 处错误：", *lines]))


def item(index: int, data: object) -> Item:
    """The step to an item of a list, with its name where it has one."""
    names = (data.get(key) for key in _NAMING) if isinstance(data, Mapping) else ()
    return Item(index, next((name for name in names if isinstance(name, str) and name), ""))


def shown_path(path: Path) -> str:
    """A path as a person reads it: names where there are names, else numbers from 1."""
    shown = ""
    for step in path:
        if isinstance(step, Item):
            shown += f"[{step.name or step.index + 1}]"
        else:
            shown += f".{step}" if shown else step
    return shown


def line_of(text: str, path: Path) -> int:
    """The line a path is written on, counted from 1; of what holds it where it is missing."""
    lines = text.splitlines() or [""]
    current, end = _region(lines, path)
    for step in path:
        pattern = _pattern(step)
        if pattern:
            found = (n for n in range(current, end) if re.search(pattern, lines[n]))
            current = next(found, current)
    return current + 1


def _region(lines: list[str], path: Path) -> tuple[int, int]:
    """The lines from the header of a path's field or block to the next header."""
    match path:
        case ("block", Item(index=index), *_):
            heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*block\s*]]", line)]
            start = heads[index] if index < len(heads) else 0
        case ("field", str(name), *_):
            header = rf"\s*\[\s*field\s*\.\s*[\"']?{re.escape(name)}[\"']?\s*]"
            start = next((n for n, line in enumerate(lines) if re.match(header, line)), 0)
        case ("sign", *_):
            # Its lines may be written as tables of their own, behind everything else.
            return 0, len(lines)
        case _:
            parts = (n for n, line in enumerate(lines) if _PART.match(line))
            return 0, next(parts, len(lines))
    following = (n for n in range(start + 1, len(lines)) if _HEADER.match(lines[n]))
    return start, next(following, len(lines))


def _pattern(step: str | Item) -> str:
    """What to look for on the way down: a key, or the name of an item of a list."""
    if isinstance(step, Item):
        return rf"[\"']{re.escape(step.name)}[\"']" if step.name else ""
    return rf"(^|[\s{{,.\[])[\"']?{re.escape(step)}[\"']?\s*[=\].]"
