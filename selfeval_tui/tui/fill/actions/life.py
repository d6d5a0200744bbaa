"""The life of the sheet under the cursor: 定稿, 标为已报送, 退回修改."""

from collections.abc import Callable, Mapping

from attrs import frozen

from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.tui.fill.actions.hand import Action, Hand
from selfeval_tui.tui.fill.actions.place import PlaceWanted
from selfeval_tui.tui.life.flow import LifeFlow


@frozen
class LifeActions:
    """What locks the sheet and opens it again."""

    hand: Hand

    def table(self) -> Mapping[str, Action]:
        """The actions by name."""
        flow = self._flow
        does = {
            "finalise": flow.finalise,
            "submit_sheet": flow.submit,
            "reopen": flow.reopen,
            "since_final": flow.show_since_final,
        }
        return {name: self._action(name, do) for name, do in does.items()}

    def _action(self, name: str, do: Callable[[Sheet], None]) -> Action:
        hand, flow = self.hand, self._flow

        def offered() -> bool:
            return bool(hand.address.sheet) and flow.can(name, hand.sheet)

        return Action(lambda: do(hand.sheet), offered, of_cell=False)

    @property
    def _flow(self) -> LifeFlow:
        hand = self.hand

        def go(at: Address, words: str) -> None:
            hand.post(PlaceWanted(at, words))

        return LifeFlow(lambda: hand.grid.screen, hand.session, hand.say, go)
