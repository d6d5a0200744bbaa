"""Errors that no handler sees are told to somebody, where Python would print them."""

import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[BaseException], None]


@contextmanager
def hooked(failed: Tell, failed_aside: Tell, *, silent: bool) -> Iterator[None]:
    """Have such errors told for the time of a block.

    Args:
        failed: Told of an error that ended a thread.
        failed_aside: Told of one that Python cannot raise anywhere, as in `__del__`.
        silent: Whether warnings for developers are dropped, which would be written across a screen.
    """

    def thread(about: threading.ExceptHookArgs) -> None:
        if about.exc_value is not None:
            failed(about.exc_value)

    def unraisable(about: "sys.UnraisableHookArgs") -> None:
        if about.exc_value is not None:
            failed_aside(about.exc_value)

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook, sys.unraisablehook = thread, unraisable
    with warnings.catch_warnings():
        if silent and not sys.warnoptions:
            warnings.simplefilter("ignore")
        try:
            yield
        finally:
            threading.excepthook, sys.unraisablehook = before
