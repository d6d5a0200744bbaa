"""Run by the system's Python: asks LibreOffice for the optimal row heights of a workbook.

    python3 optimal_heights.py SOFFICE PROFILE WORKBOOK

Prints a JSON list of heights in points, one for each used row of the first sheet.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

_POINTS_PER_UNIT = 72 / 2540
"""LibreOffice measures in hundredths of a millimetre."""
_PATIENCE_SECONDS = 60


def main(soffice: str, profile: str, workbook: str) -> None:
    """Start LibreOffice, measure, and end it."""
    pipe = f"pipe,name=selfeval{Path(profile).name.replace('-', '')}"
    command = [
        soffice, "--headless", "--norestore", "--nologo",
        f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept={pipe};urp;",
    ]  # fmt: skip
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        desktop = connect(pipe)
        print(json.dumps(heights(desktop, Path(workbook).as_uri())))
        desktop.terminate()
    finally:
        office.wait(timeout=_PATIENCE_SECONDS)


def connect(pipe: str) -> Any:  # noqa: ANN401 - LibreOffice has no types.
    """The desktop of the office that was just started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def heights(desktop: Any, url: str) -> list[float]:  # noqa: ANN401
    """The optimal height of each used row."""
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = sheet.Rows
    rows.OptimalHeight = True
    count = cursor.RangeAddress.EndRow + 1
    found = [rows.getByIndex(index).Height * _POINTS_PER_UNIT for index in range(count)]
    document.close(True)
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
