"""SIGKILL at random moments, while a clerk types at random into the real program."""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from selfeval_tui.store import Workspace
from selfeval_tui.store.demo import demo_sheets
from tests.torture.clerk import Clerk, Tally
from tests.torture.figures import Figures
from tests.torture.scale import Scale

LIVES = 5
"""Kills of one workspace, whose next start shows what the kill before left."""


def measure(scale: Scale) -> Figures:
    """Type, kill, look what is left, start again; several workspaces at the same time."""
    seeds = range(-(-scale.kills // LIVES))
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        tallies = tuple(pool.map(_work, seeds))
    kills = sum(each.kills for each in tallies)
    lost = tuple(words for each in tallies for words in each.lost)
    return Figures("kills while typing", kills, len(lost), lost[:5], note(tallies))


def note(tallies: Iterable[Tally]) -> str:
    """What was at stake."""
    tallies = tuple(tallies)
    edits, typings, recovered = (
        sum(getattr(each, name) for each in tallies) for name in ("edits", "typings", "recovered")
    )
    return (
        f"{edits} edits shown as saved; {typings} texts typed for half a second before a kill, "
        f"{recovered} times offered by the next start"
    )


def _work(seed: int) -> Tally:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "自评"
        workspace = Workspace(root)
        for sheet in demo_sheets():
            sheet.demo = False
            workspace.save(sheet)
        clerk = Clerk(root, Path(folder), seed)
        for _ in range(LIVES):
            clerk.live()
        return clerk.tally
