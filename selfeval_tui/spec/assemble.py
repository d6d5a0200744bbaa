"""From a merged draft to the model; a broken part leaves its bare names for the others to meet."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from selfeval_tui.spec.canonical import content_hash
from selfeval_tui.spec.faults import Fault, Path
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.inherit import Draft, Part
from selfeval_tui.spec.model import Block, Column, Field, Spec, TableBlock
from selfeval_tui.spec.repeat import MOST, expand
from selfeval_tui.spec.structure import BLOCKS, Grid, Top, structure

_NO_TOP = Top("", "", 0, 0, "", "", Grid(()), ())
"""Stands for a top that is broken; without a grid, no box is checked."""


@frozen
class Placed:
    """A block, where it is written, and whether it is what was written there."""

    part: Part
    block: Block
    sound: bool = True


@frozen
class Assembly:
    """A specification that is still to be checked."""

    spec: Spec
    blocks: tuple[Placed, ...]
    """The blocks of the specification, in its order."""


def assemble(draft: Draft, family: Mapping[str, frozenset[str]]) -> Assembly:
    """Structure every part of a draft; what is wrong is added to the faults of the draft."""
    top = _top(draft) or _NO_TOP
    fields = {name: _field(draft, name, part) for name, part in draft.fields.items()}
    blocks = tuple(placed for part in draft.blocks for placed in _blocks(draft, part))
    spec = Spec(
        id=draft.file.id,
        kind=top.kind,
        name=top.name,
        year=top.year,
        revision=top.revision,
        source=top.source,
        attachment=top.attachment,
        columns_mm=top.grid.columns_mm,
        head=top.head,
        fields=fields,
        blocks=tuple(placed.block for placed in blocks),
        sign=top.sign,
        printed=top.printed,
        rates=top.rates,
        hash=content_hash(draft.plain()),
        family=family,
    )
    return Assembly(spec, blocks)


def _top(draft: Draft) -> Top | None:
    """Everything outside fields and blocks."""
    data = {key: part.data[key] for key, part in draft.top.items()}

    def report(path: Path, what: str) -> None:
        owner = draft.top.get(str(path[0])) if path else None
        draft.faults.append(Fault(owner.file if owner else draft.file, path, what))

    return structure(data, Top, report)


def _field(draft: Draft, name: str, part: Part) -> Field:
    """A field; one that is broken is a plain text field of that name."""
    if "name" in part.data:
        draft.report(part, ("name",), "不认识这个键，名称已写在方括号里")
    found = structure({**part.data, "name": name}, Field, draft.reporter(part))
    return found or Field(name)


def _blocks(draft: Draft, part: Part) -> Iterator[Placed]:
    """The block of a part, as often as it repeats."""
    data: dict[str, Any] = {key: value for key, value in part.data.items() if key != "id"}
    kind = data.pop("kind", None)
    shape = BLOCKS.get(kind) if isinstance(kind, str) else None
    if shape is None:
        hint = did_you_mean(str(kind), BLOCKS) or f"可写 {'、'.join(BLOCKS)}"
        what = f"没有“{kind}”这种块。{hint}" if kind else f"缺少这一项。{hint}"
        draft.report(part, ("kind",), what)
        return
    times = _times(draft, part, data.pop("repeat", 1)) if shape is TableBlock else 1
    if isinstance(data.get("row_label"), dict):
        data["row_label"] = {"name": "", **data["row_label"]}
    block = structure(data, shape, draft.reporter(part))
    if isinstance(block, TableBlock):
        yield from (Placed(part, each) for each in expand(block, times))
    elif block is not None:
        yield Placed(part, block)
    elif shape is TableBlock:
        yield Placed(part, _bare_table(data), sound=False)


def _times(draft: Draft, part: Part, times: object) -> int:
    """How often a table repeats."""
    if isinstance(times, int) and not isinstance(times, bool) and 1 <= times <= MOST:
        return times
    draft.report(part, ("repeat",), f"应是 1 至 {MOST} 的整数")
    return 1


def _bare_table(data: dict[str, Any]) -> TableBlock:
    """A broken table's names, so that formulas that speak them are not faulted for it."""
    columns = data.get("columns")
    named = (
        [each for each in columns if isinstance(each, dict)] if isinstance(columns, list) else []
    )
    return TableBlock(
        str(data.get("name", "")), tuple(Column(str(each.get("name", ""))) for each in named)
    )
