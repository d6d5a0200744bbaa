"""Opening a backup that may come from anywhere: whole and unharmed, or one sentence why not."""

import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.store.disk.limits import MEGA, MOST_BYTES
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.history.archive import (
    MANIFEST,
    fingerprint,
    may_be_kept,
    read_manifest,
)
from selfeval_tui.store.names import folded

MOST_PACKED = 128 * MEGA
"""Of the zip; forty sheets with all their versions have a tenth of that."""
MOST_FILES = 20_000
MOST_UNPACKED = 512 * MEGA
_ENCRYPTED = 0x1
_DAMAGED = (
    BadZipFile, zlib.error, struct.error,
    ValueError, RuntimeError, OverflowError, EOFError, OSError,
)  # fmt: skip
"""What Python's own reader raises where a zip is not as it should be."""
_ADVICE = "什么也没有恢复。请换一份备份，或核对是不是选错了文件。"


@frozen
class OpenedBackup:
    """A backup whose every file was compared with its hash."""

    path: Path
    created: str
    """When it was made, as 2024-04-23 10:32."""
    files: Mapping[str, bytes]
    """By their paths below a workspace."""


def open_backup(path: Path) -> OpenedBackup:
    """Read a backup and compare each file with its hash; nothing is written.

    Raises:
        StoreError: It cannot be read, is none, is damaged, or was made to do harm.
    """
    try:
        data = read_file(path, MOST_PACKED)
    except OSError as error:
        raise StoreError(f"备份“{path}”读不出来（{reason(error)}）。请核对路径。") from error
    try:
        with ZipFile(BytesIO(data)) as archive:
            for fault in _faults(archive.infolist()):
                raise _refused(path, fault)
            files = {each.filename: archive.read(each) for each in archive.infolist()}
    except _DAMAGED as error:
        raise _refused(path, "不是 zip 文件，或者已经损坏") from error
    return _checked(path, files)


def _checked(path: Path, files: dict[str, bytes]) -> OpenedBackup:
    listed = read_manifest(files.pop(MANIFEST, b""))
    if listed is None:
        raise _refused(path, f"里没有备份清单（{MANIFEST}），不是本程序做的备份")
    created, hashes = listed
    if hashes.keys() != files.keys():
        raise _refused(path, "里的文件与备份清单对不上")
    wrong = [name for name, data in files.items() if fingerprint(data) != hashes[name]]
    if wrong:
        more = f"等 {len(wrong)} 个文件" if len(wrong) > 1 else ""
        raise _refused(path, f"里的“{wrong[0]}”{more}与备份时不同（校验值对不上）")
    return OpenedBackup(path, created, files)


def _faults(parts: list[ZipInfo]) -> Iterator[str]:
    """Why a zip is not unpacked, told by what it says of its parts."""
    if len(parts) > MOST_FILES:
        yield f"里的文件太多，最多 {MOST_FILES} 个"
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        yield f"展开后太大，最多 {MOST_UNPACKED // MEGA} MB"
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        yield "是加密的，打不开"
    seen: set[str] = set()
    for part in parts:
        name = part.filename
        if name in seen or folded(name) in seen:
            yield f"里有两个“{_short(name)}”"
        seen |= {name, folded(name)}
        yield from _faults_of(part)


def _faults_of(part: ZipInfo) -> Iterator[str]:
    name = part.filename
    if part.file_size > MOST_BYTES:
        yield f"里的“{_short(name)}”太大"
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        yield f"里的“{_short(name)}”用了不认得的压缩方式"
    kind = stat.S_IFMT(part.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        yield f"里的“{_short(name)}”是链接或文件夹，不是文件"
    # The library turns a backslash into a slash on Windows only, and cuts at a zero byte.
    if name != part.orig_filename or (name != MANIFEST and not may_be_kept(name)):
        yield f"里有不该有的文件“{_short(part.orig_filename)}”"


def _short(name: str) -> str:
    shown = "".join(each if each.isprintable() else "_" for each in name)
    return shown if len(shown) <= 40 else f"{shown[:40]}……"


def _refused(path: Path, why: str) -> StoreError:
    return StoreError(f"备份“{path.name}”{why}。{_ADVICE}")
