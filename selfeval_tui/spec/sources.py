"""Where specifications lie: folders of families, one TOML file a sheet."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from selfeval_tui.problems import SpecError
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.toml import TomlError, exact, read_values

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PART = re.compile(r"[\w-]{1,60}")
_SHOWN = 80
"""Characters of an id that are quoted."""
_MOST_BYTES = 1024 * 1024
"""Of a specification; those that come with the program have a fiftieth of that."""
_NO_SHEET = "rules"
"""Files whose name begins so hold rules, not a sheet."""


@frozen
class TomlFile:
    """A specification as it is written."""

    id: str
    """Family and sheet, as in `ezhou-gedian/project`."""
    text: str = field(repr=False)
    data: dict[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        """The file inside the folder of families."""
        return f"{self.id}.toml"


@frozen
class Sources:
    """Folders of families; an earlier one hides the same sheet of a later one.

    The roots may lie in a zip file.
    """

    roots: "tuple[Traversable, ...]"

    def ids(self) -> tuple[str, ...]:
        """Every sheet there is, sorted."""
        found = {
            f"{family.name}/{sheet.name.removesuffix('.toml')}"
            for root in self.roots
            for family in _folders(root)
            for sheet in family.iterdir()
            if sheet.name.endswith(".toml") and not sheet.name.startswith(_NO_SHEET)
        }
        return tuple(sorted(found))

    def read(self, spec_id: str) -> TomlFile:
        """The file of a sheet.

        Raises:
            SpecError: There is none, or it is no TOML.
        """
        parts = spec_id.split("/")
        if len(parts) == 2 and all(_PART.fullmatch(part) for part in parts):
            for root in self.roots:
                found = root.joinpath(parts[0], f"{parts[1]}.toml")
                if found.is_file():
                    return _parse(spec_id, found.read_bytes())
        known = self.ids()
        hint = did_you_mean(spec_id, known) or f"现有：{'、'.join(known) or '无'}"
        raise SpecError(f"没有表样“{spec_id[:_SHOWN]}”。{hint}")


@cache
def shipped() -> Sources:
    """The families that come with the program."""
    from importlib.resources import files

    return Sources((files("form_specs"),))


def _folders(root: "Traversable") -> "Iterator[Traversable]":
    """The families of a root."""
    return (each for each in root.iterdir() if each.is_dir() and _PART.fullmatch(each.name))


@lru_cache(maxsize=32)
def _parse(spec_id: str, content: bytes) -> TomlFile:
    """Read the bytes of a file, once; numbers with a point become Decimal."""
    if len(content) > _MOST_BYTES:
        raise SpecError(f"{spec_id}.toml：文件太大，最多 {_MOST_BYTES // 1024} KB")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return TomlFile(spec_id, text, read_values(text, exact))
    except UnicodeDecodeError:
        raise SpecError(f"{spec_id}.toml：不是 UTF-8 编码的文本") from None
    except TomlError as fault:
        raise SpecError(f"{spec_id}.toml：{fault.said}") from None
