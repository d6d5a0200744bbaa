"""A monkey at the keyboard: keys, clicks, pastes and new sizes at random, in all that is shown."""

import asyncio
import shutil
import subprocess
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from attrs import Factory, define
from textual import events
from textual.errors import NoWidget
from textual.keys import _character_to_key
from textual.pilot import Pilot

from selfeval_tui.checks.check import check
from selfeval_tui.sheet import Batch
from selfeval_tui.store import SaveState, Workspace
from selfeval_tui.store.demo import demo_sheets
from selfeval_tui.store.sheetfile.format import content_of
from selfeval_tui.tui.clipboard import exchange
from selfeval_tui.tui.keys import KEYS
from selfeval_tui.tui.session import Session
from selfeval_tui.tui.shell import SelfevalApp
from tests.sheet.build import everything
from tests.torture.figures import Figures
from tests.torture.scale import Scale

BURST = 6
"""Events that come before the program has had its turn."""
RESTS = 0.3
"""How often the monkey waits until all is drawn."""
TURNS = 20
"""Turns of the program in between."""
LIFE = 700
"""Events after which the program is left and opened again."""
TRAIL = 40
"""Events that are told where something broke."""
MOVES = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *("enter", "escape", "backspace", "shift+down", "shift+right", "ctrl+down", "ctrl+up"),
)
SHORTCUTS = tuple(key for each in KEYS for key in each.keys.split(",") if key and key != "ctrl+q")
LETTERS = "0123456789..-≤≥<%万元次台年，。、甲乙丙项目dcABC（）\u3000 "
PASTES = (
    "1\t2\t3\n4\t5\t6",
    "≥5次",
    "投诉次数\t≤3次\t2次\n及时性\t及时\t及时",
    "x" * 3000,
    "\n".join(map(str, range(400))),
    "\x1b[31m红\x00\u202e",
    "",
    '"a\nb"\t1,234.56',
)
SIZES = ((120, 36), (80, 24), (72, 20), (160, 50), (40, 10), (1, 1), (250, 60), (73, 21))
WAY_OUT = ("escape", "escape", "f3", "ctrl+q")
TRIES = 3
"""How often these keys are pressed until nobody can say that there is a way out."""


class Broken(Exception):  # noqa: N818 - A promise is broken, the measure goes on.
    """What broke."""


class MemoryBoard:
    """A clipboard that no other program sees."""

    text = ""

    def read(self) -> str | None:
        """The text on it."""
        return self.text

    def write(self, text: str) -> bool:
        """Put a text on it."""
        self.text = text
        return True


@define
class Monkey:
    """One seed's worth of it, in one workspace.

    Args:
        root: The workspace.
        chance: What it does.
    """

    root: Path
    chance: Random
    trail: deque[str] = Factory(lambda: deque(maxlen=TRAIL))
    done: int = 0

    async def play(self, count: int) -> None:
        """So many events, in several lives of the program.

        Raises:
            Broken: A promise; the trail tells how.
        """
        while self.done < count:
            before = self.done
            app = SelfevalApp(self.root)
            async with app.run_test(size=SIZES[0]) as pilot:
                await pilot.pause()
                while app.is_running and self.done < min(count, before + LIFE):
                    await self._burst(pilot)
                await self._leave(pilot)
            for session in app.desk.sessions:
                self._compare(session)

    async def _burst(self, pilot: Pilot[int]) -> None:
        for _ in range(BURST):
            self.done += 1
            await self._event(pilot)
        if self.chance.random() < RESTS:
            await pilot.pause()
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def _event(self, pilot: Pilot[int]) -> None:
        kinds: tuple[tuple[int, Callable[[Pilot[int]], Awaitable[None]]], ...] = (
            (30, self._move),
            (20, self._shortcut),
            (25, self._letter),
            (10, self._click),
            (4, self._paste),
            (3, self._resize),
        )
        weights, deeds = zip(*kinds, strict=True)
        (deed,) = self.chance.choices(deeds, weights)
        await deed(pilot)

    async def _move(self, pilot: Pilot[int]) -> None:
        self._key(pilot, self.chance.choice(MOVES))

    async def _shortcut(self, pilot: Pilot[int]) -> None:
        self._key(pilot, self.chance.choice(SHORTCUTS))

    async def _letter(self, pilot: Pilot[int]) -> None:
        letter = self.chance.choice(LETTERS)
        self._send(pilot, letter, events.Key(_character_to_key(letter), letter))

    async def _paste(self, pilot: Pilot[int]) -> None:
        text = self.chance.choice(PASTES)
        self._send(pilot, f"paste {text[:20]!r}", events.Paste(text))

    async def _resize(self, pilot: Pilot[int]) -> None:
        width, height = self.chance.choice(SIZES)
        self.trail.append(f"{width}×{height}")
        await pilot.resize_terminal(width, height)

    async def _click(self, pilot: Pilot[int]) -> None:
        size = pilot.app.size
        place = self.chance.randrange(size.width or 1), self.chance.randrange(size.height or 1)
        times, button = self.chance.choice(((1, 1), (2, 1), (1, 3)))
        self.trail.append(f"click {place} ×{times} of {button}")
        with suppress(NoWidget):
            # Nothing is drawn there yet; the program itself does without asking.
            await pilot.click(offset=place, times=times, button=button)

    def _key(self, pilot: Pilot[int], key: str) -> None:
        self._send(pilot, key, events.Key(key, None))

    def _send(self, pilot: Pilot[int], told: str, event: events.Event) -> None:
        self.trail.append(told)
        app = pilot.app
        if app.is_running and app._driver is not None:
            event.set_sender(app)
            app._driver.send_message(event)

    async def _leave(self, pilot: Pilot[int]) -> None:
        """There is always a way out, and it is short."""
        for key in WAY_OUT * TRIES:
            self._key(pilot, key)
            await pilot.pause()
            if not pilot.app.is_running:
                return
        shown = pilot.app.screen
        pilot.app.exit()
        raise Broken(f"no way out of {shown!r}")

    def _compare(self, session: Session) -> None:
        """What is in memory is what lies on the disk, and what anybody would work out from that."""
        if session.saving.status.state not in {SaveState.SAVED, SaveState.IDLE}:
            raise Broken(f"left with {session.saving.status}")
        loaded = Workspace(session.workspace.root).load()
        if loaded.faults:
            raise Broken(f"the disk has {loaded.faults}")
        ours, theirs = session.batch, Batch(loaded.sheets)
        if {each.id: content_of(each) for each in ours.sheets} != {
            each.id: content_of(each) for each in theirs.sheets
        }:
            raise Broken("the disk says something else")
        again = Batch([theirs.sheet(each.id) for each in ours.sheets])
        if everything(ours) != everything(again):
            raise Broken("the model is another one than a full recomputation")
        rules = session.checking.rules
        session.checking.check_all()
        if set(map(repr, session.checking.found())) != set(map(repr, check(again, rules))):
            raise Broken("the findings are others than those of a full check")


def measure(scale: Scale) -> Figures:
    """Let so many monkeys play, each with so many events."""
    done = 0
    harm: list[str] = []
    for seed in range(scale.monkeys):
        with _workspace() as root, _alone():
            monkey = Monkey(root, Random(seed))  # noqa: S311 - Nothing is to be kept secret.
            try:
                asyncio.run(monkey.play(scale.keys))
            except Exception as error:  # noqa: BLE001 - Any error is what is looked for.
                harm.append(f"seed {seed}: {error!r} after {' '.join(monkey.trail)}")
            done += monkey.done
    return Figures("keys, clicks, pastes and sizes of monkeys", done, len(harm), tuple(harm))


@contextmanager
def _workspace() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "自评"
        workspace = Workspace(root)
        for sheet in demo_sheets():
            sheet.demo = False
            workspace.save(sheet)
        yield root
        shutil.rmtree(root, ignore_errors=True)


@contextmanager
def _alone() -> Iterator[None]:
    """No other program is started, no clipboard touched."""

    def refuse(*_about: object, **_more: object) -> None:
        raise FileNotFoundError

    with ExitStack() as stack:
        stack.enter_context(patch.object(subprocess, "Popen", refuse))
        stack.enter_context(patch.object(exchange, "system_board", MemoryBoard))
        exchange.the_clipboard.cache_clear()
        stack.callback(exchange.the_clipboard.cache_clear)
        yield
