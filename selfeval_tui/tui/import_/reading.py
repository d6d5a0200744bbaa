"""Reading what a path names: what was read, what was not understood, what could not be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from attrs import evolve, frozen

from selfeval_tui.sheet import Batch, Sheet, progress, sheet_label
from selfeval_tui.sheet.identity import already_there
from selfeval_tui.store import Fault
from selfeval_tui.store.disk.system import reason
from selfeval_tui.store.foreign.neutral import Read
from selfeval_tui.store.merge.beside import laid_beside
from selfeval_tui.store.merge.incoming import read_incoming, there_already

ENDING = ".toml"
TWICE = (
    "它与“{}”是同一张表（年度、附件号、项目名称都相同）。"
    "存入后两张都在；只要一张时，请先移走一个文件再读。"
)


@frozen
class Finding:
    """One file: its sheet with what is worth knowing of it, or why there is none."""

    path: Path
    sheet: Sheet | None
    sentences: tuple[str, ...]


def clean_path(text: str) -> Path:
    """The path a clerk typed, pasted with quotes, or dragged into the window."""
    bare = text.strip().strip("\"'“”‘’").strip()
    if bare.startswith("file://"):
        bare = unquote(bare.removeprefix("file://"))
    try:
        return Path(bare).expanduser()
    except RuntimeError:
        # ~ of a user whom the system does not know is taken as the name it is.
        return Path(bare)


def read_path(path: Path, batch: Batch, *, demo: bool = False) -> tuple[Finding, ...]:
    """Read a file, or all fitting files of a folder.

    Args:
        path: What to read.
        batch: Where the sheets would go, to notice what is there already.
        demo: Whether that is a 示例.

    Returns:
        A finding for each file; one that says why where the path itself cannot be used.
    """
    try:
        return _read_files(path, batch, demo=demo)
    except OSError as error:
        sentence = f"“{path}”读不了（{reason(error)}）。请核对路径和权限。"
        return (Finding(path, None, (sentence,)),)


def _read_files(path: Path, batch: Batch, *, demo: bool) -> tuple[Finding, ...]:
    if path.is_dir():
        files = sorted(each for each in path.iterdir() if each.suffix.lower() == ENDING)
        if not files:
            return (Finding(path, None, (f"“{path}”里没有 {ENDING} 文件。请核对文件夹。",)),)
        return tuple(_told_apart([_read_file(each, batch, demo=demo) for each in files]))
    return (_read_file(path, batch, demo=demo),)


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where a sheet that an earlier file holds as well is told."""
    seen: list[tuple[Sheet, Path]] = []
    for each in findings:
        if each.sheet is None:
            yield each
            continue
        same = already_there(each.sheet, [sheet for sheet, _ in seen])
        name = next((path.name for sheet, path in seen if sheet is same), "")
        told = (TWICE.format(name),) if name else ()
        yield evolve(each, sentences=(*each.sentences, *told))
        seen.append((each.sheet, each.path))


def _read_file(path: Path, batch: Batch, *, demo: bool) -> Finding:
    if path.exists() and path.suffix.lower() != ENDING:
        kind = path.suffix or "没有扩展名的文件"
        advice = f"目前只能导入 {ENDING} 文件，还不能读 {kind}；可以先用“新建”，再把内容贴进去。"
        return Finding(path, None, (advice,))
    read = read_incoming(path, demo=demo)
    if isinstance(read, Fault):
        return Finding(path, None, (read.message,))
    return Finding(path, read.sheet, tuple(_about(read, batch)))


def _about(read: Read, batch: Batch) -> Iterator[str]:
    filled = progress(read.sheet)
    rows = sum(1 for table, _row in read.sheet.rows() if table.free)
    yield f"表样：{read.sheet.spec.source}"
    yield f"必填 {filled.total} 格，读到 {filled.filled} 格；指标 {rows} 行。"
    if read.not_understood:
        yield f"表样上没有、没有读入的栏目：{'、'.join(read.not_understood)}。"
    if same := there_already(read.sheet, batch.sheets):
        count = len(laid_beside(same, read.sheet).points)
        what = f"有 {count} 处不同，可以逐处比较后并入" if count else "内容一样"
        yield f"本单位已有“{sheet_label(same)}”，{what}；原来的不会被覆盖。"
