"""Inputs led by the branches of the reader itself: `python -m tests.fuzz.guided NAME SECONDS`.

Needs atheris, which only `torture` installs. An input that breaks the reader is written beside
where this was started, as `crash-…`; libFuzzer's last line says how many were tried.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 4096
"""Bytes of an input, unless a seed is longer."""
SLOWEST = 20
"""Seconds that one input may take; hypothesis knows no clock, and this finds what runs on."""


def main(name: str, seconds: str) -> None:
    """Try one entry for so long; the process ends with libFuzzer."""
    import atheris

    with atheris.instrument_imports(include=["selfeval_tui", "tests.fuzz"]):
        from tests.fuzz.entries import ENTRIES

    entry = ENTRIES[name]
    with TemporaryDirectory() as corpus:
        for number, seed in enumerate(entry.seeds()):
            Path(corpus, str(number)).write_bytes(seed)
        words = Path(corpus, "words")
        words.write_text("".join(map(_as_word, entry.words)), encoding="ascii")
        longest = max(LONGEST, *map(len, entry.seeds()))
        bounds = (f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-max_len={longest}")
        atheris.Setup([sys.argv[0], corpus, f"-dict={words}", *bounds], entry.run)
        atheris.Fuzz()


def _as_word(word: str) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


if __name__ == "__main__":
    main(*sys.argv[1:])
