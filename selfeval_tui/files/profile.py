"""What LibreOffice is told before it opens a file that may come from elsewhere.

A filled template is the bureau's own file with all that it refers to. Nothing of it is run, and
nothing is fetched: turning a file into PDF stays on this computer.
"""

from pathlib import Path

_COMMON = "/org.openoffice.Office.Common"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
)  # fmt: skip
"""Where, what, and its value; links are updated never (2)."""
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_NAMES = (
    'xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def write_profile(folder: Path) -> None:
    """Make a profile with these settings; it is thrown away after one run."""
    items = "".join(_ITEM.format(*each) for each in _SETTINGS)
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMES}>{items}</oor:items>\n',
        encoding="utf-8",
    )
