"""What a report of an unforeseen error says: where in the program it came about, and no more.

It may be sent to anybody: no text of a cell, no path, no name, no value of a variable and none of
the error's own words, which may quote any of them.
"""

import errno
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from types import CodeType, TracebackType

from selfeval_tui import __version__

_OURS = frozenset({"selfeval_tui", "form_specs"})
_LIBRARIES = ("textual", "rich", "attrs", "cattrs", "tomlkit", "XlsxWriter", "openpyxl")
"""Those whose version is told."""
_KNOWN = _OURS | sys.stdlib_module_names | {each.lower() for each in _LIBRARIES} | {"attr"}
"""The first words of the modules that are named; they are the same on every PC."""
_MOST_FRAMES = 60
_MOST_CAUSES = 8


def report(error: BaseException, sizes: Mapping[str, int]) -> str:
    """The text of a report.

    Args:
        error: What was raised.
        sizes: How much of what there was, by what a developer calls it.
    """
    return "\n".join(
        (
            "绩效自评表填报：程序故障报告",
            "这里只有出错的位置、版本和数量，没有表里的文字、姓名和文件位置，可以放心发给维护人员。",
            "",
            *_versions(),
            *(f"{name}: {size}" for name, size in sizes.items()),
            "",
            *_chain(error, _MOST_CAUSES),
            "",
        )
    )


def _versions() -> Iterator[str]:
    yield f"selfeval {__version__}"
    yield f"Python {platform.python_version()} {platform.python_implementation()}"
    yield f"{sys.platform} {platform.machine()}"
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            # The offline folder has no notes of versions.
            yield f"{name} ?"


def _chain(error: BaseException, left: int) -> Iterator[str]:
    """An error, and what led to it."""
    yield kind_of(error)
    yield from _frames(error.__traceback__)
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for each in (*inner[:left], *((before,) if before else ())):
        if left > 1:
            yield "- before that:" if each is before else "- among them:"
            yield from _chain(each, left // 2)


def kind_of(error: BaseException) -> str:
    """What kind of error it is: its class, and the system's number of what it refused."""
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}" if _is_known(kind.__module__) else "?"
    number = error.errno if isinstance(error, OSError) else None
    return f"{name} {errno.errorcode.get(number, number)}" if number is not None else name


def _frames(trace: TracebackType | None) -> Iterator[str]:
    lines = list(_lines(trace))
    cut = len(lines) - _MOST_FRAMES
    yield from lines[: _MOST_FRAMES // 2] if cut > 0 else lines
    if cut > 0:
        yield f"  ... {cut} ..."
        yield from lines[-(_MOST_FRAMES // 2) :]


def _lines(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame = trace.tb_frame
        yield _line(str(frame.f_globals.get("__name__", "")), frame.f_code, trace.tb_lineno)
        trace = trace.tb_next


def _line(module: str, code: CodeType, line: int) -> str:
    return f"  {module} {code.co_qualname} {line}" if _is_known(module) else "  ?"


def _is_known(module: str) -> bool:
    return module.partition(".")[0] in _KNOWN
