"""The settings in force, in one place for every session that is open."""

from collections.abc import Callable
from pathlib import Path

from selfeval_tui.problems import StoreError
from selfeval_tui.store.settings import (
    DEFAULTS,
    Setting,
    Settings,
    read_settings,
    with_value,
    write_settings,
)


class Preferences:
    """The unit's own settings; the 示例 goes by them too.

    Args:
        root: The workspace beside whose sheets they lie.
        settings: Those in force.
        problems: What the file says wrongly, until it is written anew.
    """

    def __init__(
        self, root: Path, settings: Settings = DEFAULTS, problems: tuple[str, ...] = ()
    ) -> None:
        self.root = root
        self.settings = settings
        self.problems = problems
        self.hindrance: Callable[[], str] = lambda: ""
        """Why nothing may be written there, in Chinese; empty where it may."""

    def change(self, setting: Setting, value: str) -> Path | None:
        """Let a value count from now on, and save it.

        Returns:
            Where an unreadable file was set aside; None as a rule.

        Raises:
            StoreError: It counts, but could not be saved.
        """
        self.settings = with_value(self.settings, setting, value)
        if why := self.hindrance():
            raise StoreError(why)
        aside = write_settings(self.root, self.settings)
        self.problems = read_settings(self.root)[1]
        return aside


def read_preferences(root: Path) -> Preferences:
    """The settings as the file says."""
    return Preferences(root, *read_settings(root))
