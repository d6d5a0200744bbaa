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


SHORT = Scale(evenings=2, steps=12, errors=2)
LONG = Scale(evenings=25, steps=30, errors=12)
