"""LibreOffice as the office program of somebody who still saves .xls."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_PATIENCE = 240
FOUND = shutil.which("soffice") is not None


def old_workbooks(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The same workbooks saved as .xls, all by one call."""
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "xls:MS Excel 97",
        "--outdir",
        str(folder),
        *map(str, paths),
    ]
    environment = os.environ | {"HOME": str(folder)}
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    assert run.returncode == 0, run.stderr
    return [folder / f"{path.stem}.xls" for path in paths]
