"""The TOML documents of open sheets: comments, order and unknown keys of a file survive a save."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.sheetfile.decode import decode
from selfeval_tui.store.sheetfile.format import content_of
from selfeval_tui.store.sheetfile.parse import read_toml

if TYPE_CHECKING:
    from selfeval_tui.store.sheetfile.mend import Document


@frozen
class Encoded:
    """The bytes for a sheet's file."""

    data: bytes
    from_scratch: bool
    """Whether they were made without the file on disk, which could not be continued."""


@frozen
class _Kept:
    data: bytes
    document: "Document"


@define
class Documents:
    """Keeps the document of each sheet that was saved, because reading one anew takes long."""

    _kept: dict[str, _Kept] = Factory(dict)

    def encode(self, sheet: Sheet, on_disk: bytes | None) -> Encoded:
        """The bytes to write for a sheet.

        Args:
            sheet: What the file shall say.
            on_disk: The file as it is now; None where there is none. What it says beyond the
                sheet, comments above all, is carried over.

        Raises:
            StoreError: The result would not read back as the same sheet.
        """
        from selfeval_tui.store.sheetfile.mend import new_document

        document = self._document(sheet.id, on_disk)
        data = _render(document, sheet) if document else None
        from_scratch = data is None and on_disk is not None
        if document is None or data is None:
            document = new_document()
            data = _render(document, sheet)
        if data is None:
            raise StoreError(
                "这张表写成文件后读不回原样，没有保存。旧文件未动，内容还在程序里。"
                "若有一格特别长，或行数特别多，请撤销；否则请先导出 Excel 留底，再报告这个问题。"
            )
        self._kept[sheet.id] = _Kept(data, document)
        return Encoded(data, from_scratch)

    def _document(self, sheet_id: str, on_disk: bytes | None) -> "Document | None":
        kept = self._kept.pop(sheet_id, None)
        if kept is not None and on_disk in {None, kept.data}:
            return kept.document
        return _parse(on_disk) if on_disk is not None else None


def _render(document: "Document", sheet: Sheet) -> bytes | None:
    """The document brought to the sheet's content; None where it does not read back as that."""
    from tomlkit.exceptions import TOMLKitError

    from selfeval_tui.store.sheetfile.mend import UnmendableError

    content = content_of(sheet)
    try:
        document.mend(content, sheet.spec)
    except (TOMLKitError, UnmendableError):
        return None
    data = document.text().encode()
    read = decode(data, Path(sheet.id))
    return data if not isinstance(read, Fault) and content_of(read) == content else None


def _parse(data: bytes) -> "Document | None":
    """The document of a file; None where it cannot be continued."""
    from tomlkit.exceptions import TOMLKitError

    from selfeval_tui.store.sheetfile.mend import parse_document

    read = read_toml(data, Path())
    if isinstance(read, Fault):
        return None
    try:
        return parse_document(read[0])
    except TOMLKitError:
        return None
