"""What other windows, other PCs and other programs did to the sheets of a workspace."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve, frozen

from selfeval_tui.problems import ConflictError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.folder import Found, read_folder
from selfeval_tui.store.merge.parts import parts_of
from selfeval_tui.store.on_disk import belongs_to_another, bytes_on_disk, same_content
from selfeval_tui.store.sheetfile.decode import decode


@frozen
class KnownFile:
    """Where a sheet lies, and the bytes that this program last read or wrote there."""

    path: Path
    data: bytes


@frozen
class Elsewhere:
    """A sheet that somebody else changed, made or removed."""

    sheet: str
    """Its id."""
    base: Sheet | None
    """As this program last read or wrote it; None where it never did."""
    theirs: Sheet | None
    """As it is on the disk now; None where it is gone."""
    file: KnownFile | None
    """What was seen there."""


def stand_of(known: KnownFile, ours: Sheet, saved: Path) -> tuple[KnownFile | None, bytes | None]:
    """Where a sheet's file stands now, and its bytes; it may have got another name.

    Args:
        known: What this program last read or wrote.
        ours: What the sheet says here.
        saved: The folder of all sheets.

    Returns:
        None for the bytes where it is gone, and for both where its name is another sheet's now.

    Raises:
        ConflictError: Somebody else changed what it says, and it does not say the same as ours.
        StoreError: The file cannot be read.
    """
    on_disk = bytes_on_disk(known.path)
    if on_disk == known.data:
        return known, on_disk
    if on_disk is None or belongs_to_another(on_disk, ours.id):
        found = next((each for each in read_folder(saved)[0] if each.sheet.id == ours.id), None)
        if found is None:
            return (known, None) if on_disk is None else (None, None)
        known, on_disk = evolve(known, path=found.path), found.data
    if same_content(on_disk, known.data):
        return known, on_disk
    read = decode(on_disk, known.path)
    if isinstance(read, Fault) or read.newer:
        # What cannot be compared is dealt with by whoever saves.
        return known, on_disk
    if parts_of(read) == parts_of(ours):
        return evolve(known, data=on_disk), on_disk
    raise ConflictError(
        f"“{known.path.name}”在别处也改动过（另一个窗口、另一台电脑或别的程序），"
        "这里的改动还没有写进去。"
    )


def changes_since(
    known: Mapping[str, KnownFile], found: Iterable[Found], unreadable: Collection[Path]
) -> Iterator[Elsewhere]:
    """How the sheets on the disk differ from those that were known.

    Args:
        known: The files by the ids of their sheets.
        found: What lies there now.
        unreadable: The files that are there and say nothing; saving sets them aside.
    """
    there = {each.sheet.id: each for each in found}
    for sheet_id, each in there.items():
        file = known.get(sheet_id)
        if file is None or not same_content(each.data, file.data):
            seen = KnownFile(each.path, each.data)
            yield Elsewhere(sheet_id, _base(file), each.sheet, seen)
    for sheet_id, file in known.items():
        if sheet_id not in there and file.path not in unreadable:
            yield Elsewhere(sheet_id, _base(file), None, None)


def _base(file: KnownFile | None) -> Sheet | None:
    read = decode(file.data, file.path) if file else None
    return None if isinstance(read, Fault) else read
