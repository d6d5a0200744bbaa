"""A program that is taken for LibreOffice: a script with the same words."""

import sys
from pathlib import Path

import pytest

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="假的 LibreOffice 是 sh 脚本")


def fake(folder: Path, script: str) -> Path:
    """An office that does this; $OUT is where PDFs shall go, $LAST the last file."""
    path = folder / "soffice"
    head = 'for each; do [ "$before" = --outdir ] && OUT=$each; before=$each; done; LAST=$before\n'
    path.write_text(f"#!/bin/sh\n{head}{script}\n")
    path.chmod(0o755)
    return path


WRITES = r"""
for each; do case $each in *.xlsx | *.docx)
    name=${each##*/}
    { echo "%PDF-1.6"; cat "$each"; echo; echo "%%EOF"; } > "$OUT/${name%.*}.pdf";;
esac; done"""
"""Each file becomes a PDF that holds the file."""
