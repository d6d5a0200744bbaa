"""A command line that speaks Chinese: argparse with its own words translated."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_WRONG_USAGE = 2

_PHRASES = (
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.+)", r"不认得的参数 \1"),
    (
        r"argument (.+?): invalid choice: (.+?) \((?:choose from|maybe you meant) (.+)\)",
        r"参数 \1 不能是 \2，可以是 \3",
    ),
    (r"argument (.+?): expected one argument", r"参数 \1 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", r"参数 \1 后面至少要写一个值"),
    (r"argument (.+?): expected (\d+) arguments?", r"参数 \1 后面要写 \2 个值"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"参数 \1 的值 \2 不对"),
    (r"argument (.+?): not allowed with argument (.+)", r"参数 \1 不能与 \2 同用"),
    (r"argument (.+?): ignored explicit argument (.+)", r"参数 \1 后面不用写 \2"),
    (r"ambiguous option: (.+?) could match (.+)", r"参数 \1 不够明确，可以是 \2"),
    (r"one of the arguments (.+) is required", r"要在 \1 中写一个"),
)


_HEADINGS = _ARGUMENTS, _OPTIONS = "参数", "选项"


class ChineseFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with Chinese headings; line ends of descriptions stay."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Put 用法 in front of the usage."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def format_help(self) -> str:
        """Put the full-width colon behind headings, where argparse puts its own."""
        text = super().format_help()
        for heading in _HEADINGS:
            text = text.replace(f"{heading}:", f"{heading}：")
        return text


class ArgumentParser(argparse.ArgumentParser):
    """A parser whose help and errors are Chinese; parsers of verbs are made in its likeness."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - what argparse itself takes.
        ours: dict[str, Any] = {"formatter_class": ChineseFormatter, "allow_abbrev": False}
        super().__init__(**(ours | settings | {"add_help": False}))
        self._positionals.title = _ARGUMENTS
        self._optionals.title = _OPTIONS
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it is written, and end with 2."""
        usage = self.format_usage()
        self.exit(_WRONG_USAGE, f"{translated(message)}\n{usage}详细说明：{self.prog} --help\n")


def translated(message: str) -> str:
    """An error of argparse in Chinese; one that is not known stays as it is."""
    for english, chinese in _PHRASES:
        if found := re.fullmatch(english, message, re.DOTALL):
            return f"{found.expand(chinese)}。"
    return message
