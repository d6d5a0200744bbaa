"""An unforeseen error anywhere closes the window, is kept, and is printed nowhere."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Thread

import pytest

from selfeval_tui.tui.crash.hooks import hooked
from selfeval_tui.tui.crash.rescue import rescue
from selfeval_tui.tui.keys import Where
from selfeval_tui.tui.shell import SelfevalApp
from selfeval_tui.tui.titleline import TitleLine
from tests.tui.conftest import clock
from tests.tui.steps import reach, until

Place = Callable[[SelfevalApp], Awaitable[None]]
"""Has an error come about."""


class UnforeseenError(Exception):
    """What nobody expected."""


def boom(*_about: object) -> None:
    """Fail."""
    raise UnforeseenError("机密")


async def boom_later() -> None:
    """Fail in a task."""
    boom()


async def in_a_handler(app: SelfevalApp) -> None:
    """While a message is handled."""
    app.screen.call_next(boom)


async def in_a_timer(app: SelfevalApp) -> None:
    """When a timer is over."""
    app.screen.set_timer(0.001, boom)


async def in_a_worker(app: SelfevalApp) -> None:
    """Beside the screen."""
    app.run_worker(boom_later())


async def in_a_thread_of_a_worker(app: SelfevalApp) -> None:
    """In a thread that Textual knows."""
    app.run_worker(boom, thread=True)


async def in_a_thread(_app: SelfevalApp) -> None:
    """In a thread that nobody knows."""
    Thread(target=boom).start()


async def in_a_task_nobody_waits_for(_app: SelfevalApp) -> None:
    """Python would say that it was never retrieved."""
    task = asyncio.get_running_loop().create_task(boom_later())
    await asyncio.wait((task,))
    del task
    gc.collect()


async def while_drawing(app: SelfevalApp) -> None:
    """In the title line."""
    for line in app.screen.query(TitleLine):
        line.render = boom  # type: ignore[method-assign, assignment]
        line.refresh()


PLACES = (
    in_a_handler,
    in_a_timer,
    in_a_worker,
    in_a_thread_of_a_worker,
    in_a_thread,
    in_a_task_nobody_waits_for,
    while_drawing,
)


async def break_down(app: SelfevalApp, place: Place) -> None:
    """Let it happen, and wait until the window knows of it."""
    with hooked(app.failed, app.failed_aside, silent=False):
        async with app.run_test(size=(120, 36)) as pilot:
            await reach(pilot, Where.OVERVIEW)
            await place(app)
            await until(pilot, lambda: app.fault is not None)


@pytest.mark.parametrize("place", PLACES, ids=lambda each: each.__name__)
async def test_an_error_anywhere_is_kept_and_not_printed(
    place: Place,
    own_folder: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The window closes with status 1, and whoever opened it knows the error."""
    app = SelfevalApp(own_folder, clock)
    with pytest.raises(UnforeseenError):
        await break_down(app, place)
    assert isinstance(app.fault, UnforeseenError)
    assert app.return_code == 1
    assert rescue(app.desk).saved == 9
    said = capfd.readouterr()
    assert said.out + said.err == ""


async def test_an_error_of_what_is_thrown_away_does_not_close_the_window(own_folder: Path) -> None:
    """Python cannot raise it anywhere; it is remembered for a report."""

    class Bad:
        __del__ = boom

    app = SelfevalApp(own_folder, clock)
    with hooked(app.failed, app.failed_aside, silent=False):
        async with app.run_test(size=(120, 36)) as pilot:
            await reach(pilot, Where.OVERVIEW)
            Bad()
            await pilot.pause()
    assert app.fault is None
    assert [type(each) for each in app.aside] == [UnforeseenError]
