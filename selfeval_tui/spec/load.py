"""Load a specification: read, inherit, structure, check; every fault at once."""

from functools import cache

from selfeval_tui.spec.build import build
from selfeval_tui.spec.canonical import as_toml
from selfeval_tui.spec.inherit import resolve
from selfeval_tui.spec.model import Spec
from selfeval_tui.spec.sources import Sources, shipped


def spec_ids(sources: Sources | None = None) -> tuple[str, ...]:
    """The ids of all sheets of all families, sorted."""
    return (sources or shipped()).ids()


def load_spec(spec_id: str, sources: Sources | None = None) -> Spec:
    """The sheet of that id, resolved and checked.

    Args:
        spec_id: Family and sheet, as in `ezhou-gedian/project`.
        sources: Where to look; the families that come with the program where None.

    Raises:
        SpecError: There is no such sheet, or the message lists every fault with file and line.
    """
    return _load_shipped(spec_id) if sources is None else _load(spec_id, sources)


def resolved_toml(spec_id: str, sources: Sources | None = None) -> str:
    """The sheet with all it inherits as one TOML text, which reads back to the same sheet.

    Raises:
        SpecError: As `load_spec`.
    """
    sources = sources or shipped()
    _load(spec_id, sources)
    return as_toml(resolve(spec_id, sources).plain())


@cache
def _load_shipped(spec_id: str) -> Spec:
    """What comes with the program does not change while it runs."""
    return _load(spec_id, shipped())


def _load(spec_id: str, sources: Sources) -> Spec:
    return build(resolve(spec_id, sources), sources)
