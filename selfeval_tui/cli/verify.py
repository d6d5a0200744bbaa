"""`selfeval verify`: whether an exported file still is what was finalised."""

import argparse
from pathlib import Path

_SAME, _OTHERWISE = 0, 1


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "verify",
        description="核对一个导出的 Excel 文件是否还是定稿时的样子，逐张表说明。\n"
        "全部与定稿一致时结束码为 0，有改动或不是定稿时为 1，文件读不出来时为 2。",
    )
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", help="要核对的文件")
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="DIR",
        help="定稿所在的自评文件夹，有了它能指出改动的是哪几格；不写时用平常的那个（如果有）",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say of each sheet what it is.

    Args:
        args: `file`, and `workspace` (a path or None).

    Returns:
        0 where every sheet is as it was finalised, else 1.

    Raises:
        StoreError: The file cannot be read, or the folder that was named does not exist.
    """
    from selfeval_tui.cli.workspace import named_workspace
    from selfeval_tui.excel.verify import Answer, verify
    from selfeval_tui.store import Workspace

    folder = named_workspace(args.workspace)
    found = verify(args.file, Workspace(folder) if folder.is_dir() else None)
    for sheet in found:
        code = f"（校验码 {sheet.code}）" if sheet.code else ""
        print(f"{sheet.name}：{sheet.answer.label}{code}")
        for line in sheet.said:
            print(f"  {line}")
    same = bool(found) and all(sheet.answer is Answer.same for sheet in found)
    return _SAME if same else _OTHERWISE
