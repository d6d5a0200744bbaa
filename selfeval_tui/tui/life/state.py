"""Where a sheet stands, in the title of its screen."""

from typing import TYPE_CHECKING

from selfeval_tui.sheet import Sheet, Stage
from selfeval_tui.tui.session import Session

if TYPE_CHECKING:
    from selfeval_tui.store.kept.version import Version


class SinceFinal:
    """Says where a sheet stands, and how far one that came back differs from what was handed in.

    The version that was finalised is read once.

    Args:
        session: What is open.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], Version | None] = {}

    def words(self, sheet: Sheet) -> str:
        """定稿, 已报送, 退回修改 改了3处; nothing of a draft."""
        stage = sheet.life.stage
        if stage is Stage.draft:
            return ""
        if stage is not Stage.returned:
            return stage.label
        version = self._version(sheet)
        if version is None:
            return stage.label
        from selfeval_tui.store.kept.version import printed_differences

        count = sum(1 for _ in printed_differences(version, self._session.batch, sheet))
        return f"{stage.label} {f'改了{count}处' if count else '未改'}"

    def _version(self, sheet: Sheet) -> "Version | None":
        """What was finalised; None where it cannot be read, which 总览 tells."""
        key = sheet.id, sheet.life.content
        if key not in self._known:
            from selfeval_tui.problems import StoreError
            from selfeval_tui.store.fault import Fault
            from selfeval_tui.store.kept.finalised import version_of

            try:
                found = version_of(self._session.workspace, sheet)
            except StoreError:
                found = None
            self._known[key] = None if isinstance(found, Fault) else found
        return self._known[key]
