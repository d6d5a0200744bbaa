"""Nothing is read or written through a link that leads out of the workspace.

A workspace may have come from somebody else, and a link in it may point anywhere. The workspace's
own folder may be reached by a link: the clerk chose that one.
"""

from pathlib import Path

from selfeval_tui.problems import StoreError

OUTSIDE = "它是一个链接，指到自评文件夹外面"


def leads_outside(path: Path, root: Path) -> bool:
    """Whether a path inside a workspace ends outside it.

    Args:
        path: It need not exist.
        root: The workspace.
    """
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        # A link that leads to itself leads nowhere; whoever opens it is told so.
        return False


def check_inside(path: Path, root: Path) -> None:
    """See that a file that is to be written stays in the workspace.

    Raises:
        StoreError: A folder on its way is a link that leads out.
    """
    if leads_outside(path.parent, root):
        raise StoreError(
            f"没有保存“{path.name}”：文件夹“{path.parent}”是一个链接，指到自评文件夹外面。"
            "请把这个链接移走，再存一次。"
        )
