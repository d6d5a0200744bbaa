"""The garbage collector waits until the first screen stands.

What is imported and read at the start stays until the end, so that looking for garbage in it
finds nothing: it took about a tenth of the time to the first screen.
"""

import gc


def collect_later() -> None:
    """Begin the start."""
    gc.disable()


def collect_again() -> None:
    """The first screen stands: from now on only what is made later is looked through."""
    gc.freeze()
    gc.enable()
