"""Zip archives: the same files give the same bytes, on every system."""

from collections.abc import Mapping
from datetime import datetime

_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""What the format can state."""
_UNIX = 3
_PLAIN_FILE = 0o644 << 16


def pack(files: Mapping[str, bytes], created: datetime) -> bytes:
    """A zip of files.

    Args:
        files: Their contents by name; folders are separated by `/`, names are kept as UTF-8.
        created: The date that every file states.
    """
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    at = created.timetuple()[:6]
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, min(max(at, _FIRST), _LAST))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return data.getvalue()
