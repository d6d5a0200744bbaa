"""The packs of rules that are shipped: the common ones and those of each family of forms."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from selfeval_tui.checks.read import read_rules
from selfeval_tui.checks.rule import Rule
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.model import FIGURES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COMMON = "common"
_FIRST, _LAST = "rules", ".toml"
"""How the name of a file of rules begins and ends."""


@cache
def shipped_rules(family: str) -> tuple[Rule, ...]:
    """The common rules, and those of a family of forms."""
    return (*_pack(COMMON), *_pack(family))


def families() -> tuple[str, ...]:
    """The folders of the families of forms."""
    return tuple(sorted(each.name for each in files("form_specs").iterdir() if each.is_dir()))


def figures_of(family: str) -> frozenset[str]:
    """The figures of the accounts that the family's rules may speak of."""
    spec_id = f"{family}/{FIGURES}"
    return frozenset(load_spec(spec_id).fields) if spec_id in spec_ids() else frozenset()


def _pack(name: str) -> tuple[Rule, ...]:
    root = files("form_specs")
    where: Traversable = root if name == COMMON else root.joinpath(name)
    if not where.is_dir():
        return ()
    files_of_rules = (
        each
        for each in sorted(where.iterdir(), key=lambda each: each.name)
        if each.name.startswith(_FIRST) and each.name.endswith(_LAST)
    )
    text = "\n".join(each.read_text(encoding="utf-8") for each in files_of_rules)
    return read_rules(text, name, figures_of(name))
