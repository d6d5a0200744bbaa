"""The files of sheets' former names, until they are gone from the disk."""

from pathlib import Path

from attrs import Factory, define

from selfeval_tui.store.disk.files import Files
from selfeval_tui.store.disk.writer import remove_file
from selfeval_tui.store.on_disk import bytes_on_disk


@define
class FormerNames:
    """Each name that a sheet gave up, with the bytes that this program put there last."""

    _kept: dict[str, dict[Path, bytes]] = Factory(dict)

    def note(self, sheet_id: str, path: Path, data: bytes) -> None:
        """A sheet is about to leave a name."""
        self._kept.setdefault(sheet_id, {})[path] = data

    def remove(self, sheet_id: str, present: Path, files: Files) -> None:
        """Remove what a sheet left behind; what somebody else wrote there since stays.

        Args:
            sheet_id: The sheet.
            present: Its file, which is whole and on the disk.
            files: The file system.

        Raises:
            StoreError: One could not be removed; the next call tries again.
        """
        kept = self._kept.get(sheet_id, {})
        for path, data in tuple(kept.items()):
            if path != present and bytes_on_disk(path) in {data, None}:
                remove_file(path, files)
            del kept[path]
