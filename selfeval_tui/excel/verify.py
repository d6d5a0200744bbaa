"""Whether an exported file still is what was finalised: cell by cell, sheet by sheet."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from selfeval_tui.excel.opened import Opened, open_workbook
from selfeval_tui.excel.seal import Place, cells_code, plain, sealed_sheets, written_cells
from selfeval_tui.layout.box import column_letters
from selfeval_tui.layout.compose import lay_out
from selfeval_tui.layout.options import ExportOptions, Rates
from selfeval_tui.sheet import Batch, Sheet
from selfeval_tui.store import Workspace
from selfeval_tui.store.kept.finalised import version_with_code
from selfeval_tui.store.kept.version import Version
from selfeval_tui.text.reading import Labelled

BLANK = "（空）"
_RATES: tuple[Rates, ...] = ("typed", "computed")


class Answer(Labelled):
    """What is said of a sheet."""

    same = "same", "与定稿一致"
    older = "older", "是以前的定稿"
    """Unchanged, but the unit has another version by now."""
    changed = "changed", "已被改动"
    draft = "draft", "不是定稿"


@frozen
class Verified:
    """One sheet of a workbook."""

    name: str
    """What it is called there."""
    answer: Answer
    code: str = ""
    """The 校验码 that it states."""
    said: tuple[str, ...] = ()
    """What else there is to know: the cells that differ, what could not be compared."""


def verify(path: Path, workspace: Workspace | None = None) -> tuple[Verified, ...]:
    """Look every sheet of a workbook over.

    The file is compared with what it says of itself, which tells of slips and later corrections;
    with the workspace also the cells are named, and a version that is not the latest one.

    Args:
        path: The workbook.
        workspace: Where the sheets were finalised; None where it is not at hand.

    Raises:
        StoreError: It is no workbook, or cannot be read.
    """
    book = open_workbook(path)
    return tuple(_verified(book, workspace))


def _verified(book: Opened, workspace: Workspace | None) -> Iterator[Verified]:
    sealed = sealed_sheets(book.properties)
    for name in book.sheets:
        if name not in sealed:
            yield Verified(name, Answer.draft)
    for name, (content, cells) in sealed.items():
        if name not in book.sheets:
            gone = "文件里没有这张表了：它被删去，或者改了名。"
            yield Verified(name, Answer.changed, content, (gone,))
        elif cells_code(book.sheets[name]) == cells:
            yield _unchanged(name, content, workspace)
        else:
            said = tuple(_differences(book.sheets[name], content, workspace))
            yield Verified(name, Answer.changed, content, said)


def _unchanged(name: str, code: str, workspace: Workspace | None) -> Verified:
    if workspace is None:
        return Verified(name, Answer.same, code)
    version = version_with_code(workspace, code)
    if not isinstance(version, Version):
        unknown = "这个自评文件夹里没有这一版定稿，只核对了文件自身。"
        return Verified(name, Answer.same, code, (unknown,))
    now = {sheet.id: sheet for sheet in workspace.load().sheets}.get(version.sheet.id)
    if now is not None and now.life.content == code and now.life.locked:
        return Verified(name, Answer.same, code, (f"{now.life.stage.label} {version.at}",))
    return Verified(name, Answer.older, code, (f"定稿 {version.at}；{_since(now)}",))


def _since(now: Sheet | None) -> str:
    return f"这张表现在是：{now.life.words}" if now else "这张表已经删除"


def _differences(
    found: Mapping[Place, str], code: str, workspace: Workspace | None
) -> Iterator[str]:
    """The cells that say something else than the version that was finalised."""
    version = version_with_code(workspace, code) if workspace else None
    if workspace is None or not isinstance(version, Version):
        yield "没有定稿时的内容可以逐格比较；在定稿的那台电脑上可以指出是哪几格。"
        return
    wanted = _closest(found, version, workspace)
    for row, col in sorted(set(found) | set(wanted)):
        before, after = wanted.get((row, col), ""), found.get((row, col), "")
        if before != after:
            where = f"{column_letters(col)}{row + 1}"
            yield f"{where}：定稿是 {plain(before) or BLANK}，文件里是 {plain(after) or BLANK}"


def _closest(
    found: Mapping[Place, str], version: Version, workspace: Workspace
) -> Mapping[Place, str]:
    """The cells as they were written, by whichever 执行率 was printed."""
    others = (each for each in workspace.load().sheets if each.id != version.sheet.id)
    batch = Batch((version.sheet, *others))
    ways = (
        written_cells(lay_out(batch, version.sheet, ExportOptions(rates=rates))) for rates in _RATES
    )
    return min(ways, key=lambda cells: len(cells.items() ^ found.items()))
