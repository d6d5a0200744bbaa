"""Every key of the program, once: footer, help page and tests read this table.

Each function key has a Ctrl twin, because desktop terminals take some of them for themselves.
Ctrl+H, Ctrl+I and Ctrl+M are Backspace, Tab and Enter to a terminal and are never used; Alt is
unreliable on Windows consoles.
"""

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding

from selfeval_tui.sheet import DEMO
from selfeval_tui.tui.key import Key, Where, printed

__all__ = ["KEYS", "Key", "Where", "bindings", "keys_of", "printed"]

_anywhere = partial(Key, Where.ANYWHERE)
_overview = partial(Key, Where.OVERVIEW)
_grid = partial(Key, Where.GRID)
_move = partial(Key, Where.MOVE)
_editor = partial(Key, Where.EDITOR)
_long = partial(Key, Where.LONG)
_choice = partial(Key, Where.CHOICE)
_flags = partial(Key, Where.FLAGS)
_check = partial(Key, Where.CHECK)
_remarks = partial(Key, Where.REMARKS)
_history = partial(Key, Where.HISTORY)
_take = partial(Key, Where.TAKE)
_export = partial(Key, Where.EXPORT)
_exported = partial(Key, Where.EXPORTED)
_changes = partial(Key, Where.CHANGES)
_preview = partial(Key, Where.PREVIEW)
_form = partial(Key, Where.FORM)
_import = partial(Key, Where.IMPORT)
_list = partial(Key, Where.LIST)
_plan = partial(Key, Where.PLAN)
_settings = partial(Key, Where.SETTINGS)
_start = partial(Key, Where.START)
_help = partial(Key, Where.HELP)
_question = partial(Key, Where.QUESTION)
_dialog = partial(Key, Where.DIALOG)
_merge = partial(Key, Where.MERGE)

_FINALISE = "查过、改过或说明过以后，锁住这张表；要改用退回修改"
_SUBMIT = "给定稿的表记下报送日期和报送方式"
_REOPEN = "把定稿或已报送的表再打开来改，写明原因；原来那一版留着"
_SINCE_FINAL = "退回修改以后，看与定稿的那一版有哪里不同"
"""What the life of a sheet is called, on 总览 and on the sheet."""

_HISTORY = "看这张表留着的各版，改了哪些格，恢复成其中一版"
_BACK_UP = "把本单位的表和设置备份成一个zip"
_TAKE_BACK = "把备份放回来；现在的先留着"

KEYS: tuple[Key, ...] = (
    _anywhere(
        "help", "f1,ctrl+g", "帮助", "说明这里怎么填、有哪些按键", footer=True, priority=True
    ),
    _anywhere("overview", "f3,ctrl+o", "总览", "回到本年度各表的总览", footer=True, priority=True),
    _anywhere("export", "f4,ctrl+t", "导出", "把填好的表导出为Excel", footer=True, priority=True),
    _anywhere(
        "check",
        "f9,ctrl+circumflex_accent,ctrl+6",
        "自查",
        "列出全年各表的问题，逐条处理",
        footer=True,
        priority=True,
    ),
    _anywhere("remarks", "f21,shift+f9", "财政意见", "记下财政的意见，逐条答复"),
    _anywhere(
        "save",
        "ctrl+s",
        "保存",
        "马上保存（平时每次回车后自动保存）；只读时重新打开或接管；别处也改过时比较",
        priority=True,
    ),
    _anywhere("reread", "", "重新读取", "读入另一个窗口、另一台电脑的改动，先比较再选定"),
    _anywhere("undo", "ctrl+z", "撤销", "撤销上一步", footer=True, priority=True),
    _anywhere("redo", "ctrl+y", "重做", "恢复刚撤销的一步", priority=True),
    _anywhere("quit", "ctrl+q", "退出", "保存并退出", footer=True, priority=True),
    _anywhere("repaint", "ctrl+l", "重画", "屏幕花了时重新画一遍"),
    _anywhere("menu", "shift+f10,f22", "菜单", "这一格或这一行能做的事，与鼠标右键相同"),
    _anywhere(
        "palette",
        "ctrl+p",
        "更多",
        "列出这里能做的一切；打汉字或拼音首字母查找",
        footer=True,
        priority=True,
    ),
    _overview("open_sheet", "enter,f2,ctrl+e", "打开", "打开这张表填报", footer=True),
    _overview("new_sheet", "ctrl+n", "新建", "新建一张表", footer=True),
    _overview("import_files", "ctrl+r", "导入", "读入别处的表", footer=True),
    _overview("settings", "ctrl+w", "设置", "改配色、符号和导出的习惯", footer=True),
    _overview("start", "ctrl+d", DEMO, "打开示例，或从示例回到本单位", footer=True),
    _overview("amounts", "ctrl+b", "各表金额", "在一张表里填各张表的预算数和执行数", footer=True),
    _overview(
        "alike",
        "ctrl+a",
        "一起改",
        "一次改各张表的填报日期、单位名称、主管部门、年度、附件号，和导出文件名",
    ),
    _overview("filter", "ctrl+f", "筛选", "只列出一部分表"),
    _overview("clear_filter", "escape", "列出全部", "不再筛选"),
    _overview("copy_sheet", "ctrl+u", "复制一张", "照这张表再建一张"),
    _overview("sheet_up", "ctrl+shift+up", "上移", "与上面一张表对调附件号"),
    _overview("sheet_down", "ctrl+shift+down", "下移", "与下面一张表对调附件号"),
    _overview("remove_sheet", "delete,ctrl+k", "删除", "删除这张表（移到回收站）"),
    _overview("figures", "", "决算数据", "填部门决算里的数，附件2与它核对；只供核对，不导出"),
    _overview("finalise", "shift+f7,f19", "定稿", _FINALISE),
    _overview("submit_sheet", "", "标为已报送", _SUBMIT),
    _overview("reopen", "shift+f6,f18", "退回修改", _REOPEN),
    _overview("since_final", "", "与定稿不同", _SINCE_FINAL),
    _overview("bin", "ctrl+x", "回收站", "看删除了哪些表，把表取回来"),
    _overview("history", "shift+f5,f17,ctrl+f5", "历史", _HISTORY),
    _overview("rescue", "ctrl+v,insert", "取回坏的表", "用留着的一版换下读不出来的文件"),
    _overview("backup", "", "备份", _BACK_UP),
    _overview("restore_backup", "", "恢复备份", _TAKE_BACK),
    _grid("edit", "enter,f2,ctrl+e", "填写", "填写这一格；直接打字也可以", footer=True),
    _grid("clear", "delete", "清空", "清空这一格"),
    _grid("next_cell", "tab", "下一格", "到下一个要填的格"),
    _grid("previous_cell", "shift+tab", "上一格", "到上一个要填的格"),
    _grid("next_sheet", "f6,ctrl+pagedown", "下一张", "到下一张表", footer=True),
    _grid("previous_sheet", "f5,ctrl+pageup", "上一张", "到上一张表", footer=True),
    _grid(
        "next_unfilled",
        "ctrl+w",
        "没填的",
        "到下一个还没填的必填格，本表填完就到下一张",
        footer=True,
    ),
    _grid(
        "next_problem",
        "f8,ctrl+backslash",
        "下一处问题",
        "到下一处查出的问题，各表依次看",
        footer=True,
    ),
    _grid(
        "previous_problem",
        "shift+f8,f20,ctrl+right_square_bracket",
        "上一处问题",
        "到上一处查出的问题",
    ),
    _grid("detail_down", "shift+pagedown", "说明往下", "说明一栏放不下时往下看"),
    _grid("detail_up", "shift+pageup", "说明往上", "说明一栏往回看"),
    _grid("find", "ctrl+f", "查找替换", "在这张表或全部表里查找、替换文字"),
    _grid("find_next", "f12,ctrl+underscore,ctrl+slash", "再找下一处", "照上次的内容再找下一处"),
    _grid("insert_row", "insert,ctrl+n", "加一行", "在这一行下面加一行", footer=True),
    _grid("drop_approved", "", "不再核对批复目标", "这张表不再与导入的批复绩效目标表核对"),
    _grid("insert_above", "", "上面加一行", "在这一行上面加一行"),
    _grid("copy_rows", "", "从别的表复制指标", "选别的表的指标行，连目标值一起抄到这一行下面"),
    _grid("row_up", "ctrl+shift+up", "行上移", "这一行往上移"),
    _grid("row_down", "ctrl+shift+down", "行下移", "这一行往下移"),
    _grid("delete_row", "ctrl+delete,ctrl+k", "删一行", "删除这一行（可以撤销）"),
    _grid("copy", "ctrl+c", "复制", "复制选中的格，可以粘贴到Excel或WPS里"),
    _grid("cut", "ctrl+x", "剪切", "复制选中的格，并清空它们"),
    _grid("paste", "ctrl+v", "粘贴", "从这一格起，粘贴复制的一格或一片格"),
    _grid("fill_down", "ctrl+d", "向下填充", "把上面一格的内容填到下面选中的各格"),
    _grid("select_table", "ctrl+a", "全选", "选中这个表的所有行"),
    _grid("drop_block", "escape", "不选", "不再选中多格"),
    _grid(
        "fill_proposal",
        "ctrl+u",
        "填入建议",
        "填入旁边建议的内容：今天的日期、问卷算出的满意度、与目标相同的数",
        footer=True,
    ),
    _grid("fill_today", "ctrl+semicolon", "今天", "在日期格里填入今天的日期"),
    _grid("support", "ctrl+b", "依据", "写下这一行的合同号、验收单、问卷数（不打印）"),
    _grid("decide", "f7,ctrl+r", "人工判定", "自己判定这一行，或改它的读法和方向"),
    _grid("explain", "", "写说明", "说明这一格的问题为什么可以这样填"),
    _grid("finalise", "shift+f7,f19", "定稿", _FINALISE),
    _grid("submit_sheet", "", "标为已报送", _SUBMIT),
    _grid("reopen", "shift+f6,f18", "退回修改", _REOPEN),
    _grid("since_final", "", "与定稿不同", _SINCE_FINAL),
    _grid("history", "shift+f5,f17,ctrl+f5", "历史", _HISTORY),
    _grid("preview", "f16,ctrl+f4", "预览", "看这张表印出来是什么样、分几页"),
    _move("cursor_up", "up", "上", "到上面一格"),
    _move("cursor_down", "down", "下", "到下面一格"),
    _move("cursor_left", "left", "左", "到左边一格"),
    _move("cursor_right", "right", "右", "到右边一格"),
    _move("row_start", "home", "行首", "到这一行的第一格"),
    _move("row_end", "end", "行尾", "到这一行的最后一格"),
    _move("page_up", "pageup", "上一屏", "往上一屏"),
    _move("page_down", "pagedown", "下一屏", "往下一屏"),
    _move("first_cell", "ctrl+home", "表首", "到这张表的第一格"),
    _move("last_cell", "ctrl+end", "表尾", "到这张表的最后一格"),
    _move("previous_section", "ctrl+up", "上一部分", "到上一部分"),
    _move("next_section", "ctrl+down", "下一部分", "到下一部分"),
    _move("select_up", "shift+up", "往上选", "连上面一格也选中"),
    _move("select_down", "shift+down", "往下选", "连下面一格也选中"),
    _move("select_left", "shift+left", "往左选", "连左边一格也选中"),
    _move("select_right", "shift+right", "往右选", "连右边一格也选中"),
    _move("select_row_start", "shift+home", "选到行首", "选到这一行的第一格"),
    _move("select_row_end", "shift+end", "选到行尾", "选到这一行的最后一格"),
    _editor(
        "commit_proposed",
        "enter",
        "确定",
        "确定并到下面一格；提示了换算的数时填那个数",
        footer=True,
    ),
    _editor("commit_down", "down", "下", "确定并到下面一格，照原样留"),
    _editor("commit_up", "up", "上", "确定并到上面一格"),
    _editor("commit_next", "tab", "下一格", "确定并到下一个要填的格", footer=True),
    _editor("commit_previous", "shift+tab", "上一格", "确定并到上一个要填的格"),
    _editor(
        "line_break",
        "ctrl+n,alt+enter,shift+enter,ctrl+j",
        "换行",
        "在这一格里另起一行",
        footer=True,
    ),
    _editor("cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    _editor("copy_text", "ctrl+c", "复制", "复制选中的文字"),
    _editor("cut_text", "ctrl+x", "剪切", "剪切选中的文字"),
    _editor("paste_text", "ctrl+v", "粘贴", "粘贴到光标处"),
    _long("commit_down", "f2,ctrl+e", "写完", "确定并到下面一格；回车是换行", footer=True),
    _long("commit_next", "tab", "下一格", "确定并到下一个要填的格", footer=True),
    _long("commit_previous", "shift+tab", "上一格", "确定并到上一个要填的格"),
    _long("cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    _long("line_break", "ctrl+n,alt+enter,shift+enter,ctrl+j", "换行", "另起一行，和回车一样"),
    _long("copy_text", "ctrl+c", "复制", "复制选中的文字"),
    _long("cut_text", "ctrl+x", "剪切", "剪切选中的文字"),
    _long("paste_text", "ctrl+v", "粘贴", "粘贴到光标处"),
    _choice("commit_down", "enter", "选定", "选定并到下面一格；也可以按数字", footer=True),
    _choice("commit_next", "tab", "下一格", "选定并到下一个要填的格", footer=True),
    _choice("commit_previous", "shift+tab", "上一格", "选定并到上一个要填的格"),
    _choice("clear", "delete", "清空", "一项也不选", footer=True),
    _choice("cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    _flags("tick", "space", "打勾", "选上或去掉这一项；也可以按数字", footer=True),
    _flags("commit_down", "enter", "选定", "选定并到下面一格", footer=True),
    _flags("commit_next", "tab", "下一格", "选定并到下一个要填的格", footer=True),
    _flags("commit_previous", "shift+tab", "上一格", "选定并到上一个要填的格"),
    _flags("clear", "delete", "清空", "一项也不选", footer=True),
    _flags("cancel", "escape", "取消", "不改，恢复原来的内容", footer=True),
    _check("go", "enter,f2,ctrl+e", "到这一格", "到出问题的那一格", footer=True),
    _check(
        "explain",
        "f7,ctrl+r",
        "写说明",
        "写明为什么这样填；错误要坚持填报的也写在这里；写空就是取消说明",
        footer=True,
    ),
    _check("fold", "space", "展开", "展开或收起同类的问题", footer=True),
    _check("copy", "ctrl+c", "复制", "复制成一句话，可以发给同事", footer=True),
    _check("copy_all", "ctrl+a", "复制全部", "复制列出的全部问题，一句一行"),
    _check("filter", "ctrl+f", "筛选", "只列出一个级别、一张表的问题", footer=True),
    _check("next_kind", "tab", "换一类", "待处理、已说明、缺数未查，依次看", footer=True),
    _check("previous_kind", "shift+tab", "上一类", "往回换一类"),
    _check("next_severity", "right", "换级别", "只看错误、需说明、警告或提示"),
    _check("previous_severity", "left", "上一级别", "往回换级别"),
    _check("next_sheet", "f6,ctrl+pagedown", "下一张", "只看下一张表的问题"),
    _check("previous_sheet", "f5,ctrl+pageup", "上一张", "只看上一张表的问题"),
    _check("back", "escape", "返回", "回到上一个画面", footer=True),
    _remarks("go", "enter,f2,ctrl+e", "到这一格", "到意见所说的那一格", footer=True),
    _remarks("answer", "f7,ctrl+r", "答复", "答复已改，或不改并写明理由", footer=True),
    _remarks("take", "ctrl+n", "记下意见", "粘贴，或读入退回的文件", footer=True),
    _remarks("write", "ctrl+b", "修改说明", "写成 Excel 的修改说明", footer=True),
    _remarks("remove", "delete,ctrl+k", "删除", "删除这条意见（可以撤销）"),
    _remarks("back", "escape", "返回", "回到上一个画面", footer=True),
    _history("restore", "enter,f2,ctrl+e", "恢复", "把这张表恢复成这一版（可以撤销）", footer=True),
    _history("against", "space", "与这版比", "各版都与这一版比，再按一次与现在比", footer=True),
    _history("next_part", "tab", "看改动", "到下面看改了哪些格，再按一次回来", footer=True),
    _history("previous_part", "shift+tab", "上一项", "到上一项"),
    _history("back", "escape", "返回", "回到上一个画面", footer=True),
    _take("correct", "enter", "改到别处", "指定是哪一格", footer=True),
    _take(
        "next_part",
        "tab,f2,ctrl+e",
        "下一项",
        "到下一项；在粘贴意见的地方用F2，那里Tab隔开各列",
        footer=True,
        shown="f2",
    ),
    _take("previous_part", "shift+tab", "上一项", "到上一项"),
    _take("back", "escape", "返回", "不记，回到上一个画面", footer=True),
    _export("start_export", "enter", "导出", "按所选方式导出", footer=True),
    _export("tick", "space", "打勾", "选上或去掉这张表", footer=True),
    _export("preview", "ctrl+r", "预览", "看选中的表印出来是什么样", footer=True),
    _export("changes", "ctrl+n", "改动", "看上次导出后改了什么", footer=True),
    _export("next_part", "tab", "下一项", "到下一项选择", footer=True),
    _export("previous_part", "shift+tab", "上一项", "到上一项选择"),
    _export("back", "escape", "返回", "回到上一个画面", footer=True),
    _exported("open_file", "enter,ctrl+e", "打开文件", "用办公软件打开所选的文件", footer=True),
    _exported("open_folder", "ctrl+d", "打开文件夹", "打开文件所在的文件夹", footer=True),
    _exported("print", "ctrl+b", "打印", "用办公软件打印", footer=True),
    _exported("preview", "ctrl+r", "预览", "看所选文件里的表一页一页的样子", footer=True),
    _exported("take_other_name", "ctrl+n", "换名保存", "没能写入的文件改用所提的名字", footer=True),
    _exported("back", "escape", "返回", "回到上一个画面", footer=True),
    _changes("back", "escape,enter", "返回", "回到上一个画面", footer=True),
    _preview("next_page", "right", "下一页", "到下一页", footer=True),
    _preview("previous_page", "left", "上一页", "到上一页", footer=True),
    _preview("next_sheet", "f6,ctrl+pagedown", "下一张", "看下一张表", footer=True),
    _preview("previous_sheet", "f5,ctrl+pageup", "上一张", "看上一张表", footer=True),
    _preview("back", "escape,enter", "返回", "回到上一个画面", footer=True),
    _form("next_part", "tab,enter,down", "下一项", "到下一项", footer=True, shown="enter"),
    _form("previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    _form("back", "escape", "返回", "不做，回到上一个画面", footer=True),
    _import("next_part", "tab,enter,down", "下一项", "到下一项", footer=True, shown="enter"),
    _import("tick", "space", "打勾", "要存或不存这张表", footer=True),
    _import("previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    _import("back", "escape", "返回", "停止读取；或者不存，返回", footer=True),
    _list(
        "next_part",
        "tab,enter,down,f2,ctrl+e",
        "下一项",
        "到下一项；在清单里用F2，那里回车另起一行，Tab隔开各列",
        footer=True,
        shown="f2",
    ),
    _list("previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    _list("back", "escape", "返回", "不做，回到上一个画面", footer=True),
    _plan("next_part", "tab,enter,down", "下一项", "到下一项", footer=True, shown="enter"),
    _plan("tick", "space", "打勾", "要办或不办这一行", footer=True),
    _plan("previous_part", "shift+tab,up", "上一项", "到上一项", footer=True),
    _plan("back", "escape", "返回", "回到清单，什么也不办", footer=True),
    _settings("next_part", "tab,enter", "下一项", "到下一处", footer=True, shown="tab"),
    _settings("previous_part", "shift+tab", "上一项", "到上一处", footer=True),
    _settings("back", "escape", "返回", "回到上一个画面", footer=True),
    _start("settings", "ctrl+w", "设置", "改配色、符号和导出的习惯", footer=True),
    _start("choose", "enter", "选定", "进入所选的一项", footer=True),
    _start("restore_backup", "ctrl+b", "恢复备份", _TAKE_BACK, footer=True),
    _start("back", "escape", "返回", "回到上一个画面"),
    _help("back", "escape,enter", "返回", "关闭帮助", footer=True),
    _question("answer", "enter", "选定", "照所选的一项办", footer=True),
    _question("cancel", "escape", "返回", "不办，回到原处", footer=True),
    _dialog("accept", "enter,f2,ctrl+e", "确定", "照填写的办", footer=True),
    _dialog("next_part", "tab,down", "下一项", "到下一项", footer=True),
    _dialog("previous_part", "shift+tab,up", "上一项", "到上一项"),
    _dialog("cancel", "escape", "返回", "不办，回到原处", footer=True),
    _merge("accept", "enter,f2,ctrl+e", "确定", "照打勾的办，可以一次撤销", footer=True),
    _merge("other_side", "space", "换一边", "这一处改用另一边的", footer=True, priority=True),
    _merge("ours", "left", "用这里的", "这一处用第一行的", footer=True, priority=True),
    _merge("theirs", "right", "用别处的", "这一处用第二行的", footer=True, priority=True),
    _merge("all_ours", "ctrl+left", "全用这里的", "每一处都用第一行的", priority=True),
    _merge("all_theirs", "ctrl+right", "全用别处的", "每一处都用第二行的", priority=True),
    _merge("cancel", "escape", "返回", "先放着，什么也不丢，以后再选", footer=True),
)
"""Place by place; within a place the footer shows them in this order."""


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
