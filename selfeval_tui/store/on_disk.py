"""What another window or program may have done to a file since it was read."""

from pathlib import Path
from typing import Any

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.system import read_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.format import ID, SHEET
from selfeval_tui.store.sheetfile.parse import read_toml


def bytes_on_disk(path: Path) -> bytes | None:
    """The file as it is now; None where it is gone.

    Raises:
        StoreError: It is there and cannot be read.
    """
    try:
        return read_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(
            f"“{path.name}”现在读不出来，没有保存，内容还在程序里。请在别的程序里关闭它，再存一次。"
        ) from error


def same_content(one: bytes, other: bytes) -> bool:
    """Whether two files say the same, comments aside; a file that cannot be read says nothing."""
    if one == other:
        return True
    values = values_of(one)
    return values is not None and values == values_of(other)


def belongs_to_another(data: bytes, sheet_id: str) -> bool:
    """Whether the file is a different sheet's by now."""
    head = (values_of(data) or {}).get(SHEET)
    found = head.get(ID) if isinstance(head, dict) else None
    return isinstance(found, str) and found != sheet_id


def values_of(data: bytes) -> dict[str, Any] | None:
    """What a TOML file says; None where it cannot be read."""
    read = read_toml(data, Path())
    return None if isinstance(read, Fault) else read[1]
