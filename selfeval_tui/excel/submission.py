"""报送: the sheets of a year, their summary and lists, in one folder and in one zip of it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from attrs import frozen

from selfeval_tui.excel.answers import ANSWERS, answers_report
from selfeval_tui.excel.evidence import EVIDENCE, evidence_report
from selfeval_tui.excel.manifest import MANIFEST, Member, manifest
from selfeval_tui.excel.report import Report, lay_out_report
from selfeval_tui.excel.summary_report import SUMMARY, summary_report
from selfeval_tui.excel.write import ENDING, write_workbook
from selfeval_tui.layout.compose import lay_out
from selfeval_tui.layout.filing import by_year, created_on, files_of
from selfeval_tui.layout.names import own_stem, submission_stem
from selfeval_tui.layout.options import ExportOptions
from selfeval_tui.problems import StoreError
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store.disk.system import is_there
from selfeval_tui.store.disk.writer import DISK, Files, remove_folder, write_file, write_folder
from selfeval_tui.store.names import numbered
from selfeval_tui.store.pack import pack

ZIP = ".zip"


@frozen
class Submission:
    """What is handed in for one year, ready to be written."""

    name: str
    """Of its folder and, with another ending, of its zip."""
    created: datetime
    """填报日期, which its files state."""
    sheets: tuple[Sheet, ...]
    members: tuple[Member, ...]


@frozen
class Submitted:
    """A submission that was written."""

    folder: Path
    archive: Path
    submission: Submission

    @property
    def again(self) -> bool:
        """Whether an earlier one of its name is there and was left alone."""
        return self.folder.name != self.submission.name


def prepare_submissions(
    batch: Batch, sheets: Sequence[Sheet], options: ExportOptions
) -> tuple[Submission, ...]:
    """Make every file in memory, one submission for each year.

    Args:
        batch: Knows the computed values.
        sheets: Which of its sheets, in their order.
        options: As for an export.

    Raises:
        ExportError: A cell could not be written.
    """
    return tuple(_prepare(batch, group, options) for group in by_year(sheets))


def write_submission(submission: Submission, folder: Path, files: Files = DISK) -> Submitted:
    """Write a folder and its zip: both whole, or neither. What is there is never replaced.

    Args:
        submission: What to write.
        folder: Where to, usually the workspace's exports.
        files: The file system.

    Raises:
        StoreError: What was refused and what to do, in Chinese; nothing is left behind.
    """
    name = numbered(submission.name, lambda each: _taken(folder, each), " ({})")
    content = {member.name: member.data for member in submission.members}
    archive = folder / f"{name}{ZIP}"
    write_folder(folder / name, content, files)
    try:
        inside = {f"{name}/{each}": data for each, data in content.items()}
        write_file(archive, pack(inside, submission.created), files)
    except StoreError:
        with suppress(OSError):
            files.remove(archive)
        remove_folder(folder / name, content, files)
        raise
    return Submitted(folder / name, archive, submission)


def _taken(folder: Path, name: str) -> bool:
    return is_there(folder / name) or is_there(folder / f"{name}{ZIP}")


def _prepare(batch: Batch, sheets: Sequence[Sheet], options: ExportOptions) -> Submission:
    created = created_on(sheets)
    members = list(_sheet_files(batch, sheets, options))
    taken = {member.name.lower() for member in members}

    def add(report: Report, what: str) -> None:
        layout = lay_out_report(report)
        stem = numbered(own_stem(sheets, what), lambda each: f"{each}{ENDING}".lower() in taken)
        data = write_workbook([layout], options, created)
        members.append(Member(f"{stem}{ENDING}", data, layout.pages, what=what))

    add(summary_report(batch, sheets, options.rates), SUMMARY)
    evidence = evidence_report(sheets)
    if evidence is not None:
        add(evidence, EVIDENCE)
    answers = answers_report(batch, sheets)
    if answers is not None:
        add(answers, ANSWERS)
    add(manifest(sheets, members), MANIFEST)
    return Submission(submission_stem(sheets), created, tuple(sheets), tuple(members))


def _sheet_files(batch: Batch, sheets: Sequence[Sheet], options: ExportOptions) -> Iterator[Member]:
    for stem, group in files_of(batch, sheets, options):
        layouts = [lay_out(batch, sheet, options) for sheet in group]
        data = write_workbook(layouts, options, created_on(group))
        pages = sum(layout.pages for layout in layouts)
        yield Member(f"{stem}{ENDING}", data, pages, tuple(group))
