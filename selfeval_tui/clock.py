"""The time of day where the clerk is; what needs another one is given it."""

from datetime import datetime


def local_time() -> datetime:
    """Now, with the zone of this PC."""
    return datetime.now().astimezone()
