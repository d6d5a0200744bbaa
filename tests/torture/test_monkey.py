"""Nothing that is pressed, clicked or pasted breaks the program or parts model and disk."""

from tests.torture.monkey import measure
from tests.torture.scale import SHORT


def test_a_monkey_breaks_nothing() -> None:
    """No error, the disk as the model, the model as computed anew, a way out of everything."""
    figures = measure(SHORT)
    assert figures.said == ()
    assert figures.tried >= SHORT.monkeys * SHORT.keys
