"""The command line: finds the verb, imports its module only, and speaks of failures in Chinese."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from attrs import frozen

from selfeval_tui import __version__
from selfeval_tui.cli.spelled import Spelled
from selfeval_tui.problems import SelfevalError, StoreError

if TYPE_CHECKING:
    import argparse


@frozen
class Verb:
    """A verb: its module has `add_parser(subparsers)` and `run(args) -> int`."""

    module: str
    help: str


VERBS = {
    "list": Verb("list_", "列出各表的数据、已填情况和判定"),
    "import": Verb("import_", "读入别处的表：Excel、Word、TOML"),
    "export": Verb("export", "导出 Excel 自评表"),
    "submit": Verb("submit", "把要报送的放进一个文件夹和一个 zip"),
    "demo": Verb("demo", "生成一份示例（九张公开的自评表）"),
    "judge": Verb("judge", "逐行判定目标与实际"),
    "check": Verb("check", "自查：列出复核时会被退回的问题"),
    "remarks": Verb("remarks", "记下财政意见，写修改说明"),
    "explain": Verb("explain", "说明一条自查规则"),
    "verify": Verb("verify", "核对导出的文件是否还是定稿"),
    "history": Verb("history", "列出留着的各版，看与现在差多少"),
    "restore": Verb("restore", "把一张表恢复成留着的一版"),
    "backup": Verb("backup", "把整个自评文件夹备份成一个 zip"),
    "restore-backup": Verb("restore_backup", "把备份放回去（先核对校验值）"),
    "spec": Verb("spec", "列出或查看表样"),
}

_FAILED = 2
_PIPE_CLOSED = 1
_INTERRUPTED = 130
_BROKEN = 3
_STARVED = "程序出了没料到的错，这个命令没有做完：内存或能打开的文件可能不够用了。"
_NO_NAMES = "The names of files here cannot be Chinese. Set LANG=zh_CN.UTF-8 and start again."
"""In a language that such a terminal can print."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: The words after the program's name; those of the process where None.

    Returns:
        0 when all went well, 1 when something is left to look at, 2 for a failure or a wrong
        use, 3 after an unforeseen error, 130 when interrupted, and 128 more than the signal that
        ended the screen.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    _print_whatever_the_terminal_cannot()
    if not _names_may_be_chinese():
        print(_NO_NAMES, file=sys.stderr)
        return _FAILED
    with redirect_stdout(_spelled(sys.stdout)), redirect_stderr(_spelled(sys.stderr)):
        return _watched(words)


def _watched(words: list[str]) -> int:
    """Run a verb; of errors that nobody foresaw the clerk reads a sentence, never a traceback."""
    beside: list[BaseException] = []
    fault: BaseException | None = None
    status = 0
    try:
        from selfeval_tui.tui.crash.hooks import hooked

        with hooked(beside.append, lambda _error: None, silent=False):
            status = _told(words)
    except Exception as error:  # noqa: BLE001 - Whatever it is.
        fault = error
    fault = fault or next(iter(beside), None)
    return status if fault is None else _unforeseen(fault, words)


def _unforeseen(fault: BaseException, words: list[str]) -> int:
    try:
        from selfeval_tui.cli.unforeseen import tell

        return tell(fault, words)
    except Exception:  # noqa: BLE001 - There is neither memory nor a file left to report it.
        print(_STARVED, file=sys.stderr)
        return _BROKEN


def _spelled(stream: TextIO) -> TextIO:
    return cast(TextIO, Spelled(stream))


def _told(words: list[str]) -> int:
    """Run a verb and tell of what went wrong; the exit status."""
    try:
        status = _run(words)
        sys.stdout.flush()
    except SelfevalError as error:
        print(f"{error.title}：{error.message}", file=sys.stderr)
        return _FAILED
    except BrokenPipeError:
        _let_output_go()
        return _PIPE_CLOSED
    except OSError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return status


def _refused(error: OSError) -> int:
    """Say what the system refused, where no room had a better sentence."""
    from selfeval_tui.store.disk.system import reason

    if error.filename is None:
        # It was the output itself, on a full disk.
        _let_output_go()
        print(f"{StoreError.title}：输出没有写完（{reason(error)}）。", file=sys.stderr)
    else:
        path = os.fsdecode(error.filename)
        sentence = f"“{path}”用不了（{reason(error)}）。请核对路径和权限。"
        print(f"{StoreError.title}：{sentence}", file=sys.stderr)
    return _FAILED


def _let_output_go() -> None:
    """Nobody takes the output any more; Python would complain when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    if words and words[0] in VERBS:
        return _run_verb(words)
    module = import_module("selfeval_tui.cli.open_")
    if not any(word.startswith("-") for word in words) and len(words) <= 1:
        # The screen is opened so every day; it need not wait for a parser of options.
        opened: int = module.open_folder(Path(words[0]) if words else None)
        return opened
    parser = _parser(epilog=_verbs_as_text())
    module.add_arguments(parser)
    status: int = module.run(parser.parse_args(words))
    return status


def _run_verb(words: list[str]) -> int:
    module = import_module(f"selfeval_tui.cli.{VERBS[words[0]].module}")
    parser = _parser()
    module.add_parser(parser.add_subparsers(metavar="命令"))
    status: int = module.run(parser.parse_args(words))
    return status


def _parser(epilog: str = "") -> "argparse.ArgumentParser":
    from selfeval_tui.cli.arguments import ArgumentParser

    parser = ArgumentParser(
        prog="selfeval",
        description="填写绩效自评表：边填边判定，导出可直接上报的 Excel。不带命令时打开填报界面。",
        epilog=epilog,
    )
    parser.add_argument(
        "--version", action="version", version=f"selfeval {__version__}", help="显示版本"
    )
    return parser


def _verbs_as_text() -> str:
    width = max(map(len, VERBS)) + 2
    lines = [f"  {name:<{width}}{verb.help}" for name, verb in VERBS.items()]
    return "\n".join(["命令：", *lines, "", "各命令的说明：selfeval 命令 --help"])


def _print_whatever_the_terminal_cannot() -> None:
    """A glyph that an old code page lacks is printed as its code instead of ending the program."""
    # A stream that whoever started the program had closed is not there at all.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _names_may_be_chinese() -> bool:
    try:
        os.fsencode("表")
    except UnicodeEncodeError:
        return False
    return True


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
