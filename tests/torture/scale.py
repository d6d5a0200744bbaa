"""How hard the program is tried: a little in every run of the tests, much in `torture`."""

from attrs import frozen


@frozen
class Scale:
    """The counts of all measures."""

    evenings: int
    """Evenings of work whose every power cut is opened."""
    steps: int
    """Steps of each evening, each of them saved."""
    errors: int
    """With how many different errors each call of the writer is refused."""
    inputs: int
    """Bad inputs that each reader of foreign bytes gets."""
    guided: int
    """Seconds for which each of them gets inputs that are led by its own branches; 0 for none."""
    kills: int
    """Times that the real program is killed while it is typed into."""
    turns: int
    """Turns of each of two windows that edit one workspace."""

    monkeys: int
    """Seeds, each with a workspace of its own."""
    keys: int
    """Keys, clicks, pastes and new sizes of each."""


SHORT = Scale(
    evenings=2, steps=12, errors=2, inputs=60, guided=0, kills=10, turns=80, monkeys=1, keys=600
)
LONG = Scale(
    evenings=25,
    steps=30,
    errors=12,
    inputs=3000,
    guided=30,
    kills=300,
    turns=3000,
    monkeys=20,
    keys=10_000,
)
