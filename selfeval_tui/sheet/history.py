"""What can be undone and redone: two piles of steps."""

from attrs import Factory, define

from selfeval_tui.sheet.change import Step


@define
class History:
    """The undo stack of one batch."""

    done: list[Step] = Factory(list)
    undone: list[Step] = Factory(list)

    def record(self, step: Step) -> None:
        """Remember a new step; what was undone before it cannot be redone any more."""
        self.done.append(step)
        self.undone.clear()

    def step_back(self) -> Step | None:
        """The step to apply in order to undo the latest one; None when there is none."""
        if not self.done:
            return None
        step = self.done.pop()
        self.undone.append(step)
        return step.inverted()

    def step_forward(self) -> Step | None:
        """The step to apply in order to redo; None when there is none."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.done.append(step)
        return step
