"""Writing in a thread what was chosen, and what then can be said of it."""

from datetime import datetime
from pathlib import Path

from attrs import evolve, frozen

from selfeval_tui.excel.submission import prepare_submissions, write_submission
from selfeval_tui.files.outgoing import (
    WORKBOOKS,
    Exported,
    Outcome,
    Refused,
    Wanted,
    export_sheets,
    handed_out,
    put_elsewhere,
)
from selfeval_tui.files.pdf import ALONE, Watch
from selfeval_tui.layout import ExportOptions
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.kept.handed_out import keep_handed_out


@frozen
class Task:
    """What is written: copies, so that nothing changes under the thread's hands."""

    workspace: Workspace
    batch: Batch
    sheets: tuple[Sheet, ...]
    folder: Path
    options: ExportOptions
    at: datetime
    keeps: bool = True
    """Whether what was handed out is kept in the workspace; not where another window writes."""
    hand_in: bool = False
    """Whether everything goes into one folder and one zip (报送)."""
    wanted: Wanted = WORKBOOKS
    """What files; what is handed in are always workbooks."""


@frozen
class Made:
    """What became of each file."""

    outcomes: tuple[Outcome, ...]
    task: Task
    folder: Path
    """Where the files lie."""
    said: str = ""
    """What the clerk should know beyond that."""


def write(task: Task, watch: Watch = ALONE) -> Made:
    """Write the files and keep what was handed out.

    Args:
        task: What to write.
        watch: Hears how many PDFs are made, and may stop their making.

    Raises:
        GoneError: It was to go into the workspace, which is not there any more.
        StoreError: A folder to hand in could not be written.
        ExportError: A cell could not be written.
    """
    if task.folder.is_relative_to(task.workspace.root):
        task.workspace.check_there()
    return _hand_in(task) if task.hand_in else _export(task, watch)


def write_other(made: Made, number: int) -> Made:
    """Write a refused file under the name that was offered.

    Args:
        made: What was made so far.
        number: Which of its outcomes.
    """
    refused = made.outcomes[number]
    if not isinstance(refused, Refused):
        return made
    outcome = put_elsewhere(refused)
    outcomes = (*made.outcomes[:number], outcome, *made.outcomes[number + 1 :])
    return evolve(made, outcomes=outcomes, said=_keep(made.task, (outcome,)))


def _export(task: Task, watch: Watch) -> Made:
    outcomes = export_sheets(task.batch, task.sheets, task.folder, task.options, task.wanted, watch)
    return Made(outcomes, task, task.folder, _keep(task, outcomes))


def _hand_in(task: Task) -> Made:
    outcomes: list[Outcome] = []
    folder, said = task.folder, ""
    for submission in prepare_submissions(task.batch, task.sheets, task.options):
        written = write_submission(submission, task.folder)
        archive = Exported(written.archive, submission.sheets)
        files = (Exported(written.folder / each.name, each.sheets) for each in submission.members)
        outcomes += [archive, *files]
        folder = written.folder
        if written.again:
            said = "以前报送的文件夹还在，这次另建了一个带编号的。"
    kept = _keep(task, tuple(each for each in outcomes if each.path.suffix != ".zip"))
    return Made(tuple(outcomes), task, folder, f"{said}{kept}")


def _keep(task: Task, outcomes: tuple[Outcome, ...]) -> str:
    """Keep the content of what was written; a sentence for each sheet where that failed."""
    if not task.keeps:
        return ""
    sheets = handed_out(outcomes)
    return "\n".join(keep_handed_out(task.workspace, task.batch, sheets, task.at))
