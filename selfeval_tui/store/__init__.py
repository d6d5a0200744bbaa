"""What lies on the disk: workspaces, the one writer, the saved form, the neutral form, the 示例.

The neutral form and the 示例 are imported from their own modules: no other start needs them.
"""

from selfeval_tui.store.autosave import Autosave, SaveResult, SaveState, SaveStatus, SaveWork
from selfeval_tui.store.disk.files import DISK, Files
from selfeval_tui.store.disk.writer import write_file
from selfeval_tui.store.fault import Fault
from selfeval_tui.store.names import safe_name
from selfeval_tui.store.roots import default_root, demo_root
from selfeval_tui.store.settings import Settings, read_settings, write_settings
from selfeval_tui.store.workspace import Loaded, Workspace

__all__ = [
    "DISK",
    "Autosave",
    "Fault",
    "Files",
    "Loaded",
    "SaveResult",
    "SaveState",
    "SaveStatus",
    "SaveWork",
    "Settings",
    "Workspace",
    "default_root",
    "demo_root",
    "read_settings",
    "safe_name",
    "write_file",
    "write_settings",
]
