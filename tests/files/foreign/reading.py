"""What came of a drawn file, held against what a clerk expects."""

from pathlib import Path

from selfeval_tui.files.incoming import read_any
from selfeval_tui.reader.reading import PageUnread, SheetRead
from selfeval_tui.store import Fault
from tests.files.foreign.case import Case
from tests.files.foreign.wanted import faults, silent


def told_wrong(case: Case, path: Path) -> list[str]:
    """Everything that came otherwise than it was drawn."""
    read = read_any(path)
    if isinstance(read, Fault):
        return [read.message] if case.wanted else []
    pages: tuple[SheetRead | PageUnread, ...] = (*read.sheets, *read.unread)
    return [*faults(pages, case.wanted), *silent(pages, case.texts)]
