"""What a backup holds: a list (备份清单.json) with the hash of every file, and the files.

    saved/…           the sheets and all that is kept beside them
    设置.toml          the settings
    自查规则.toml, …   what the unit changes of the rules, and its own packs

No exports, which can be made again; nothing hidden, such as a lock or a file half written.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from selfeval_tui.store.folder import ENDING
from selfeval_tui.store.names import safe_name

MANIFEST = "备份清单.json"
FORMAT = 1
SAVED = "saved"
_NOT_KEPT = frozenset({"exports", "示例"})
_DEPTH = 8
_LONGEST = 200
"""Characters of one name; a readable name that this program makes has eighty."""
_HASH = re.compile(r"[0-9a-f]{64}")


def may_be_kept(name: str) -> bool:
    """Whether a backup may hold a file of that name, on whichever system it is read.

    Args:
        name: Its path below the workspace, with `/`. A path that leads out, a hidden file, a name
            that Windows keeps for devices, and what is no text of ours beside `saved` is none.
    """
    parts = name.split("/")
    if len(parts) > _DEPTH or not all(_is_plain(each) for each in parts):
        return False
    if parts[0] == SAVED:
        return len(parts) > 1
    return parts[0] not in _NOT_KEPT and PurePosixPath(name).suffix == ENDING


def manifest(files: Mapping[str, bytes], created: str) -> bytes:
    """The list of a backup's files.

    Args:
        files: Their contents by name.
        created: When, as 2024-04-23 10:32.
    """
    import json

    hashes = {name: fingerprint(data) for name, data in files.items()}
    said = {"format": FORMAT, "created": created, "files": hashes}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def read_manifest(data: bytes) -> tuple[str, dict[str, str]] | None:
    """When a backup was made, and the hash of each file; None where the list is none of ours."""
    import json

    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        return None
    created, files = said.get("created"), said.get("files")
    if not isinstance(created, str) or not isinstance(files, dict):
        return None
    if not all(isinstance(each, str) and _HASH.fullmatch(each) for each in files.values()):
        return None
    return created, files


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a file."""
    return sha256(data).hexdigest()


def _is_plain(part: str) -> bool:
    return safe_name(part, _LONGEST) == part and bool(part)
