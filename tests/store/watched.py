"""A file system that tells of every single call, so that a test can record it or refuse it."""

from pathlib import Path

from attrs import frozen

from selfeval_tui.store.disk.files import Files


@frozen
class Call:
    """One call of the writer."""

    name: str
    """The method of `Files`."""
    paths: tuple[Path, ...] = ()
    handle: int = -1
    data: bytes = b""


class Watched(Files):
    """Does every call on the disk, between `before`, which may refuse it, and `after`."""

    def before(self, call: Call) -> None:
        """A call is about to be made."""

    def after(self, call: Call) -> None:
        """A call was made; the handle is the one it gave, the data what was taken."""

    def is_there(self, path: Path) -> bool:
        """Look, unless refused."""
        self.before(Call("is_there", (path,)))
        return super().is_there(path)

    def make_folder(self, folder: Path) -> None:
        """Make it, unless refused."""
        self._do(Call("make_folder", (folder,)))

    def create(self, path: Path) -> int:
        """Create it, unless refused."""
        self.before(Call("create", (path,)))
        handle = super().create(path)
        self.after(Call("create", (path,), handle))
        return handle

    def write(self, handle: int, data: memoryview) -> int:
        """Write, unless refused."""
        self.before(Call("write", handle=handle, data=bytes(data)))
        taken = super().write(handle, data)
        self.after(Call("write", handle=handle, data=bytes(data[:taken])))
        return taken

    def open_folder(self, folder: Path) -> int:
        """Open it, unless refused."""
        self.before(Call("open_folder", (folder,)))
        handle = super().open_folder(folder)
        self.after(Call("open_folder", (folder,), handle))
        return handle

    def sync(self, handle: int) -> None:
        """Sync, unless refused."""
        self.before(Call("sync", handle=handle))
        super().sync(handle)
        self.after(Call("sync", handle=handle))

    def close(self, handle: int) -> None:
        """Close it in any case, as the system does: what may fail is what was still to write."""
        super().close(handle)
        self.before(Call("close", handle=handle))

    def read(self, path: Path) -> bytes:
        """Read it, unless refused."""
        self.before(Call("read", (path,)))
        return super().read(path)

    def replace(self, source: Path, target: Path) -> None:
        """Replace, unless refused."""
        self._do(Call("replace", (source, target)))

    def remove(self, path: Path) -> None:
        """Remove it, unless refused."""
        self._do(Call("remove", (path,)))

    def remove_folder(self, folder: Path) -> None:
        """Remove it, unless refused."""
        self._do(Call("remove_folder", (folder,)))

    def _do(self, call: Call) -> None:
        self.before(call)
        getattr(Files, call.name)(self, *call.paths)
        self.after(call)
