"""`selfeval list`: a line for each sheet of a workspace."""

import argparse
import json
import sys

from attrs import asdict, frozen

from selfeval_tui.cli.columns import aligned
from selfeval_tui.cli.workspace import add_workspace, named_workspace
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.sheet.summary import summarise
from selfeval_tui.spec.model import Role
from selfeval_tui.store import Workspace
from selfeval_tui.store.kept.handed_out import Standing, changed_since_export
from selfeval_tui.store.unsaved.recovery import unsaved_words
from selfeval_tui.text import VerdictCode

_FINE, _SOME_FILES_BAD = 0, 1

_HEADINGS = (
    "附件号", "名称", "预算数", "执行数", "执行率", "应为", "已填", "状态", "导出后", "判定"
)  # fmt: skip
_FIGURES = frozenset({2, 3, 4, 5, 6})


@frozen
class Line:
    """What is said of one sheet; figures are given as they were typed."""

    year: str
    attachment: str
    name: str
    spec: str
    demo: bool
    budget: str
    """万元, or the unit of the form."""
    spent: str
    rate_typed: str
    rate_computed: str
    filled: int
    required: int
    verdicts: dict[str, int]
    """How many rows have each verdict code."""
    state: str
    """草稿, 定稿, 已报送, 退回修改."""
    exported: str
    """When it was exported last; empty where it never was."""
    changes: int | None
    """In how many places it differs from what was exported; None where that cannot be said."""
    path: str


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "list",
        description="列出各表的预算数、执行数、执行率（填报的和应为的）、已填情况和判定。",
    )
    add_workspace(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table", help="输出形式")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the sheets, and the files that cannot be used.

    Args:
        args: `folder` (a path or None) and `format` (`table` or `json`).

    Returns:
        0, or 1 where some files could not be used.

    Raises:
        StoreError: The folder that was named does not exist.
    """
    folder = named_workspace(args.folder)
    workspace = Workspace(folder)
    loaded = workspace.load()
    batch = Batch(loaded.sheets)
    standings = changed_since_export(workspace, batch)
    lines = [_line(batch, sheet, workspace, standings[sheet.id]) for sheet in batch.printed]
    if args.format == "json":
        print(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2))
    elif lines:
        cells = [
            _cells(line, standings[sheet.id])
            for line, sheet in zip(lines, batch.printed, strict=True)
        ]
        for text in aligned([_HEADINGS, *cells], right=_FIGURES):
            print(text)
    elif not loaded.faults:
        print(f"“{folder}”里还没有表。", file=sys.stderr)
    unsaved = filter(None, [unsaved_words(workspace, batch)])
    for said in (*(fault.message for fault in loaded.faults), *loaded.notices, *unsaved):
        print(said, file=sys.stderr)
    return _SOME_FILES_BAD if loaded.faults else _FINE


def _line(batch: Batch, sheet: Sheet, workspace: Workspace, standing: Standing) -> Line:
    summary = summarise(batch, sheet)
    return Line(
        year=sheet.with_role(Role.YEAR),
        attachment=sheet.with_role(Role.ATTACHMENT),
        name=summary.name,
        spec=sheet.spec.id,
        demo=sheet.demo,
        budget=summary.budget,
        spent=summary.spent,
        rate_typed=summary.rate,
        rate_computed=summary.computed_rate,
        filled=summary.progress.filled,
        required=summary.progress.total,
        verdicts={code.value: count for code, count in (summary.verdicts or {}).items()},
        state=sheet.life.stage.label,
        exported=standing.at,
        changes=len(standing.differences) if standing.at else None,
        path=str(workspace.path_of(sheet)),
    )


def _cells(line: Line, standing: Standing) -> tuple[str, ...]:
    counts = (
        f"{code.label} {line.verdicts[code.value]}"
        for code in VerdictCode
        if code.value in line.verdicts
    )
    typed = (line.attachment, line.name, line.budget, line.spent, line.rate_typed)
    return (
        *(" ".join(cell.split()) for cell in typed),
        line.rate_computed,
        f"{line.filled}/{line.required}",
        line.state,
        standing.words,
        "；".join(counts),
    )
