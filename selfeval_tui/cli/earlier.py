"""How a command line names a sheet with a history, and one of its versions."""

import argparse
import sys

from selfeval_tui.cli.workspace import named_workspace
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.store import Fault, Workspace
from selfeval_tui.store.history.shelf import Kept
from selfeval_tui.store.history.subjects import Subject, named_subjects, subjects


def opened(
    args: argparse.Namespace,
) -> tuple[Workspace, tuple[Subject, ...], tuple[Fault, ...]]:
    """The workspace that was named, whose versions it has, and the files that could not be read.

    Raises:
        StoreError: The folder that was named does not exist, or cannot be read.
    """
    workspace = Workspace(named_workspace(args.folder))
    loaded = workspace.load()
    for fault in loaded.faults:
        print(fault.message, file=sys.stderr)
    return workspace, subjects(workspace, loaded.sheets), loaded.faults


def chosen_subject(found: tuple[Subject, ...], name: str) -> Subject | None:
    """The one sheet of that name; None after it was said why there is none."""
    named = named_subjects(found, name)
    if len(named) == 1:
        return named[0]
    if named:
        ids = "、".join(f"{each.id}（{each.label}）" for each in named)
        print(f"有 {len(named)} 张表叫“{name}”，请写编号：{ids}。", file=sys.stderr)
    else:
        known = sorted({each for subject in found for each in subject.names})
        print(f"没有“{name}”这张表。{did_you_mean(name, known)}", file=sys.stderr)
    return None


def chosen_version(subject: Subject, mark: str) -> Kept | None:
    """The version of that mark, or of its beginning; None after it was said why not."""
    named = [each for each in subject.versions if each.mark.startswith(mark)]
    if len(named) == 1:
        return named[0]
    if named:
        marks = "、".join(each.mark for each in named[:4])
        print(f"“{mark}”开头的有 {len(named)} 版，请写全：{marks}……", file=sys.stderr)
    else:
        print(
            f"“{subject.label}”没有“{mark}”这一版。看有哪些：selfeval history {subject.id}",
            file=sys.stderr,
        )
    return None
