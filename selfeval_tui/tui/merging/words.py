"""What is said of the lock of a workspace."""

from datetime import datetime

from selfeval_tui.store.window.lock import Holder, Taken

RETRY = "按 Ctrl+S 重新打开或接管"
ENDED = f"只读：那个窗口已经关了，{RETRY}，就可以改。"


def looking(holder: Holder, now: datetime) -> str:
    """Why this window only looks."""
    return f"只读：{holder.words(now)}。这里可以看、自查、导出，不能改。{RETRY}。"


def losing(holder: Holder, now: datetime) -> str:
    """Why this window may not write any longer."""
    return (
        f"只读：{holder.words(now)}，这里不能再写。没有存下的改动都还在这里；{RETRY}，比较后选定。"
    )


def opening(taken: Taken | Holder, now: datetime) -> tuple[str, ...]:
    """What the clerk should know of how the workspace was taken."""
    if isinstance(taken, Holder):
        return ()
    if taken.unclean is not None:
        return (f"上次没有正常结束（{taken.unclean.words(now)}）。存下的都在。",)
    if taken.untold:
        return (f"没能在自评文件夹里注明“正在使用”，别的窗口不知道这里开着。{taken.untold}",)
    return ()
