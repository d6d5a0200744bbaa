"""LibreOffice as a judge of our pages: found on this machine, with a home and fonts of its own."""

import functools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

SONG = "AR PL UMing CN"
"""Half-em digits like SimSun: the font to test with."""
SERIF = "Noto Serif CJK SC"
"""Wide digits and high lines: what many Linux computers put in the place of 宋体."""

_FACES = ("宋体", "黑体", "方正小标宋简体")
_SCRIPT = Path(__file__).with_name("optimal_heights.py")
_PATIENCE = 240


@functools.cache
def missing(font: str) -> str:
    """Why this machine cannot ask LibreOffice; empty where it can."""
    if shutil.which("soffice") is None:
        return "没有 LibreOffice（soffice）"
    if _python() is None:
        return "没有 python3-uno"
    if shutil.which("fc-list") is None:
        return "没有 fontconfig"
    listed = subprocess.run(["fc-list", font], capture_output=True, text=True, check=True)
    return "" if listed.stdout.strip() else f"没有字体 {font}"


@functools.cache
def _python() -> str | None:
    """A Python that LibreOffice's bridge was installed for; seldom the one that runs the tests."""
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        if found and subprocess.run([found, "-c", "import uno"], check=False).returncode == 0:
            return found
    return None


@frozen
class Office:
    """LibreOffice in a folder of its own, where 宋体 is another font."""

    home: Path

    def optimal_heights(self, workbook: Path) -> list[float]:
        """The height in points that each row of the first sheet needs."""
        python, soffice = _python(), shutil.which("soffice")
        assert python is not None
        assert soffice is not None
        command = [python, str(_SCRIPT), soffice, str(self.home / "profile"), str(workbook)]
        found: list[float] = json.loads(self._run(command))
        return found

    def pages(self, workbook: Path) -> int:
        """How many pages the workbook prints on."""
        profile = f"-env:UserInstallation={(self.home / 'profile').as_uri()}"
        folder = str(self.home)
        self._run(
            ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder,
             str(workbook)]
        )  # fmt: skip
        pdf = (self.home / workbook.with_suffix(".pdf").name).read_bytes()
        return len(re.findall(rb"/Type\s*/Page\b", pdf))

    def _run(self, command: Sequence[str]) -> str:
        environment = os.environ | {"HOME": str(self.home)}
        environment.pop("XDG_CONFIG_HOME", None)
        run = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        assert run.returncode == 0, run.stderr
        return run.stdout


def office(home: Path, font: str) -> Office:
    """An office whose Chinese faces are all this font."""
    aliases = "".join(
        f'<alias binding="same"><family>{face}</family>'
        f"<prefer><family>{font}</family></prefer></alias>"
        for face in _FACES
    )
    folder = home / ".config" / "fontconfig"
    folder.mkdir(parents=True)
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return Office(home)
