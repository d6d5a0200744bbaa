"""Power cuts: from a record of the writer's calls to every state that the disk may be left in.

The rules are those of POSIX with nothing added. The bytes of a file are safe once the file was
synced; until then any part of them may be there, or zeros in their place. A change of a folder's
names is safe once the folder was synced; until then each change may be there or not, whatever
became of those before it. Within one folder a rename is one change, across folders it is two.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

from attrs import Factory, define, frozen

from tests.store.watched import Call, Watched

Tree = dict[str, Any]
"""What lies in a folder by its name: the bytes of a file, or another folder."""


class Recorder(Watched):
    """A file system that keeps every change that was made to it."""

    def __init__(self, root: Path) -> None:
        self._disk = Disk(root)
        self.log: list[Call] = []

    def after(self, call: Call) -> None:
        """Keep it."""
        self.log.append(call)

    def crashes(self) -> "Iterator[Crash]":
        """Every state of the disk that a power cut may leave; see `Disk.crashes`."""
        return deepcopy(self._disk).crashes(self.log)

    def tell(self) -> None:
        """Put a mark in the record: what was done so far was called saved."""
        self.log.append(Call("told"))


@frozen
class Crash:
    """A state of the disk after a power cut."""

    told: int
    """How many marks the record had by then."""
    tree: Tree


@define(eq=False)
class _File:
    safe: bytes = b""
    written: bytes = b""

    def contents(self) -> Iterator[bytes]:
        """What a power cut may leave of the bytes."""
        yield self.safe
        tail = len(self.written) - len(self.safe)
        if tail:
            half = self.written[: len(self.safe) + tail // 2]
            yield half
            yield self.safe + bytes(tail)
            yield half + bytes(len(self.written) - len(half))
            yield self.written


_Change = Mapping[str, "_File | _Folder | None"]


@define(eq=False)
class _Folder:
    safe: "dict[str, _File | _Folder]" = Factory(dict)
    pending: list[_Change] = Factory(list)

    def names(self, chosen: Iterable[int]) -> "dict[str, _File | _Folder]":
        """The names when those of the pending changes were made."""
        names: dict[str, _File | _Folder | None] = {**self.safe}
        for number in chosen:
            names |= self.pending[number]
        return {name: node for name, node in names.items() if node is not None}

    def now(self) -> "dict[str, _File | _Folder]":
        """The names that a running program sees."""
        return self.names(range(len(self.pending)))

    def sync(self) -> None:
        """Make all changes safe."""
        self.safe = self.now()
        self.pending.clear()

    def contents(self) -> Iterator[Tree]:
        """What a power cut may leave of the folder."""
        for mask in range(1 << len(self.pending)):
            chosen = [at for at in range(len(self.pending)) if mask >> at & 1]
            names = self.names(chosen)
            for contents in product(*(tuple(each.contents()) for each in names.values())):
                yield dict(zip(names, contents, strict=True))


class Disk:
    """What a disk holds safely and what it was merely told, call by call.

    Args:
        root: The folder that stands for the disk; what lies in it now is safe.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = _read(root)
        self._open: dict[int, _File | _Folder] = {}
        self._told = 0

    def crashes(self, log: Iterable[Call]) -> Iterator[Crash]:
        """Every state that a power cut before, between or after the calls may leave, once each."""
        seen: set[tuple[int, str]] = set()
        for call in (None, *log):
            if call is not None:
                self._make(call)
            for tree in self._top.contents():
                key = (self._told, repr(tree))
                if key not in seen:
                    seen.add(key)
                    yield Crash(self._told, tree)

    def _make(self, call: Call) -> None:
        match call.name:
            case "told":
                self._told += 1
            case "make_folder":
                self._name(call.paths[0], _Folder())
            case "create":
                self._open[call.handle] = file = _File()
                self._name(call.paths[0], file)
            case "write":
                file_or_folder = self._open[call.handle]
                assert isinstance(file_or_folder, _File)
                file_or_folder.written += call.data
            case "open_folder":
                self._open[call.handle] = self._folder(call.paths[0])
            case "sync":
                self._sync(self._open[call.handle])
            case "replace":
                self._rename(*call.paths)
            case "remove" | "remove_folder":
                self._name(call.paths[0], None)
            case other:
                raise AssertionError(other)

    def _sync(self, node: "_File | _Folder") -> None:
        if isinstance(node, _Folder):
            node.sync()
        else:
            node.safe = node.written

    def _rename(self, source: Path, target: Path) -> None:
        node = self._folder(source.parent).now()[source.name]
        if source.parent == target.parent:
            both: _Change = {source.name: None, target.name: node}
            self._folder(source.parent).pending.append(both)
        else:
            self._name(target, node)
            self._name(source, None)

    def _name(self, path: Path, node: "_File | _Folder | None") -> None:
        folder = self._folder(path.parent)
        if not isinstance(node, _Folder) or path.name not in folder.now():
            folder.pending.append({path.name: node})

    def _folder(self, path: Path) -> _Folder:
        folder = self._top
        for name in path.relative_to(self._root).parts:
            inner = folder.now()[name]
            assert isinstance(inner, _Folder)
            folder = inner
        return folder


def put(tree: Tree, folder: Path) -> None:
    """Make a state of the disk real below a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tree.items():
        if isinstance(content, bytes):
            (folder / name).write_bytes(content)
        else:
            put(content, folder / name)


def _read(folder: Path) -> _Folder:
    found = _Folder()
    for path in folder.iterdir():
        data = b"" if path.is_dir() else path.read_bytes()
        found.safe[path.name] = _read(path) if path.is_dir() else _File(data, data)
    return found
