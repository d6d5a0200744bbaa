"""What lies in a workspace's folder of saved sheets, read anew each time."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.disk.inside import OUTSIDE, leads_outside
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.names import BIN, file_name, same_label
from selfeval_tui.store.order import in_order
from selfeval_tui.store.sheetfile.decode import decode_whole
from selfeval_tui.store.sheetfile.parse import UNTOUCHED
from selfeval_tui.store.sheetfile.told import notices_of

ENDING = ".toml"


@frozen
class Found:
    """A sheet and the file it was read from."""

    path: Path
    data: bytes
    sheet: Sheet
    written: int
    """When the file was last written, in nanoseconds."""
    notices: tuple[str, ...] = ()
    """What saving it would not keep as it is, in Chinese."""


def read_folder(saved: Path) -> tuple[tuple[Found, ...], tuple[Fault, ...]]:
    """Every sheet below a folder in its order, and every file that could not be used."""
    found: dict[str, Found] = {}
    faults: list[Fault] = []
    for path in _sheet_files(saved, faults):
        read = _read(path, saved.parent)
        if isinstance(read, Fault):
            faults.append(read)
            continue
        other = found.get(read.sheet.id)
        keep, drop = (read, other) if other is None or _better(read, other) else (other, read)
        found[keep.sheet.id] = keep
        if drop is not None:
            faults.append(_twice(drop, keep))
    ordered = sorted(found.values(), key=lambda each: in_order(each.sheet))
    return tuple(ordered), tuple(sorted(faults, key=lambda fault: fault.path))


def names_in(folder: Path) -> tuple[str, ...]:
    """The names that are taken in a folder, without the ending; none where there is no folder.

    Raises:
        StoreError: The folder cannot be read.
    """
    return tuple(path.stem for path in entries(folder) if path.suffix.lower() == ENDING)


def _sheet_files(saved: Path, faults: list[Fault]) -> Iterator[Path]:
    """The files of sheets: in the folder itself and in the folders of its years."""
    folders = [saved]
    for folder in folders:
        if leads_outside(folder, saved.parent):
            faults.append(_outside(folder))
            continue
        try:
            found = entries(folder)
        except StoreError as error:
            faults.append(Fault(folder, None, error.message))
            continue
        for path in found:
            try:
                is_folder = path.is_dir()
            except OSError as error:
                faults.append(_unreadable(path, error))
                continue
            if is_folder:
                if folder == saved and path.name != BIN:
                    folders.append(path)
            elif path.suffix.lower() == ENDING:
                yield path


def entries(folder: Path, within: Path | None = None) -> list[Path]:
    """What lies in a folder, by name; nothing where there is no folder.

    Args:
        folder: The folder.
        within: The workspace; what a link puts outside it is left out. None where somebody else
            looks at links.

    Raises:
        StoreError: The folder cannot be read.
    """
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        if within is None:
            return found
        return [path for path in found if not leads_outside(path, within)]
    except OSError as error:
        raise StoreError(
            f"文件夹“{folder}”读不出来（{reason(error)}）。请看是否允许读取，网络盘是否还连着。"
        ) from error


def _read(path: Path, root: Path) -> Found | Fault:
    try:
        data, written = read_file(path, within=root), path.stat().st_mtime_ns
    except OSError as error:
        return _unreadable(path, error)
    read = decode_whole(data, path)
    if isinstance(read, Fault):
        return read
    return Found(path, data, read.sheet, written, notices_of(path, data, read))


def _outside(folder: Path) -> Fault:
    said = f"文件夹“{folder.name}”没有打开：{OUTSIDE}。里面的文件没有改动。"
    return Fault(folder, None, f"{said}若其中确有自评表，请把文件夹本身移到这里。")


def _unreadable(path: Path, error: OSError) -> Fault:
    advice = "请看它是否正被别的程序打开，或是否允许读取。"
    return Fault(path, None, f"“{path.name}”读不出来（{reason(error)}）。{advice}")


def _better(one: Found, other: Found) -> bool:
    """Which of two files of one sheet counts.

    A copy's name does not fit; of a renamed sheet's two files, left by an interruption, both
    fit and the later one is right.
    """

    def rank(each: Found) -> tuple[bool, int]:
        return same_label(each.path.stem, file_name(each.sheet)), each.written

    return rank(one) > rank(other)


def _twice(drop: Found, keep: Found) -> Fault:
    return Fault(
        drop.path,
        None,
        f"“{drop.path.name}”与“{keep.path.name}”是同一张表（[sheet] 的 id 相同），没有打开。"
        f"{UNTOUCHED}请把不要的一份移到别处；两份都要时，请把这一份的 id 改成别的字母和数字。",
    )
