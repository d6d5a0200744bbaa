"""Every single call to the file system that writing needs, so that tests can record and fail it."""

import os
from pathlib import Path

PLAIN = 0o666
"""Nobody can run a new file; who may read and write it, the system's own habit (umask) decides."""


class Files:
    """The calls as the system has them: each does one thing, and raises `OSError` as it does."""

    syncs_folders = os.name != "nt"
    """Whether a folder's list of names can be put on the disk; Windows has no such call."""

    def is_there(self, path: Path) -> bool:
        """Whether something has that name."""
        return path.exists()

    def make_folder(self, folder: Path) -> None:
        """Create one folder; its parent exists."""
        folder.mkdir(exist_ok=True)

    def create(self, path: Path) -> int:
        """Create a new file and open it for writing; what is there already is never opened."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, PLAIN)

    def write(self, handle: int, data: memoryview) -> int:
        """Append bytes to an open file; says how many the system took, which may be fewer."""
        return os.write(handle, data)

    def open_folder(self, folder: Path) -> int:
        """Open a folder, so that it can be synced."""
        return os.open(folder, os.O_RDONLY)

    def sync(self, handle: int) -> None:
        """Wait until the system has put an open file, or a folder's names, on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close it; a network drive may only now say that something was not written."""
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """The bytes of a file."""
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        """Give a file the name of another in the same folder, which it takes the place of."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Delete an empty folder."""
        folder.rmdir()


DISK = Files()
