"""From plain TOML data to the frozen model: strict, all faults at once, each with its path."""

import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from attrs import fields_dict, frozen

from selfeval_tui.spec.faults import Path, item
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import (
    Align,
    Block,
    Cell,
    Column,
    Field,
    FixedRow,
    Font,
    HeadLine,
    Kind,
    NotesBlock,
    Rate,
    Role,
    RowBlock,
    Screen,
    Side,
    SignLine,
    TableBlock,
)

if TYPE_CHECKING:
    from cattrs import Converter
    from cattrs.errors import BaseValidationError

Shape = TypeVar("Shape")
Hook = Callable[[object, object], object]
Report = Callable[[Path, str], None]
"""Takes a path below the structured value and what is wrong there."""


@frozen
class Grid:
    """The column grid of a sheet."""

    columns_mm: tuple[Decimal, ...]


@frozen
class Top:
    """What a file says outside its fields and blocks."""

    kind: str
    name: str
    year: int
    revision: int
    source: str
    attachment: str
    grid: Grid
    head: tuple[HeadLine, ...]
    sign: tuple[SignLine, ...] = ()
    printed: bool = True
    rates: tuple[Rate, ...] = ()


BLOCKS: Mapping[str, type[Block]] = {"row": RowBlock, "table": TableBlock, "notes": NotesBlock}

_WRITTEN: Mapping[type, Mapping[str, str]] = {TableBlock: {"rows": "row"}}
"""Members whose key in a file is another word."""
_EXPANDED: Mapping[type, tuple[str, ...]] = {TableBlock: ("number",)}
"""Members that no file states."""


class WrongValueError(ValueError):
    """A value does not fit its key; carries a Chinese sentence."""


def structure(data: object, shape: type[Shape], report: Report) -> Shape | None:
    """The value of that shape, or None after every fault was reported."""
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    # Nearly every file is sound, and the converter that collects faults costs twice the set-up.
    try:
        return _converter(detailed=False).structure(data, shape)
    except (WrongValueError, ForbiddenExtraKeysError, KeyError):
        pass
    try:
        return _converter(detailed=True).structure(data, shape)
    except BaseValidationError as faults:
        _report_all(faults, (), data, report)
    except WrongValueError as fault:
        report((), str(fault))
    return None


@cache
def _converter(*, detailed: bool) -> "Converter":
    """A converter that coerces nothing and forbids unknown keys.

    Args:
        detailed: Collect every fault with its path; otherwise stop at the first.
    """
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, override

    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    for scalar, said in ((str, "文字"), (int, "整数"), (bool, "true 或 false")):
        converter.register_structure_hook(scalar, _exactly(scalar, said))
    converter.register_structure_hook(Decimal, _decimal)
    for words in (Kind, Role, Font, Align):
        converter.register_structure_hook(words, _one_of)
    converter.register_structure_hook_factory(
        lambda shape: getattr(shape, "__origin__", None) is tuple,
        lambda shape: _tuple(converter, shape),
    )
    for shape in (
        Screen, Field, Column, Cell, HeadLine, SignLine, Rate, Side, FixedRow, Grid, Top, RowBlock,
        NotesBlock, TableBlock,
    ):  # fmt: skip
        renamed = {name: override(rename=key) for name, key in _WRITTEN.get(shape, {}).items()} | {
            name: override(omit=True) for name in _EXPANDED.get(shape, ())
        }
        inner = make_dict_structure_fn(shape, converter, **renamed)  # type: ignore[arg-type]
        converter.register_structure_hook(shape, _table(inner))
    return converter


def _exactly(scalar: type, said: str) -> Hook:
    """A hook that takes values of one type only."""

    def hook(value: object, _: object) -> object:
        if type(value) is scalar:
            return value
        raise WrongValueError(f"应是{said}，写的是 {_shown(value)}")

    return hook


def _decimal(value: object, _: object) -> Decimal:
    """A number of the file, whole or not."""
    if type(value) is int or (isinstance(value, Decimal) and value.is_finite()):
        return Decimal(value)
    raise WrongValueError(f"应是数字，写的是 {_shown(value)}")


def _one_of(value: object, shape: type[StrEnum]) -> StrEnum:
    """A member of an enumeration by its word."""
    words = [member.value for member in shape]
    if isinstance(value, str) and value in words:
        return shape(value)
    hint = did_you_mean(str(value), words) or f"可写 {'、'.join(words)}"
    raise WrongValueError(f"没有“{value}”这种写法。{hint}")


def _table(inner: Callable[[Mapping[str, Any], Any], Any]) -> Hook:
    """A hook that takes TOML tables only."""

    def hook(value: object, shape: object) -> object:
        if isinstance(value, Mapping):
            return inner(value, shape)
        raise WrongValueError(f"应是一个表 {{ … }}，写的是 {_shown(value)}")

    return hook


def _tuple(converter: "Converter", shape: object) -> Hook:
    """A hook that takes lists only, never the letters of a text."""
    as_list = types.GenericAlias(list, get_args(shape)[:1])
    inner = converter.get_structure_hook(as_list)

    def hook(value: object, _: object) -> object:
        if isinstance(value, list):
            return tuple(inner(value, as_list))
        raise WrongValueError(f"应是列表 [ … ]，写的是 {_shown(value)}")

    return hook


def _shown(value: object) -> str:
    """A value as the file writes it, shortened."""
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 30 else f"{text[:29]}…"


def _report_all(faults: "BaseValidationError", path: Path, data: object, report: Report) -> None:
    """Walk a tree of validation errors and report its leaves."""
    from cattrs.errors import (
        AttributeValidationNote,
        BaseValidationError,
        ForbiddenExtraKeysError,
        IterableValidationNote,
    )

    for fault in faults.exceptions:
        below, inside = path, data
        for note in getattr(fault, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                key = _WRITTEN.get(faults.cl, {}).get(note.name, note.name)
                below, inside = (*path, key), _inside(data, key)
            elif isinstance(note, IterableValidationNote):
                inside = _inside(data, note.index)
                step = note.index if isinstance(note.index, str) else item(note.index, inside)
                below = (*path, step)
        if isinstance(fault, BaseValidationError):
            _report_all(fault, below, inside, report)
        elif isinstance(fault, ForbiddenExtraKeysError):
            for key in sorted(fault.extra_fields):
                hint = did_you_mean(key, _keys(fault.cl))
                report((*path, key), f"不认识这个键。{hint}")
        else:
            report(below, "缺少这一项" if isinstance(fault, KeyError) else str(fault))


def _inside(data: object, key: object) -> object:
    """The part of the data a note speaks of."""
    if isinstance(data, list) and isinstance(key, int):
        return data[key]
    return data.get(key) if isinstance(data, Mapping) else None


def _keys(shape: type) -> list[str]:
    """The keys a file may write for a shape."""
    written = _WRITTEN.get(shape, {})
    hidden = _EXPANDED.get(shape, ())
    return [written.get(name, name) for name in fields_dict(shape) if name not in hidden]
