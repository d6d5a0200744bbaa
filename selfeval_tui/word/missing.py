"""What is said where the library for documents is not installed."""

from importlib.util import find_spec

NO_LIBRARY = (
    "这台电脑上没有装写 Word 文件要用的组件 python-docx，没有导出。"
    "请改为导出 Excel 文件；一定要 Word 文件的，请在有这个组件的电脑上导出。"
)


def is_missing() -> bool:
    """Whether documents can be read here, but neither written nor filled."""
    return find_spec("docx") is None
