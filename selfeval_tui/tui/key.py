"""One row of the table of keys: where it is heard, what it does, how it is printed."""

from enum import StrEnum

from attrs import frozen


class Where(StrEnum):
    """The part of the screen where a key is heard."""

    ANYWHERE = "各个画面"
    OVERVIEW = "总览"
    GRID = "填报"
    MOVE = "移动光标"
    EDITOR = "输入时"
    LONG = "写长文字时"
    CHOICE = "选一项时"
    FLAGS = "选几项时"
    CHECK = "自查"
    REMARKS = "财政意见"
    HISTORY = "历史"
    TAKE = "记下财政意见"
    EXPORT = "导出"
    EXPORTED = "导出之后"
    CHANGES = "上次导出后的改动"
    PREVIEW = "预览"
    FORM = "新建、回收站"
    IMPORT = "导入"
    LIST = "按清单新建"
    PLAN = "核对清单"
    SETTINGS = "设置"
    START = "开始"
    HELP = "帮助"
    QUESTION = "询问时"
    DIALOG = "小窗口里"
    MERGE = "比较别处的改动"


_NAMES = {
    "enter": "回车",
    "escape": "Esc",
    "space": "空格",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "上方向键",
    "down": "下方向键",
    "left": "左方向键",
    "right": "右方向键",
    "backslash": "\\",
    "right_square_bracket": "]",
    # Ctrl with 6 and with ^, which are one key: terminals send the same for both.
    "circumflex_accent": "6",
    # Terminals send the same for both, and F20 and F22 for Shift with F8 and F10.
    "underscore": "/",
    "slash": "/",
    "semicolon": ";",
    "f16": "Shift+F4",
    "f17": "Shift+F5",
    "f18": "Shift+F6",
    "f19": "Shift+F7",
    "f20": "Shift+F8",
    "f21": "Shift+F9",
    "f22": "Shift+F10",
}


PALETTE_ONLY = "Ctrl+P 选"
"""What stands in the place of a key where an action has none of its own."""


def printed(keys: str) -> str:
    """The names of keys as they stand on the keyboard, several joined by 或."""
    if not keys:
        return PALETTE_ONLY
    names = ("+".join(_name(part) for part in key.split("+")) for key in keys.split(","))
    return " 或 ".join(dict.fromkeys(names))


def _name(part: str) -> str:
    return _NAMES.get(part, part.capitalize())


@frozen
class Key:
    """One action and the keys that start it."""

    where: Where
    action: str
    keys: str
    """As Textual names them, the first one is shown; commas between. May be empty: the list of
    commands (Ctrl+P) and the menu of the right mouse button reach every action."""
    label: str
    help: str
    footer: bool = False
    priority: bool = False
    """Heard before the focused widget; for keys that an editor must not swallow."""
    shown: str = ""
    """The one of its keys that the footer shows; the first where empty."""

    @property
    def presses(self) -> tuple[str, ...]:
        """Each of its keys."""
        return tuple(self.keys.split(",")) if self.keys else ()

    @property
    def shown_as(self) -> str:
        """What the footer shows, as it stands on the keyboard."""
        return printed(self.shown or self.keys.split(",")[0])
