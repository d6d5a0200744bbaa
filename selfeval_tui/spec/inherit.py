"""What a sheet inherits: a single parent, merged by name, with explicit `drop`."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import Factory, define

from selfeval_tui.problems import SpecError
from selfeval_tui.spec.faults import Fault, Path, item
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.sources import Sources, TomlFile

DEEPEST = 3
"""How many parents, grandparents … a sheet may have."""

Table = dict[str, Any]

_OWN = ("extends", "drop", "field", "block")
"""Keys that are not simply replaced by the child's."""


@define
class Part:
    """A field or a block, and where it is written."""

    data: Table
    file: TomlFile
    path: Path


@define
class Draft:
    """A sheet with everything it inherits, still as plain data."""

    file: TomlFile
    top: dict[str, Part] = Factory(dict)
    """Every other key of the file; the data of each part is {key: value}."""
    fields: dict[str, Part] = Factory(dict)
    blocks: list[Part] = Factory(list)
    faults: list[Fault] = Factory(list)

    def plain(self) -> Table:
        """The resolved content, as one file without a parent would hold it."""
        content: Table = {key: part.data[key] for key, part in self.top.items()}
        content["field"] = {name: part.data for name, part in self.fields.items()}
        content["block"] = [part.data for part in self.blocks]
        return content

    def report(self, part: Part, path: Path, what: str) -> None:
        """Add a fault below a part."""
        self.faults.append(Fault(part.file, (*part.path, *path), what))

    def reporter(self, part: Part) -> Callable[[Path, str], None]:
        """What adds faults below that part."""
        return lambda path, what: self.report(part, path, what)


def resolve(spec_id: str, sources: Sources) -> Draft:
    """Read a sheet and its parents and merge them.

    Raises:
        SpecError: A file is missing or no TOML, or the parents run too deep or in a circle.
    """
    chain = [sources.read(spec_id)]
    while "extends" in chain[-1].data:
        parent = chain[-1].data["extends"]
        ids = [file.id for file in chain]
        if not isinstance(parent, str) or parent in ids or len(chain) > DEEPEST:
            way = " → ".join([*ids, str(parent)])
            raise SpecError(
                f"{chain[-1].name}：extends 只能写一个表样，至多 {DEEPEST} 层，不能绕回自己：{way}"
            )
        chain.append(sources.read(parent))
    draft = Draft(chain[0])
    for file in reversed(chain):
        _merge(draft, file)
    return draft


def _merge(draft: Draft, file: TomlFile) -> None:
    """Lay one file over what it inherits."""
    _drop(draft, file)
    for key, value in file.data.items():
        if key not in _OWN:
            draft.top[key] = Part({key: value}, file, ())
    for name, data in _tables(draft, file, "field").items():
        inherited = draft.fields[name].data if name in draft.fields else {}
        draft.fields[name] = Part({**inherited, **data}, file, ("field", name))
    for index, data in _list(draft, file, ("block",), file.data.get("block", [])):
        _lay_block(draft, Part(data, file, ("block", item(index, data))))


def _lay_block(draft: Draft, part: Part) -> None:
    """Merge a block into the inherited one of its name, or put it in its place."""
    data = dict(part.data)
    after = data.pop("after", None)
    key = block_key(data)
    keys = [block_key(block.data) for block in draft.blocks]
    inherited = keys.index(key) if key and key in keys else None
    if inherited is not None and draft.blocks[inherited].file is not part.file:
        child = Part(data, part.file, part.path)
        draft.blocks[inherited] = _merged_block(draft, draft.blocks[inherited], child)
        return
    if inherited is not None:
        draft.report(part, (), f"已有名为“{key}”的块")
    place = len(keys)
    if after is not None:
        place = keys.index(after) + 1 if after in keys else place
        if after not in keys:
            what = f"没有“{after}”这一块。{did_you_mean(str(after), filter(None, keys))}"
            draft.report(part, ("after",), what)
    draft.blocks.insert(place, Part(data, part.file, part.path))


def block_key(data: Table) -> str:
    """What a block is called for inheritance: its `id`, or the name of a table."""
    key = data.get("id", data.get("name", ""))
    return key if isinstance(key, str) else ""


def _merged_block(draft: Draft, parent: Part, child: Part) -> Part:
    """A block over the one it inherits; the columns of a table are merged by name."""
    data = {**parent.data, **child.data}
    if "columns" in parent.data and "columns" in child.data:
        columns: dict[str, Table] = {}
        for part in (parent, child):
            path = (*part.path, "columns")
            for _, column in _list(draft, part.file, path, part.data["columns"]):
                name = str(column.get("name", ""))
                columns[name] = {**columns.get(name, {}), **column}
        data["columns"] = sorted(columns.values(), key=_place)
    return Part(data, child.file, child.path)


def _place(column: Table) -> int:
    at = column.get("at", 0)
    return at if isinstance(at, int) else 0


def _drop(draft: Draft, file: TomlFile) -> None:
    """Take away what the file's `drop` names; a name that is not inherited is a fault."""
    lists = file.data.get("drop", {})
    if not isinstance(lists, dict):
        draft.faults.append(Fault(file, ("drop",), "应写作 { fields = [...], columns = [...] }"))
        return
    for sort, names in lists.items():
        for name in names if isinstance(names, list) else [names]:
            what = _drop_one(draft, sort, str(name))
            if what:
                draft.faults.append(Fault(file, ("drop", sort), what))


def _drop_one(draft: Draft, sort: str, name: str) -> str:
    """Take one thing away; a Chinese sentence where there is no such thing."""
    blocks = {block_key(part.data): part for part in draft.blocks if block_key(part.data)}
    if sort == "fields":
        known: Iterable[str] = list(draft.fields)
        if draft.fields.pop(name, None):
            return ""
    elif sort == "blocks":
        known = blocks
        if name in blocks:
            draft.blocks.remove(blocks[name])
            return ""
    elif sort == "columns":
        table, _, column = name.partition(".")
        listed = blocks[table].data.get("columns", []) if table in blocks else []
        known = [f"{each}.{name}" for each, part in blocks.items() for name in _names(part)]
        kept = [each for each in listed if each.get("name") != column]
        if len(kept) < len(listed):
            blocks[table].data = {**blocks[table].data, "columns": kept}
            return ""
    else:
        return f"不认识“{sort}”。{did_you_mean(sort, ('fields', 'blocks', 'columns'))}"
    return f"上级表样里没有“{name}”，不能去掉。{did_you_mean(name, known)}"


def _names(part: Part) -> list[str]:
    """The columns of a block."""
    columns = part.data.get("columns", [])
    return [str(each.get("name", "")) for each in columns if isinstance(each, dict)]


def _tables(draft: Draft, file: TomlFile, key: str) -> dict[str, Table]:
    """A table of tables of the file; a fault for what is something else."""
    found = file.data.get(key, {})
    items = found.items() if isinstance(found, dict) else [("", found)]
    wrong = [name for name, data in items if not isinstance(data, dict)]
    draft.faults.extend(Fault(file, (key, name), f"应写作 [{key}.名称]") for name in wrong)
    return {name: data for name, data in items if isinstance(data, dict)}


def _list(draft: Draft, file: TomlFile, path: Path, found: object) -> list[tuple[int, Table]]:
    """A list of tables of the file with their places; a fault for what is something else."""
    items = list(enumerate(found)) if isinstance(found, list) else [(0, found)]
    wrong = [index for index, data in items if not isinstance(data, dict)]
    draft.faults.extend(
        Fault(file, (*path, item(index, None)), "应是一个表 { … }") for index in wrong
    )
    return [(index, data) for index, data in items if isinstance(data, dict)]
