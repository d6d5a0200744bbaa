"""The one small tree of exceptions: bugs and I/O that a caller may want to catch.

Expected failures (a target nobody can read, a blank field) are values with a sentence, not
exceptions. What is raised here carries a title and a message in Chinese, fit to be shown.
"""


class SelfevalError(Exception):
    """The root: anything the program raises on purpose.

    Args:
        message: What happened, where, and what to do, in Chinese.
    """

    title = "出错了"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class SpecError(SelfevalError):
    """A form specification (表样) cannot be used; the message lists every fault at once."""

    title = "表样有误"


class StoreError(SelfevalError):
    """A file cannot be read or written."""

    title = "文件读写未成功"


class UnconfirmedError(StoreError):
    """A change was made, but the system did not confirm that it is on the disk."""


class ConflictError(StoreError):
    """A file was not written because somebody else had changed it; the clerk has to choose."""


class GoneError(StoreError):
    """The workspace's folder is not there any more; nothing was made in its place."""


class ExportError(SelfevalError):
    """A workbook cannot be written."""

    title = "导出未成功"
