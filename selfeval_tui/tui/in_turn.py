"""One key after the other: the next one waits until the one before has done what it does.

A key goes to the widget that is focused when it arrives. A Tab that arrived just before is then
still on its way from the focused widget through its containers to the binding that moves the
focus, so that what a fast typist, or a terminal that pastes as keys, sends behind it would go into
the field before.
"""

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

_ONE_BY_ONE = (events.Key, events.Paste, events.MouseDown, events.MouseUp)
MOST_TURNS = 500
"""Turns of the loop that a key is waited for; one that asks a question may take any time."""


class InTurn(App[int], inherit_bindings=False):
    """An application whose keys, pastes and clicks take effect in the order in which they came."""

    def __init__(self) -> None:
        self._coming: deque[Message] = deque()
        self._taking: asyncio.Task[None] | None = None
        super().__init__()

    def post_message(self, message: Message) -> bool:
        """Queue a message; what the clerk does waits for what she did before."""
        if not isinstance(message, _ONE_BY_ONE) or message.is_forwarded:
            return super().post_message(message)
        self._coming.append(message)
        if self._taking is None:
            self._take_first()
            self._taking = asyncio.get_running_loop().create_task(self._take_rest())
        return True

    def _take_first(self) -> None:
        super().post_message(self._coming.popleft())

    async def _take_rest(self) -> None:
        try:
            await self._settled()
            while self._coming:
                self._take_first()
                await self._settled()
        finally:
            self._taking = None

    async def _settled(self) -> None:
        """Wait until nobody who may hear a key has anything left to do."""
        for _turn in range(MOST_TURNS):
            await asyncio.sleep(0)
            if not any(each.message_queue_size for each in self._hearing()):
                return

    def _hearing(self) -> tuple[MessagePump, ...]:
        focused = self.focused if self.screen_stack else None
        return (self, *focused.ancestors_with_self) if focused else (self,)
