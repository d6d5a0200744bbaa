"""What a screen asks for that is about the whole workspace."""

from textual.message import Message


class BackupWanted(Message):
    """The clerk wants a backup of the unit's own sheets."""


class TakeBackWanted(Message):
    """The clerk wants a backup to be put back."""
