"""A clerk who types at random into the real program, until it is killed under the fingers."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from attrs import Factory, define

from selfeval_tui.sheet import Batch
from selfeval_tui.store import Workspace
from selfeval_tui.store.unsaved.journal import find_journals
from selfeval_tui.store.unsaved.recovery import lost_in
from tests.terminal.terminal import Terminal, environment, program
from tests.torture.contents import Content, Deed, Kind, content_of, difference, is_explained

SAVED, SAVING, FAILED = "已保存", "正在保存", "没有保存"
OPEN = "Esc 取消"
"""Stands in the line of keys while an editor is open."""
LONG = "F2 写完"
OFFERED = "上次没有正常退出"
PUT_BACK = "放回（可以撤销）"
NOT_PASTED = "不粘贴"
REFUSED = ("已粘贴", "没有可以写入", "没有改动", "印好的文字")
HELP = "按键（填报）"
CHECKING = "写说明"
FILLING = "F8 下一处问题"
OVERVIEW = "合计"
PROMISED = 0.5
"""Seconds after which what was typed is kept."""
FRAME = 0.02
"""Seconds without output after which a screen is taken to be drawn whole."""
TAKEN = 0.8
"""Seconds after which a text that is not on the screen is taken to be refused by its cell."""
DIGITS = "甲乙丙丁戊己庚辛壬癸"
PATIENCE = 3.0
"""Seconds after which a key is pressed again."""
WAYS = ("up", "down", "left", "right", "tab", "next section", "home", "end", "pagedown")


class Killed(Exception):  # noqa: N818 - It is no error, it ends a life.
    """The program was killed."""


@define
class Tally:
    """What came of it."""

    kills: int = 0
    edits: int = 0
    """Edits that the screen showed as saved."""
    typings: int = 0
    """Texts that were typed long enough before a kill to be kept."""
    recovered: int = 0
    """Texts that the next start offered."""
    lost: list[str] = Factory(list)
    """A sentence for each broken promise."""


@define
class _Text:
    """A text that is being typed, as it comes to the screen."""

    text: str
    echoed: list[tuple[float, int]] = Factory(list)
    """When so many characters of it stood there."""

    def promised(self, now: float) -> str:
        """As much of it as has to be kept by now."""
        counts = [count for moment, count in self.echoed if now - moment >= PROMISED]
        return self.text[: max(counts, default=0)]


class Clerk:
    """Works in one workspace, life after life of the program.

    Args:
        root: The workspace, with sheets in it.
        home: A home of the program's own.
        seed: Of all that is done at random.
    """

    def __init__(self, root: Path, home: Path, seed: int) -> None:
        self._root = root
        self._home = home
        self._chance = Random(seed)  # noqa: S311 - Nothing is to be kept secret.
        self._seed = seed
        self._count = 0
        self._content = self._on_disk()
        self._known = [self._content]
        self._pending = Deed(Kind.NOTHING)
        self._text: _Text | None = None
        self._promised = ""
        """What was typed and has to be offered at the next start."""
        self.tally = Tally()

    def live(self) -> None:
        """Start the program, work, kill it at a random moment, and look what is left."""
        self._known = [self._content]
        self._pending, self._text = Deed(Kind.NOTHING), None
        with Terminal(program(self._root), self._environment()) as terminal:
            try:
                self._begin(terminal)
                for _ in range(self._chance.randint(0, 3)):
                    self._step(terminal)
                self._doom(terminal)
            except Killed:
                pass
            except AssertionError as error:
                self._complain(str(error))
        self.tally.kills += 1
        self._look()

    # What the clerk does.

    def _begin(self, terminal: Terminal) -> None:
        if self._chance.random() < 0.1:
            terminal.watch(self._chance.uniform(0, 1.0))
            self._kill(terminal)
        terminal.wait(OVERVIEW)
        terminal.settle()
        self._see_offer(terminal)
        if OVERVIEW in terminal.text:
            terminal.press(*["down"] * self._chance.randint(0, 8))
        while FILLING not in terminal.text:
            terminal.press("escape" if OPEN in terminal.text else "enter")
            terminal.comes(lambda: FILLING in terminal.text, PATIENCE)

    def _see_offer(self, terminal: Terminal) -> None:
        texts = self._left()
        if not texts:
            return
        terminal.wait(OFFERED)
        terminal.settle()
        shown = self._promised in _joined(terminal.text)
        self.tally.recovered += bool(self._promised) and shown
        if not shown:
            self._complain(f"“{self._promised}” was not offered:\n{terminal.text}")
        wanted = self._chance.choice(("put back", "drop", "later"))
        self._promised = self._promised if wanted == "later" else ""
        if wanted == "put back" and PUT_BACK in terminal.text:
            self._pending = Deed(Kind.PUT_BACK, texts)
            terminal.press("enter")
            terminal.wait(FILLING)
            self._confirm(terminal)
        else:
            terminal.press(*(("end", "enter") if wanted == "drop" else ("escape",)))
            terminal.wait_gone(OFFERED)
            terminal.settle()

    def _step(self, terminal: Terminal) -> None:
        for _ in range(self._chance.randint(0, 6)):
            terminal.press(self._chance.choice(WAYS))
        if self._chance.random() < 0.15:
            terminal.press("f6")
            terminal.settle()
        if self._chance.random() < 0.1:
            terminal.press("f9")
            terminal.wait(CHECKING)
            terminal.settle()
            self._leave(terminal, CHECKING)
        deeds: tuple[Callable[[Terminal], None], ...] = (
            self._type, self._type, self._type, self._type, self._paste, self._undo, self._rows,
        )  # fmt: skip
        self._chance.choice(deeds)(terminal)

    def _type(self, terminal: Terminal) -> None:
        if self._begin_text(terminal):
            self._commit(terminal)
            terminal.wait_gone(OPEN)
            self._confirm(terminal)

    def _begin_text(self, terminal: Terminal) -> bool:
        """Type a text character by character; whether it is taken here."""
        text = self._token()
        self._text = _Text(text)
        for character in text:
            terminal.type(character)
            terminal.watch(self._chance.choice((0, 0, 0, 0.03)), lambda: self._see(terminal))

        def is_taken() -> bool:
            return OPEN in terminal.text and text in _joined(terminal.text)

        if terminal.comes(is_taken, TAKEN):
            self._see(terminal)
            return True
        self._text = None
        terminal.press("escape")
        terminal.settle()
        return False

    def _commit(self, terminal: Terminal) -> None:
        assert self._text is not None
        self._pending = Deed(Kind.TYPED, (self._text.text,))
        keys = ("f2", "tab") if LONG in terminal.text else ("enter", "tab", "down")
        terminal.press(self._chance.choice(keys))

    def _paste(self, terminal: Terminal) -> None:
        texts = tuple(self._token() for _ in range(self._chance.randint(1, 4)))
        terminal.settle()
        if any(word in terminal.text for word in REFUSED):
            # What was said of the paste before would be taken for the answer to this one.
            return
        self._pending = Deed(Kind.PASTED, texts)
        terminal.paste("\r".join(texts))
        terminal.wait_any(OPEN, NOT_PASTED, *REFUSED)
        if NOT_PASTED in terminal.text:
            terminal.press("enter")
            terminal.wait_gone(NOT_PASTED)
        elif OPEN in terminal.text:
            # One line goes into the editor, several into a long text.
            self._pending = Deed(Kind.TYPED, ("\n".join(texts),))
            terminal.press("tab")
            terminal.wait_gone(OPEN)
            self._confirm(terminal)
            return
        self._await(terminal)

    def _undo(self, terminal: Terminal) -> None:
        self._pending = Deed(Kind.REPLAYED)
        terminal.press(self._chance.choice(("ctrl+z", "ctrl+z", "ctrl+y")))
        self._await(terminal)

    def _rows(self, terminal: Terminal) -> None:
        insert = self._chance.random() < 0.6
        self._pending = Deed(Kind.INSERTED if insert else Kind.DELETED)
        terminal.press("insert" if insert else "ctrl+k")
        self._await(terminal)

    # How it ends.

    def _doom(self, terminal: Terminal) -> None:
        match self._chance.choice(("typing", "typing", "committing", "deed", "rest")):
            case "typing":
                if self._begin_text(terminal):
                    terminal.watch(self._chance.uniform(0, 1.2), lambda: self._see(terminal))
            case "committing":
                if self._begin_text(terminal):
                    self._commit(terminal)
                    terminal.watch(self._chance.uniform(0, 0.1))
            case "deed":
                self._pending, keys = self._chance.choice(
                    (
                        (Deed(Kind.REPLAYED), "ctrl+z"),
                        (Deed(Kind.INSERTED), "insert"),
                        (Deed(Kind.DELETED), "ctrl+k"),
                    )
                )
                terminal.press(keys)
                terminal.watch(self._chance.uniform(0, 0.15))
            case _:
                terminal.watch(self._chance.uniform(0, 0.5))
        self._kill(terminal)

    def _kill(self, terminal: Terminal) -> None:
        if self._text is not None:
            self._promised = self._text.promised(time.monotonic())
            self.tally.typings += bool(self._promised)
        terminal.kill()
        raise Killed

    # What the clerk sees.

    def _see(self, terminal: Terminal) -> None:
        """Note how much of the text is on the screen."""
        text = self._text
        assert text is not None
        shown = _joined(terminal.text)
        seen = text.echoed[-1][1] if text.echoed else 0
        count = next((n for n in range(len(text.text), seen, -1) if text.text[:n] in shown), 0)
        if count:
            text.echoed.append((time.monotonic(), count))

    def _await(self, terminal: Terminal) -> None:
        """Have the program come to a key that was pressed behind all others, then confirm."""
        terminal.press("f1")
        terminal.wait(HELP)
        self._confirm(terminal)
        self._leave(terminal, HELP)

    def _leave(self, terminal: Terminal, word: str) -> None:
        """Go back from a screen that shows a word; a key that comes too early is not heard."""
        while word in terminal.text:
            terminal.press("escape")
            terminal.comes(lambda: word not in terminal.text, PATIENCE)
        terminal.wait(FILLING)

    def _confirm(self, terminal: Terminal) -> None:
        """Wait until the screen says that all is saved: from now on it has to be there."""
        must = self._pending.kind in {Kind.TYPED, Kind.PUT_BACK}
        while must or SAVING in terminal.text:
            terminal.wait(SAVED)
            terminal.settle(FRAME)
            if SAVED in terminal.text and SAVING not in terminal.text:
                break
        self._text = None
        found = self._on_disk()
        if not is_explained(self._content, found, self._pending, self._known):
            said = difference(self._content, found)
            self._complain(f"shown as saved: {self._pending}, and not that is there: {said}")
        self.tally.edits += found != self._content
        if self._pending.kind is Kind.TYPED and self._pending.texts[0] not in found.values():
            self._complain(f"shown as saved, but not there: {self._pending}")
        self._content, self._pending = found, Deed(Kind.NOTHING)
        self._known.append(found)

    def _look(self) -> None:
        """What a kill left: nothing lost that was saved, nothing half, and what was typed."""
        loaded = Workspace(self._root).load()
        for fault in loaded.faults:
            self._complain(f"half a file: {fault.message}")
        found = content_of(loaded.sheets)
        if not is_explained(self._content, found, self._pending, self._known):
            said = difference(self._content, found)
            self._complain(f"after a kill during {self._pending} the sheets say {said}")
        self._content = found
        if not self._promised:
            return
        left = find_journals(Workspace(self._root))
        kept = [typing.text for each in left.journals for typing in each.record.typings]
        if any(text.startswith(self._promised) for text in found.values()):
            self._promised = ""
        elif not any(text.startswith(self._promised) for text in kept):
            self._complain(f"“{self._promised}” was typed for {PROMISED} s and is not kept: {kept}")
            self._promised = ""
        if left.damaged:
            self._complain(f"half a journal: {left.damaged}")

    def _left(self) -> tuple[str, ...]:
        """The texts that the next start has to offer."""
        workspace = Workspace(self._root)
        batch = Batch(workspace.load().sheets)
        found = lost_in(batch, find_journals(workspace).journals)
        return tuple(each.typing.text for each in found.texts)

    def _on_disk(self) -> Content:
        return content_of(Workspace(self._root).load().sheets)

    def _token(self) -> str:
        """A text that stands nowhere else."""
        self._count += 1
        # Without digits, which choose from a list.
        number = "".join(DIGITS[int(each)] for each in f"{self._seed}{self._count:04}")
        return f"试{number}" + "填写" * self._chance.randint(0, 3)

    def _complain(self, words: str) -> None:
        self.tally.lost.append(f"seed {self._seed}, kill {self.tally.kills + 1}: {words}")

    def _environment(self) -> Mapping[str, str]:
        return environment(self._home)


def _joined(screen: str) -> str:
    """The screen's text without its breaks, so that a text over two lines is found."""
    return "".join(line.strip() for line in screen.splitlines())
