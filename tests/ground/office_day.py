"""A day of work with the real program, for tests that look at what it did: `office_day FOLDER`.

Commands and the screen: make, open, type, save, check, export, hand in, back up.
Whoever touches the network on the way is refused, and the process ends with 3 and says who.
"""

import asyncio
import sys
from pathlib import Path

from selfeval_tui.cli import main
from selfeval_tui.tui.keys import Where
from tests.tui.steps import app_on, reach, text, until

TYPED = "某局本级"
REFUSED = 3
_LOCAL = frozenset({"socket.__new__", "socket.gethostname"})
"""A pair of sockets wakes the loop of the screen; both stay inside the process."""
_OUTWARD = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.")


class Watch:
    """Refuses whatever leads to a network, and keeps what was refused."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_OUTWARD) and event not in _LOCAL:
            self.refused.append(f"{event} {arguments[1:]!r}")
            raise PermissionError(f"no network: {event}")


def work(folder: Path) -> None:
    """All of it; the folder is empty at the beginning."""
    root, remarks = folder / "自评", folder / "意见.txt"
    remarks.write_text("附件1-7 执行率：应为95.2%\n", encoding="utf-8")
    demo = str(folder / "示例")
    main(["demo", demo])
    asyncio.run(look_and_type(root))
    own = str(root)
    for words in (
        ["list", own],
        ["check", own],
        ["check", demo],
        ["history", "--workspace", own],
        ["remarks", str(remarks), "--into", demo],
        ["export", demo, "--out", str(folder / "导出")],
        ["export", own],
        ["submit", own, "--drafts"],
        ["backup", str(folder / "备份.zip"), "--workspace", own],
        ["explain", "BUD-001"],
        ["spec", "list"],
        ["judge", str(remarks)],
    ):
        # 1 says that something is left to look at, such as a problem that was found.
        assert main(words) in {0, 1}, words


async def look_and_type(root: Path) -> None:
    """At the screen: a new sheet is typed into, saved, checked, and exported."""
    from selfeval_tui.sheet import new_sheet
    from selfeval_tui.spec import load_spec
    from selfeval_tui.store import Workspace

    sheet = new_sheet(load_spec("ezhou-gedian/project"))
    sheet.fields.update({"附件号": "附件1-1", "年度": "2023", "项目名称": "甲项目"})
    Workspace(root).save(sheet)
    app = app_on(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await reach(pilot, Where.OVERVIEW)
        await pilot.press("enter")
        await reach(pilot, Where.GRID)
        await pilot.press("ctrl+home", *TYPED, "enter", "ctrl+s")
        await until(pilot, lambda: "已保存" in text(app))
        await pilot.press("f9")
        await reach(pilot, Where.CHECK)
        await pilot.press("f4")
        await reach(pilot, Where.EXPORT)
        await pilot.press("enter")
        await reach(pilot, Where.EXPORTED)


if __name__ == "__main__":
    watch = Watch()
    work(Path(sys.argv[1]))
    for each in watch.refused:
        sys.stderr.write(f"{each}\n")
    sys.exit(REFUSED if watch.refused else 0)
