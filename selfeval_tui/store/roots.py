"""Where workspaces lie when nobody says so."""

import os
from pathlib import Path

from selfeval_tui.sheet import DEMO

_VARIABLE = "SELFEVAL_WORKSPACE"
_DEFAULT_FOLDER = "绩效自评"


def default_root() -> Path:
    """The workspace when none is named: SELFEVAL_WORKSPACE, else 绩效自评 among the documents."""
    named = os.environ.get(_VARIABLE, "").strip()
    if named:
        try:
            return Path(named).expanduser()
        except RuntimeError:
            # ~name for a user who is not known here is taken as it is written.
            return Path(named)
    from platformdirs import user_documents_path

    return user_documents_path() / _DEFAULT_FOLDER


def demo_root(root: Path) -> Path:
    """The folder of the 示例 that belongs to a workspace."""
    return root / DEMO


def state_folder() -> Path:
    """Where work is kept for a short while that cannot be kept in its workspace."""
    from platformdirs import user_state_path

    return user_state_path("selfeval", appauthor=False)
