"""A workspace: the folder of one unit's sheets (本单位年度自评) and of its exported workbooks."""

from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from attrs import frozen

from selfeval_tui.clock import local_time
from selfeval_tui.problems import GoneError, StoreError, UnconfirmedError
from selfeval_tui.sheet import DEMO, Sheet
from selfeval_tui.spec.model import Role
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.inside import check_inside
from selfeval_tui.store.disk.writer import move_file, remove_file, write_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import ENDING, Found, names_in, read_folder
from selfeval_tui.store.former import FormerNames
from selfeval_tui.store.gone import missing, said
from selfeval_tui.store.merge.elsewhere import Elsewhere, KnownFile, changes_since, stand_of
from selfeval_tui.store.names import BIN, file_name, free_name, safe_name, same_label, year_folder
from selfeval_tui.store.newer import check_not_newer
from selfeval_tui.store.on_disk import same_content
from selfeval_tui.store.sheetfile.documents import Documents
from selfeval_tui.store.sheetfile.encoding import Encoded, decode_text
from selfeval_tui.store.sheetfile.parse import UNTOUCHED
from selfeval_tui.store.window.lock import SAVED

if TYPE_CHECKING:
    from selfeval_tui.store.bin import BinKind


@frozen
class Loaded:
    """The sheets of a workspace in their order, and the files that could not be used."""

    sheets: tuple[Sheet, ...]
    faults: tuple[Fault, ...]
    notices: tuple[str, ...] = ()
    """What the clerk should know of files that were read, in Chinese."""


class Workspace:
    """Loads and saves sheets as `saved/<year>/<name>.toml`; the id inside a file counts.

    Threads may share it: one waits for the other.

    Args:
        root: The folder; it need not exist yet.
        demo: Whether it holds the 示例; found out from the folder where None.
        files: The file system that is written to, also by those who keep more beside the sheets.
    """

    def __init__(self, root: Path, *, demo: bool | None = None, files: Files = DISK) -> None:
        self.root = root
        self._told_demo = True if root.name == DEMO else demo
        self._holds_demo: bool | None = None
        """Whether all sheets are of the 示例; None before anybody looked."""
        self.files = files
        self._lock = RLock()
        self._known: dict[str, KnownFile] = {}
        self._former = FormerNames()
        self._aside: dict[Path, bytes] = {}
        self._documents = Documents()
        self._notices: list[str] = []
        self._altered: set[str] = set()
        """The sheets whose files say something that saving does not keep."""

    @property
    def saved(self) -> Path:
        """Where the sheets lie."""
        return self.root / SAVED

    @property
    def exports(self) -> Path:
        """Where exported workbooks go."""
        return self.root / "exports"

    @property
    def demo(self) -> bool:
        """Whether this is the 示例: by its folder's name, or because its sheets all say so."""
        if self._told_demo is not None:
            return self._told_demo
        self._look_once()
        return bool(self._holds_demo)

    def load(self) -> Loaded:
        """Read every sheet; a file that cannot be used is a fault and the others still load."""
        with self._lock:
            found, faults = read_folder(self.saved)
            self._holds_demo = bool(found) and all(each.sheet.demo for each in found)
            fitting = tuple(each for each in found if each.sheet.demo == self.demo)
            strangers = tuple(_stranger(each) for each in found if each.sheet.demo != self.demo)
            self._known = {each.sheet.id: KnownFile(each.path, each.data) for each in fitting}
            self._altered = {each.sheet.id for each in fitting if each.notices}
            notices = tuple(said for each in fitting for said in each.notices)
            return Loaded(tuple(each.sheet for each in fitting), faults + strangers, notices)

    def base_of(self, sheet_id: str) -> bytes:
        """A sheet's file as it was last read or written here, empty where there is none.

        It does not wait for a thread that saves.
        """
        known = self._known.get(sheet_id)
        return known.data if known else b""

    def path_of(self, sheet: Sheet) -> Path:
        """Where a sheet lies, or would be saved."""
        with self._lock:
            self._look_once()
            known = self._known.get(sheet.id)
            return known.path if known else self._place(sheet, None)

    def check_there(self) -> None:
        """See that the folders that sheets were read from or written to are still there.

        Raises:
            GoneError: One is not; what happened and what can be done.
        """
        with self._lock:
            folder = missing(self.root, (each.path for each in self._known.values()))
            if folder is not None:
                raise GoneError(said(folder))

    def begin_anew(self) -> None:
        """Have every sheet written as a new one from now on: the clerk said so."""
        with self._lock:
            self._known.clear()
            self._former = FormerNames()
            self._documents = Documents()

    def save(self, sheet: Sheet) -> Path:
        """Write a sheet; a file of its former name goes once the new one stands.

        A sheet that changes its name is written under the former one first: an interruption
        leaves at most two files that say the same.

        Returns:
            The file.

        Raises:
            ConflictError: Somebody else changed it since; nothing was written.
            GoneError: The workspace is not there any more; nothing was made in its place.
            StoreError: It could not be written, or it would mix 示例 and own sheets.
        """
        with self._lock:
            self._look_once()
            self.check_there()
            self._check_kind(sheet)
            before, on_disk = self._before(sheet)
            ours = before is not None and on_disk == before.data
            check_not_newer(sheet, None if ours else on_disk)
            encoded = self._documents.encode(sheet, on_disk)
            if on_disk is not None and before is not None:
                altered = encoded.from_scratch or sheet.id in self._altered
                self._keep_foreign(before, on_disk, from_scratch=altered)
            path = self._place(sheet, before)
            check_inside(path, self.root)
            lost = ""
            if on_disk is not None and before is not None and before.path != path:
                self._write(sheet.id, before.path, encoded.data)
                self._former.note(sheet.id, before.path, encoded.data)
                lost = f"内容已存在“{before.path.name}”里，还没能改名为“{path.name}”。"
            self._write(sheet.id, path, encoded.data, lost)
            self._former.remove(sheet.id, path, self.files)
            self._altered.discard(sheet.id)
            return path

    def remove(self, sheet: Sheet) -> None:
        """Move a sheet's file to 回收站 beside it; nothing happens where it was never saved.

        Raises:
            ConflictError: Somebody else changed it since.
            GoneError: The workspace is not there any more.
            StoreError: It could not be moved.
        """
        with self._lock:
            self._look_once()
            self.check_there()
            known, on_disk = self._before(sheet)
            if known is not None:
                check_inside(known.path, self.root)
            if known is not None and on_disk is not None:
                move_file(known.path, _free_in_bin(known.path, known.path.stem), self.files)
            elif known is not None:
                remove_file(known.path, self.files)
            self._known.pop(sheet.id, None)

    def look_elsewhere(self) -> tuple[Elsewhere, ...]:
        """What others did to the sheets since they were read or written here; nothing is taken.

        Raises:
            GoneError: The workspace is not there any more, which nobody did to its sheets.
        """
        with self._lock:
            self._look_once()
            self.check_there()
            seen = self._look_elsewhere()
            gone = {each.sheet for each in seen if not each.theirs}
            if not gone:
                return seen
            # A file that gets another name may be missed at a glance, but not twice.
            again = self._look_elsewhere()
            return tuple(each for each in again if each.theirs or each.sheet in gone)

    def accept(self, seen: Elsewhere, *, whole: bool = True) -> None:
        """Save over what somebody else left: it was decided what becomes of that.

        Args:
            seen: What was seen.
            whole: Whether all of it was taken; otherwise it is kept in 回收站 besides.

        Raises:
            StoreError: It could not be kept; nothing was accepted.
        """
        from selfeval_tui.store.bin import BinKind

        with self._lock:
            if seen.file is None:
                self._known.pop(seen.sheet, None)
                return
            if not whole:
                self._put_in_bin(seen.file.path, seen.file.data, BinKind.ELSEWHERE)
            self._known[seen.sheet] = seen.file

    def set_aside(self, path: Path, at: datetime) -> Path:
        """Move a file that cannot be read to 回收站 beside it, byte for byte.

        Returns:
            Where it is now.

        Raises:
            StoreError: It could not be moved.
        """
        from selfeval_tui.store.bin import BinKind, bin_name

        with self._lock:
            aside = _free_in_bin(path, safe_name(bin_name(BinKind.DAMAGED, at, path.stem)))
            move_file(path, aside, self.files)
            return aside

    def take_notices(self) -> tuple[str, ...]:
        """What saving had to do beyond saving, in Chinese; each is told once."""
        with self._lock:
            told, self._notices = tuple(self._notices), []
            return told

    def _look_elsewhere(self) -> tuple[Elsewhere, ...]:
        found, faults = read_folder(self.saved)
        fitting = [each for each in found if each.sheet.demo == self.demo]
        return tuple(changes_since(self._known, fitting, {fault.path for fault in faults}))

    def _write(self, sheet_id: str, path: Path, data: bytes, lost: str = "") -> None:
        try:
            write_file(path, data, self.files, lost)
        except UnconfirmedError:
            self._known[sheet_id] = KnownFile(path, data)
            raise
        self._known[sheet_id] = KnownFile(path, data)

    def _look_once(self) -> None:
        if self._holds_demo is not None:
            # The screen asks at each step, and must not wait for a thread that saves.
            return
        with self._lock:
            if self._holds_demo is None:
                self.load()

    def _before(self, sheet: Sheet) -> tuple[KnownFile | None, bytes | None]:
        """The sheet's file and its bytes now; None for what is not there."""
        known = self._known.get(sheet.id)
        return stand_of(known, sheet, self.saved) if known else (None, None)

    def _place(self, sheet: Sheet, before: KnownFile | None) -> Path:
        """The file a sheet belongs in now; it keeps its present one while the name fits."""
        folder = self.saved / year_folder(sheet.with_role(Role.YEAR))
        name = file_name(sheet)
        if before and before.path.parent == folder and same_label(before.path.stem, name):
            return before.path
        return folder / f"{free_name(name, names_in(folder))}{ENDING}"

    def _check_kind(self, sheet: Sheet) -> None:
        if sheet.demo == self.demo:
            return
        if sheet.demo:
            raise StoreError(
                f"示例表不能存进本单位的自评“{self.root}”。请在示例里看它，或新建一张自己的表。"
            )
        raise StoreError(f"“{self.root}”是示例，不能存进本单位的表。请换一个文件夹放自己的表。")

    def _keep_foreign(self, before: KnownFile, on_disk: bytes, *, from_scratch: bool) -> None:
        """Set a version aside that cannot be continued or read, before ours takes its place."""
        from selfeval_tui.store.bin import BinKind

        path = before.path
        unchanged = not from_scratch and same_content(on_disk, before.data)
        if unchanged or self._aside.get(path) == on_disk:
            return
        ours = on_disk == before.data
        aside = self._put_in_bin(path, on_disk, BinKind.ORIGINAL if ours else BinKind.ELSEWHERE)
        self._aside[path] = on_disk
        self._notices.append(_said_of_aside(path, aside, on_disk, ours=ours))

    def _put_in_bin(self, path: Path, data: bytes, kind: "BinKind") -> Path:
        """Write a copy of what a file says into 回收站 beside it."""
        from selfeval_tui.store.bin import bin_name

        name = safe_name(bin_name(kind, local_time(), path.stem))
        aside = _free_in_bin(path, name)
        write_file(aside, data, self.files)
        return aside


def _said_of_aside(path: Path, aside: Path, data: bytes, *, ours: bool) -> str:
    text = decode_text(data)
    if ours and isinstance(text, Encoded) and text.encoding:
        return (
            f"“{path.name}”原来是按 {text.encoding} 保存的，已改存为 UTF-8，内容照旧；"
            f"原文件放在“{aside.parent.name}”里的“{aside.name}”。"
        )
    why = "里有程序不能照原样续写的写法" if ours else "在别处被改动过"
    return (
        f"“{path.name}”{why}：这里的内容照常保存，那一版放在“{aside.parent.name}”里的"
        f"“{aside.name}”。请比较两版，需要的内容请补填。"
    )


def _free_in_bin(path: Path, name: str) -> Path:
    folder = path.parent / BIN
    return folder / f"{free_name(name, names_in(folder))}{ENDING}"


def _stranger(found: Found) -> Fault:
    if found.sheet.demo:
        what, advice = "是示例表，不放在本单位的表里，没有打开。", "请把它移到“示例”文件夹。"
    else:
        what, advice = "是本单位的表，不放在示例里，没有打开。", "请把它移到自己的自评文件夹。"
    return Fault(found.path, None, f"“{found.path.name}”{what}{UNTOUCHED}{advice}")
