"""An evening of work whose every call is recorded, and what a power cut may never do to it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from attrs import frozen

from selfeval_tui.sheet import Address, Batch, Life, Sheet
from selfeval_tui.store import Autosave, SaveState, Workspace
from selfeval_tui.store.bin import list_bins, open_binned
from selfeval_tui.store.history.keep import Wanted, keep
from selfeval_tui.store.kept.finalised import keep_finalised
from selfeval_tui.store.kept.handed_out import keep_handed_out
from selfeval_tui.store.settings import FILE, Settings, write_settings
from selfeval_tui.store.sheetfile.format import Content, content_of
from tests.store.build import project
from tests.store.crash import Crash, Recorder, put

NOON = datetime(2024, 4, 23, 12, tzinfo=UTC)
UNIT, PROJECT, YEAR = "单位名称", "项目名称", "年度"


@frozen
class Told:
    """What was called saved at one moment."""

    sheets: Mapping[str, Content]
    beside: Mapping[str, bytes]
    """The files that are no sheets, by their path: versions, the bin, settings."""


class Evening:
    """One sheet that is edited, renamed, removed, kept and brought back, always saved at once."""

    def __init__(self, folder: Path, recorder: type[Recorder] = Recorder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.recorder = recorder(folder)
        self.workspace = Workspace(folder / "w", demo=False, files=self.recorder)
        self.batch = Batch([])
        self.saving = Autosave(self.workspace, self.batch, lambda: NOON)
        self.sheet = project()
        self.told = [Told({}, {})]
        self.hour = NOON

    def save(self) -> None:
        """Save, and note what the clerk was told."""
        assert self.saving.save_now().state is not SaveState.FAILED, self.saving.status.message
        self.tell()

    def tell(self) -> None:
        """Note that all that was done so far was called saved."""
        self.recorder.tell()
        sheets = {sheet.id: content_of(sheet) for sheet in self.batch.sheets}
        self.told.append(Told(sheets, beside(self.workspace.root)))

    def add(self) -> None:
        """A sheet more."""
        self.batch.add_sheet(self.sheet)
        self.save()

    def type(self, name: str, text: str) -> None:
        """Another text in one field of the sheet."""
        self.batch.set(Address(self.sheet.id, name), text)
        self.save()

    def remove(self) -> None:
        """Into the bin."""
        self.batch.remove_sheet(self.sheet.id)
        self.save()

    def undo(self) -> None:
        """The latest step taken back."""
        self.batch.undo()
        self.save()

    def keep_versions(self) -> None:
        """A version in each of the three places, and the settings."""
        self.hour += timedelta(hours=1)
        sheet = self.sheet.copy()
        keep(self.workspace, Wanted(sheet, "打开时", self.hour))
        self.tell()
        keep_finalised(self.workspace, self.batch, sheet, Life(content="ABCD"), self.hour)
        self.tell()
        assert keep_handed_out(self.workspace, self.batch, (sheet,), self.hour) == ()
        self.tell()
        write_settings(
            self.workspace.root, Settings(pattern=f"{{年度}}{self.hour:%H}"), self.recorder
        )
        self.tell()


def typing(evening: Evening) -> None:
    """Two edits of a sheet."""
    evening.add()
    evening.type(UNIT, "甲局")
    evening.type(UNIT, "乙局" * 40)


def renaming(evening: Evening) -> None:
    """Another project name, then another year."""
    evening.add()
    evening.type(PROJECT, "乙项目")
    evening.type(YEAR, "2024")


def removing(evening: Evening) -> None:
    """Into the bin, back again, and edited."""
    evening.add()
    evening.remove()
    evening.undo()
    evening.type(UNIT, "甲局")


def keeping(evening: Evening) -> None:
    """Versions and settings, twice."""
    evening.add()
    evening.keep_versions()
    evening.type(UNIT, "甲局")
    evening.keep_versions()


WORKS: tuple[Callable[[Evening], None], ...] = (typing, renaming, removing, keeping)


def beside(root: Path) -> dict[str, bytes]:
    """Every whole file of a workspace that is no sheet."""
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".tmp")
    found = {path.relative_to(root): path.read_bytes() for path in files}
    return {
        path.as_posix(): data
        for path, data in found.items()
        if path.name == FILE or len(path.parts) > len(("saved", "2023", "甲.toml"))
    }


def harm_of(crash: Crash, told: list[Told], folder: Path) -> list[str]:
    """What a power cut did to work that was called saved; nothing, if the promise holds.

    Args:
        crash: The state of the disk.
        told: What was called saved after each step.
        folder: An empty folder, where the state is made real.
    """
    put(crash.tree, folder)
    root = folder / "w"
    before, after = told[crash.told], told[min(crash.told + 1, len(told) - 1)]
    loaded = Workspace(root, demo=False).load()
    harm = [fault.message for fault in loaded.faults if not _is_twin(fault.path, loaded.sheets)]
    found = {sheet.id: content_of(sheet) for sheet in loaded.sheets}
    for sheet_id in before.sheets.keys() | after.sheets.keys() | found.keys():
        allowed = (before.sheets.get(sheet_id), after.sheets.get(sheet_id))
        if found.get(sheet_id) not in allowed:
            harm.append(f"{sheet_id} is neither the old nor the new one")
        if sheet_id not in found and sheet_id in before.sheets:
            harm += _missing_in_bin(root, before.sheets[sheet_id])
    there = beside(root)
    for path in before.beside.keys() | after.beside.keys() | there.keys():
        if there.get(path) not in (before.beside.get(path), after.beside.get(path)):
            harm.append(f"{path} is neither the old nor the new one")
    return harm


def _is_twin(path: Path, sheets: tuple[Sheet, ...]) -> bool:
    """Whether a fault is about a former name whose file says the same as the present one."""
    found = Workspace(path.parents[2], demo=False)
    found.load()
    return any(found.path_of(sheet).read_bytes() == path.read_bytes() for sheet in sheets)


def _missing_in_bin(root: Path, content: Content) -> list[str]:
    binned = [open_binned(each) for each in list_bins(root / "saved")]
    there = any(isinstance(each, Sheet) and content_of(each) == content for each in binned)
    return [] if there else ["a sheet is neither in its place nor in the bin"]
