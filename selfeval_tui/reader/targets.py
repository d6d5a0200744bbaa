"""An approved 绩效目标表: it promises indicators and targets, and nothing was reached yet."""

import re

from attrs import evolve

from selfeval_tui.reader.found import Anchors
from selfeval_tui.reader.heads import is_title
from selfeval_tui.reader.labels import folded
from selfeval_tui.reader.page import Page
from selfeval_tui.reader.reads import Reading
from selfeval_tui.spec.model import Role

_ASKED = re.compile(r"目标|申报|批复")
_REACHED = re.compile(r"自评|评价|评分|完成情况|监控")
_FIELDS = frozenset(
    {Role.PROJECT_NAME, Role.UNIT_NAME, Role.DEPARTMENT, Role.YEAR, Role.ATTACHMENT, Role.TITLE}
)
_NAMED = frozenset({Role.PROJECT_NAME, Role.UNIT_NAME, Role.DEPARTMENT})
_COLUMNS = frozenset({Role.LEVEL1, Role.LEVEL2, Role.INDICATOR, Role.TARGET, Role.WEIGHT})


def is_target_table(page: Page, anchors: Anchors) -> bool:
    """Whether a page only promises: no column of what was reached, and no title of a 自评表."""
    if not anchors.free:
        return False
    if any(column.role is Role.ACTUAL for table in anchors.free for column, _ in table.columns):
        return False
    titles = [folded(cell.text) for cell in page.filled[:12] if is_title(cell)]
    titles.append(folded(page.grid.name))
    if any(_REACHED.search(title) for title in titles):
        return False
    return any(_ASKED.search(title) for title in titles) or len(titles) == 1


def keep_targets(anchors: Anchors) -> None:
    """Let go of all places but those that a table of targets speaks of."""
    spec = anchors.spec
    anchors.fields = {
        name: spot for name, spot in anchors.fields.items() if spec.fields[name].role in _FIELDS
    }
    anchors.again = [each for each in anchors.again if each[0] in anchors.fields]
    anchors.fixed = {}
    anchors.free = [
        evolve(table, columns=tuple(each for each in table.columns if each[0].role in _COLUMNS))
        for table in anchors.free
    ]
    wanted = {field.label or field.name for field in spec.fields.values() if field.role in _NAMED}
    wanted.update(
        column.label or column.name
        for table in anchors.free
        for column in table.block.columns
        if column.role in _COLUMNS
    )
    anchors.missing = [label for label in anchors.missing if label in wanted]


def forget_title(reading: Reading) -> None:
    """The title of a table of targets is none of a 自评表; it only tells the year."""
    field = reading.anchors.spec.field_with_role(Role.TITLE)
    if field is not None:
        reading.sheet.fields.pop(field.name, None)
        reading.pieces = [each for each in reading.pieces if each.place != field.name]
