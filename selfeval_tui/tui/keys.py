"""Every key of the program, once: footer, help page and tests read this table.

Each function key has a Ctrl twin, because desktop terminals take some of them for themselves.
Ctrl+H, Ctrl+I and Ctrl+M are Backspace, Tab and Enter to a terminal and are never used; Alt is
unreliable on Windows consoles.
"""

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen
from textual.binding import Binding

from selfeval_tui.sheet import DEMO


class Where(StrEnum):
    """The part of the screen where a key is heard."""

    ANYWHERE = "任何地方"
    OVERVIEW = "总览"
    GRID = "填报"
    MOVE = "移动光标"
    EDITOR = "输入时"
    LONG = "写长文字时"
    CHOICE = "选一项时"
    FLAGS = "选几项时"
    CHECK = "自查"
    REMARKS = "财政意见"
    TAKE = "记下财政意见"
    EXPORT = "导出"
    EXPORTED = "导出之后"
    CHANGES = "上次导出后的改动"
    PREVIEW = "预览"
    FORM = "新建、导入"
    LIST = "按清单新建"
    PLAN = "核对清单"
    SETTINGS = "设置"
    START = "开始"
    HELP = "帮助"
    QUESTION = "询问时"
    DIALOG = "小窗口里"


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


FINALISE = "查过、改过或说明过以后，锁住这张表；要改用退回修改"
SUBMIT = "给定稿的表记下报送日期和报送方式"
REOPEN = "把定稿或已报送的表再打开来改，写明原因；原来那一版留着"
SINCE_FINAL = "退回修改以后，看与定稿的那一版有哪里不同"
"""What the life of a sheet is called, on 总览 and on the sheet."""

KEYS: tuple[Key, ...] = (
    Key(
        Where.ANYWHERE,
        "help",
        "f1,ctrl+g",
        "帮助",
        "说明这里怎么填、有哪些按键",
        footer=True,
        priority=True,
    ),
    Key(
        Where.ANYWHERE,
        "overview",
        "f3,ctrl+o",
        "总览",
        "回到本年度各表的总览",
        footer=True,
        priority=True,
    ),
    Key(
        Where.ANYWHERE,
        "export",
        "f4,ctrl+t",
        "导出",
        "把填好的表导出为Excel",
        footer=True,
        priority=True,
    ),
    Key(
        Where.ANYWHERE,
        "check",
        "f9,ctrl+circumflex_accent,ctrl+6",
        "自查",
        "列出全年各表的问题，逐条处理",
        footer=True,
        priority=True,
    ),
    Key(Where.ANYWHERE, "remarks", "f21,shift+f9", "财政意见", "记下财政的意见，逐条答复"),
    Key(
        Where.ANYWHERE,
        "save",
        "ctrl+s",
        "保存",
        "马上保存（平时每次回车后自动保存）",
        priority=True,
    ),
    Key(Where.ANYWHERE, "undo", "ctrl+z", "撤销", "撤销上一步", footer=True, priority=True),
    Key(Where.ANYWHERE, "redo", "ctrl+y", "重做", "恢复刚撤销的一步", priority=True),
    Key(Where.ANYWHERE, "quit", "ctrl+q", "退出", "保存并退出", footer=True, priority=True),
    Key(Where.ANYWHERE, "repaint", "ctrl+l", "重画", "屏幕花了时重新画一遍"),
    Key(
        Where.ANYWHERE,
        "menu",
        "shift+f10,f22",
        "菜单",
        "这一格或这一行能做的事，与鼠标右键相同",
    ),
    Key(
        Where.ANYWHERE,
        "palette",
        "ctrl+p",
        "更多",
        "列出这里能做的一切；打汉字或拼音首字母查找",
        footer=True,
        priority=True,
    ),
    Key(
        Where.OVERVIEW,
        "open_sheet",
        "enter,f2,ctrl+e",
        "打开",
        "打开这张表填报",
        footer=True,
    ),
    Key(Where.OVERVIEW, "new_sheet", "ctrl+n", "新建", "新建一张表", footer=True),
    Key(Where.OVERVIEW, "import_files", "ctrl+r", "导入", "读入别处的表", footer=True),
    Key(Where.OVERVIEW, "settings", "ctrl+w", "设置", "改配色、符号和导出的习惯", footer=True),
    Key(
        Where.OVERVIEW,
        "start",
        "ctrl+d",
        DEMO,
        "打开示例，或从示例回到本单位",
        footer=True,
    ),
    Key(
        Where.OVERVIEW,
        "amounts",
        "ctrl+b",
        "各表金额",
        "在一张表里填各张表的预算数和执行数",
        footer=True,
    ),
    Key(
        Where.OVERVIEW,
        "alike",
        "ctrl+a",
        "一起改",
        "一次改各张表的填报日期、单位名称、主管部门、年度、附件号，和导出文件名",
    ),
    Key(Where.OVERVIEW, "filter", "ctrl+f", "筛选", "只列出一部分表"),
    Key(Where.OVERVIEW, "clear_filter", "escape", "列出全部", "不再筛选"),
    Key(Where.OVERVIEW, "copy_sheet", "ctrl+u", "复制一张", "照这张表再建一张"),
    Key(Where.OVERVIEW, "sheet_up", "ctrl+shift+up", "上移", "与上面一张表对调附件号"),
    Key(Where.OVERVIEW, "sheet_down", "ctrl+shift+down", "下移", "与下面一张表对调附件号"),
    Key(Where.OVERVIEW, "remove_sheet", "delete,ctrl+k", "删除", "删除这张表（移到回收站）"),
    Key(
        Where.OVERVIEW,
        "figures",
        "",
        "决算数据",
        "填部门决算里的数，附件2与它核对；只供核对，不导出",
    ),
    Key(Where.OVERVIEW, "finalise", "shift+f7,f19", "定稿", FINALISE),
    Key(Where.OVERVIEW, "submit_sheet", "", "标为已报送", SUBMIT),
    Key(Where.OVERVIEW, "reopen", "shift+f6,f18", "退回修改", REOPEN),
    Key(Where.OVERVIEW, "since_final", "", "与定稿不同", SINCE_FINAL),
    Key(Where.OVERVIEW, "bin", "ctrl+x", "回收站", "看删除了哪些表，把表取回来"),
    Key(
        Where.GRID,
        "edit",
        "enter,f2,ctrl+e",
        "填写",
        "填写这一格；直接打字也可以",
        footer=True,
    ),
    Key(Where.GRID, "clear", "delete", "清空", "清空这一格"),
    Key(Where.GRID, "next_cell", "tab", "下一格", "到下一个要填的格"),
    Key(Where.GRID, "previous_cell", "shift+tab", "上一格", "到上一个要填的格"),
    Key(Where.GRID, "next_sheet", "f6,ctrl+pagedown", "下一张", "到下一张表", footer=True),
    Key(Where.GRID, "previous_sheet", "f5,ctrl+pageup", "上一张", "到上一张表", footer=True),
    Key(
        Where.GRID,
        "next_unfilled",
        "ctrl+w",
        "没填的",
        "到下一个还没填的必填格，本表填完就到下一张",
        footer=True,
    ),
    Key(
        Where.GRID,
        "next_problem",
        "f8,ctrl+backslash",
        "下一处问题",
        "到下一处查出的问题，各表依次看",
        footer=True,
    ),
    Key(
        Where.GRID,
        "previous_problem",
        "shift+f8,f20,ctrl+right_square_bracket",
        "上一处问题",
        "到上一处查出的问题",
    ),
    Key(Where.GRID, "detail_down", "shift+pagedown", "说明往下", "说明一栏放不下时往下看"),
    Key(Where.GRID, "detail_up", "shift+pageup", "说明往上", "说明一栏往回看"),
    Key(Where.GRID, "find", "ctrl+f", "查找替换", "在这张表或全部表里查找、替换文字"),
    Key(
        Where.GRID,
        "find_next",
        "f12,ctrl+underscore,ctrl+slash",
        "再找下一处",
        "照上次的内容再找下一处",
    ),
    Key(
        Where.GRID,
        "insert_row",
        "insert,ctrl+n",
        "加一行",
        "在这一行下面加一行",
        footer=True,
    ),
    Key(Where.GRID, "insert_above", "", "上面加一行", "在这一行上面加一行"),
    Key(
        Where.GRID,
        "copy_rows",
        "",
        "从别的表复制指标",
        "选别的表的指标行，连目标值一起抄到这一行下面",
    ),
    Key(Where.GRID, "row_up", "ctrl+shift+up", "行上移", "这一行往上移"),
    Key(Where.GRID, "row_down", "ctrl+shift+down", "行下移", "这一行往下移"),
    Key(Where.GRID, "delete_row", "ctrl+delete,ctrl+k", "删一行", "删除这一行（可以撤销）"),
    Key(Where.GRID, "copy", "ctrl+c", "复制", "复制选中的格，可以粘贴到Excel或WPS里"),
    Key(Where.GRID, "cut", "ctrl+x", "剪切", "复制选中的格，并清空它们"),
    Key(Where.GRID, "paste", "ctrl+v", "粘贴", "从这一格起，粘贴复制的一格或一片格"),
    Key(Where.GRID, "fill_down", "ctrl+d", "向下填充", "把上面一格的内容填到下面选中的各格"),
    Key(Where.GRID, "select_table", "ctrl+a", "全选", "选中这个表的所有行"),
    Key(Where.GRID, "drop_block", "escape", "不选", "不再选中多格"),
    Key(
        Where.GRID,
        "fill_proposal",
        "ctrl+u",
        "填入建议",
        "填入旁边建议的内容：今天的日期、问卷算出的满意度、与目标相同的数",
        footer=True,
    ),
    Key(Where.GRID, "fill_today", "ctrl+semicolon", "今天", "在日期格里填入今天的日期"),
    Key(Where.GRID, "support", "ctrl+b", "依据", "写下这一行的合同号、验收单、问卷数（不打印）"),
    Key(Where.GRID, "decide", "f7,ctrl+r", "人工判定", "自己判定这一行，或改它的读法和方向"),
    Key(Where.GRID, "explain", "", "写说明", "说明这一格的问题为什么可以这样填"),
    Key(Where.GRID, "finalise", "shift+f7,f19", "定稿", FINALISE),
    Key(Where.GRID, "submit_sheet", "", "标为已报送", SUBMIT),
    Key(Where.GRID, "reopen", "shift+f6,f18", "退回修改", REOPEN),
    Key(Where.GRID, "since_final", "", "与定稿不同", SINCE_FINAL),
    Key(Where.GRID, "preview", "f16,ctrl+f4", "预览", "看这张表印出来是什么样、分几页"),
    Key(Where.MOVE, "cursor_up", "up", "上", "到上面一格"),
    Key(Where.MOVE, "cursor_down", "down", "下", "到下面一格"),
    Key(Where.MOVE, "cursor_left", "left", "左", "到左边一格"),
    Key(Where.MOVE, "cursor_right", "right", "右", "到右边一格"),
    Key(Where.MOVE, "row_start", "home", "行首", "到这一行的第一格"),
    Key(Where.MOVE, "row_end", "end", "行尾", "到这一行的最后一格"),
    Key(Where.MOVE, "page_up", "pageup", "上一屏", "往上一屏"),
    Key(Where.MOVE, "page_down", "pagedown", "下一屏", "往下一屏"),
    Key(Where.MOVE, "first_cell", "ctrl+home", "表首", "到这张表的第一格"),
    Key(Where.MOVE, "last_cell", "ctrl+end", "表尾", "到这张表的最后一格"),
    Key(Where.MOVE, "previous_section", "ctrl+up", "上一部分", "到上一部分"),
    Key(Where.MOVE, "next_section", "ctrl+down", "下一部分", "到下一部分"),
    Key(Where.MOVE, "select_up", "shift+up", "往上选", "连上面一格也选中"),
    Key(Where.MOVE, "select_down", "shift+down", "往下选", "连下面一格也选中"),
    Key(Where.MOVE, "select_left", "shift+left", "往左选", "连左边一格也选中"),
    Key(Where.MOVE, "select_right", "shift+right", "往右选", "连右边一格也选中"),
    Key(Where.MOVE, "select_row_start", "shift+home", "选到行首", "选到这一行的第一格"),
    Key(Where.MOVE, "select_row_end", "shift+end", "选到行尾", "选到这一行的最后一格"),
    Key(
        Where.EDITOR,
        "commit_proposed",
        "enter",
        "确定",
        "确定并到下面一格；提示了换算的数时填那个数",
        footer=True,
    ),
    Key(Where.EDITOR, "commit_down", "down", "下", "确定并到下面一格，照原样留"),
    Key(Where.EDITOR, "commit_up", "up", "上", "确定并到上面一格"),
    Key(Where.EDITOR, "commit_next", "tab", "下一格", "确定并到下一个要填的格", footer=True),
    Key(
        Where.EDITOR,
        "commit_previous",
        "shift+tab",
        "上一格",
        "确定并到上一个要填的格",
    ),
    Key(
        Where.EDITOR,
        "line_break",
        "ctrl+n,alt+enter,shift+enter,ctrl+j",
        "换行",
        "在这一格里另起一行",
        footer=True,
    ),
    Key(Where.EDITOR, "cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    Key(Where.EDITOR, "copy_text", "ctrl+c", "复制", "复制选中的文字"),
    Key(Where.EDITOR, "cut_text", "ctrl+x", "剪切", "剪切选中的文字"),
    Key(Where.EDITOR, "paste_text", "ctrl+v", "粘贴", "粘贴到光标处"),
    Key(
        Where.LONG,
        "commit_down",
        "f2,ctrl+e",
        "写完",
        "确定并到下面一格；回车是换行",
        footer=True,
    ),
    Key(Where.LONG, "commit_next", "tab", "下一格", "确定并到下一个要填的格", footer=True),
    Key(Where.LONG, "commit_previous", "shift+tab", "上一格", "确定并到上一个要填的格"),
    Key(Where.LONG, "cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    Key(
        Where.LONG,
        "line_break",
        "ctrl+n,alt+enter,shift+enter,ctrl+j",
        "换行",
        "另起一行，和回车一样",
    ),
    Key(Where.LONG, "copy_text", "ctrl+c", "复制", "复制选中的文字"),
    Key(Where.LONG, "cut_text", "ctrl+x", "剪切", "剪切选中的文字"),
    Key(Where.LONG, "paste_text", "ctrl+v", "粘贴", "粘贴到光标处"),
    Key(
        Where.CHOICE,
        "commit_down",
        "enter",
        "选定",
        "选定并到下面一格；也可以按数字",
        footer=True,
    ),
    Key(Where.CHOICE, "commit_next", "tab", "下一格", "选定并到下一个要填的格", footer=True),
    Key(
        Where.CHOICE,
        "commit_previous",
        "shift+tab",
        "上一格",
        "选定并到上一个要填的格",
    ),
    Key(Where.CHOICE, "clear", "delete", "清空", "一项也不选", footer=True),
    Key(Where.CHOICE, "cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    Key(Where.FLAGS, "tick", "space", "打勾", "选上或去掉这一项；也可以按数字", footer=True),
    Key(Where.FLAGS, "commit_down", "enter", "选定", "选定并到下面一格", footer=True),
    Key(Where.FLAGS, "commit_next", "tab", "下一格", "选定并到下一个要填的格", footer=True),
    Key(Where.FLAGS, "commit_previous", "shift+tab", "上一格", "选定并到上一个要填的格"),
    Key(Where.FLAGS, "clear", "delete", "清空", "一项也不选", footer=True),
    Key(Where.FLAGS, "cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    Key(Where.CHECK, "go", "enter,f2,ctrl+e", "到这一格", "到出问题的那一格", footer=True),
    Key(
        Where.CHECK,
        "explain",
        "f7,ctrl+r",
        "写说明",
        "写明为什么这样填；错误要坚持填报的也写在这里；写空就是取消说明",
        footer=True,
    ),
    Key(Where.CHECK, "fold", "space", "展开", "展开或收起同类的问题", footer=True),
    Key(Where.CHECK, "copy", "ctrl+c", "复制", "复制成一句话，可以发给同事", footer=True),
    Key(Where.CHECK, "copy_all", "ctrl+a", "复制全部", "复制列出的全部问题，一句一行"),
    Key(Where.CHECK, "filter", "ctrl+f", "筛选", "只列出一个级别、一张表的问题", footer=True),
    Key(Where.CHECK, "next_kind", "tab", "换一类", "待处理、已说明、缺数未查，依次看", footer=True),
    Key(Where.CHECK, "previous_kind", "shift+tab", "上一类", "往回换一类"),
    Key(Where.CHECK, "next_severity", "right", "换级别", "只看错误、需说明、警告或提示"),
    Key(Where.CHECK, "previous_severity", "left", "上一级别", "往回换级别"),
    Key(Where.CHECK, "next_sheet", "f6,ctrl+pagedown", "下一张", "只看下一张表的问题"),
    Key(Where.CHECK, "previous_sheet", "f5,ctrl+pageup", "上一张", "只看上一张表的问题"),
    Key(Where.CHECK, "back", "escape", "返回", "回到上一个画面", footer=True),
    Key(Where.REMARKS, "go", "enter,f2,ctrl+e", "到这一格", "到意见所说的那一格", footer=True),
    Key(Where.REMARKS, "answer", "f7,ctrl+r", "答复", "答复已改，或不改并写明理由", footer=True),
    Key(Where.REMARKS, "take", "ctrl+n", "记下意见", "粘贴，或读入退回的文件", footer=True),
    Key(Where.REMARKS, "write", "ctrl+b", "修改说明", "写成 Excel 的修改说明", footer=True),
    Key(Where.REMARKS, "remove", "delete,ctrl+k", "删除", "删除这条意见（可以撤销）"),
    Key(Where.REMARKS, "back", "escape", "返回", "回到上一个画面", footer=True),
    Key(Where.TAKE, "correct", "enter,f2,ctrl+e", "改到别处", "指定是哪一格", footer=True),
    Key(Where.TAKE, "next_part", "tab", "下一项", "到下一项", footer=True),
    Key(Where.TAKE, "previous_part", "shift+tab", "上一项", "到上一项"),
    Key(Where.TAKE, "back", "escape", "返回", "不记，回到上一个画面", footer=True),
    Key(Where.EXPORT, "start_export", "enter", "导出", "按所选方式导出", footer=True),
    Key(Where.EXPORT, "tick", "space", "打勾", "选上或去掉这张表", footer=True),
    Key(Where.EXPORT, "preview", "ctrl+r", "预览", "看选中的表印出来是什么样", footer=True),
    Key(Where.EXPORT, "changes", "ctrl+n", "改动", "看上次导出后改了什么", footer=True),
    Key(Where.EXPORT, "next_part", "tab", "下一项", "到下一项选择", footer=True),
    Key(Where.EXPORT, "previous_part", "shift+tab", "上一项", "到上一项选择"),
    Key(Where.EXPORT, "back", "escape", "返回", "回到上一个画面", footer=True),
    Key(
        Where.EXPORTED,
        "open_file",
        "enter,ctrl+e",
        "打开文件",
        "用办公软件打开所选的文件",
        footer=True,
    ),
    Key(
        Where.EXPORTED,
        "open_folder",
        "ctrl+d",
        "打开文件夹",
        "打开文件所在的文件夹",
        footer=True,
    ),
    Key(Where.EXPORTED, "print", "ctrl+b", "打印", "用办公软件打印", footer=True),
    Key(Where.EXPORTED, "preview", "ctrl+r", "预览", "看所选文件里的表一页一页的样子", footer=True),
    Key(
        Where.EXPORTED,
        "take_other_name",
        "ctrl+n",
        "换名保存",
        "没能写入的文件改用所提的名字",
        footer=True,
    ),
    Key(Where.EXPORTED, "back", "escape", "返回", "回到上一个画面", footer=True),
    Key(Where.CHANGES, "back", "escape,enter", "返回", "回到上一个画面", footer=True),
    Key(Where.PREVIEW, "next_page", "right", "下一页", "到下一页", footer=True),
    Key(Where.PREVIEW, "previous_page", "left", "上一页", "到上一页", footer=True),
    Key(Where.PREVIEW, "next_sheet", "f6,ctrl+pagedown", "下一张", "看下一张表", footer=True),
    Key(Where.PREVIEW, "previous_sheet", "f5,ctrl+pageup", "上一张", "看上一张表", footer=True),
    Key(Where.PREVIEW, "back", "escape,enter", "返回", "回到上一个画面", footer=True),
    Key(
        Where.FORM, "next_part", "tab,enter,down", "下一项", "到下一项", footer=True, shown="enter"
    ),
    Key(
        Where.FORM,
        "previous_part",
        "shift+tab,up",
        "上一项",
        "到上一项",
        footer=True,
    ),
    Key(Where.FORM, "back", "escape", "返回", "不做，回到上一个画面", footer=True),
    Key(Where.SETTINGS, "next_part", "tab,enter", "下一项", "到下一处", footer=True, shown="tab"),
    Key(Where.SETTINGS, "previous_part", "shift+tab", "上一项", "到上一处", footer=True),
    Key(Where.SETTINGS, "back", "escape", "返回", "回到上一个画面", footer=True),
    Key(Where.START, "settings", "ctrl+w", "设置", "改配色、符号和导出的习惯", footer=True),
    Key(
        Where.LIST,
        "next_part",
        "tab,enter,down,f2,ctrl+e",
        "下一项",
        "到下一项；在清单里用F2，那里回车另起一行，Tab隔开各列",
        footer=True,
        shown="f2",
    ),
    Key(Where.LIST, "previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    Key(Where.LIST, "back", "escape", "返回", "不做，回到上一个画面", footer=True),
    Key(
        Where.PLAN, "next_part", "tab,enter,down", "下一项", "到下一项", footer=True, shown="enter"
    ),
    Key(Where.PLAN, "tick", "space", "打勾", "要办或不办这一行", footer=True),
    Key(Where.PLAN, "previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    Key(Where.PLAN, "back", "escape", "返回", "回到清单，什么也不办", footer=True),
    Key(Where.START, "choose", "enter", "选定", "进入所选的一项", footer=True),
    Key(Where.START, "back", "escape", "返回", "回到上一个画面"),
    Key(Where.HELP, "back", "escape,enter", "返回", "关闭帮助", footer=True),
    Key(Where.DIALOG, "accept", "enter,f2,ctrl+e", "确定", "照填写的办", footer=True),
    Key(Where.DIALOG, "next_part", "tab,down", "下一项", "到下一项", footer=True),
    Key(Where.DIALOG, "previous_part", "shift+tab,up", "上一项", "到上一项"),
    Key(Where.DIALOG, "cancel", "escape", "返回", "不办，回到原处", footer=True),
    Key(Where.QUESTION, "answer", "enter", "选定", "照所选的一项办", footer=True),
    Key(Where.QUESTION, "cancel", "escape", "返回", "不办，回到原处", footer=True),
)


def keys_of(where: Where) -> Iterator[Key]:
    """The keys that are heard in one part of the screen."""
    return (key for key in KEYS if key.where is where)


def bindings(where: Where) -> list[Binding]:
    """The table's rows of one part, as Textual wants them."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.footer,
            key_display=key.shown_as,
            priority=key.priority,
            tooltip=key.help,
        )
        for key in keys_of(where)
        if key.keys
    ]
