"""Files of a newer format are looked at and never written over."""

from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Sheet, sheet_label
from selfeval_tui.store.on_disk import values_of
from selfeval_tui.store.sheetfile.decode import newer_format


def check_not_newer(sheet: Sheet, on_disk: bytes | None) -> None:
    """See that saving a sheet drops nothing that only a newer program knows of.

    Args:
        sheet: What is to be saved.
        on_disk: Its file as it is now; None where there is none.

    Raises:
        StoreError: The file is of a newer format; it stays as it is.
    """
    newer = sheet.newer or newer_format((values_of(on_disk) or {}) if on_disk else {})
    if newer:
        raise StoreError(
            f"没有保存“{sheet_label(sheet)}”：它的文件是较新的程序存的（格式 {newer}），没有改动。"
            "请用较新的程序改；这里填写的内容还在程序里，可以先导出 Excel 留底。"
        )
