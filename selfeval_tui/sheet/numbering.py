"""附件号 in row: the ones that follow, and the present sheets numbered anew."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from selfeval_tui.sheet.address import Address
from selfeval_tui.sheet.compare import Difference
from selfeval_tui.sheet.sheet import Sheet
from selfeval_tui.spec.model import Role, Spec

NUMBER = "{n}"
"""Stands for the number in a form's 附件号, as in 附件1-{n}."""


def following_attachments(sheets: Iterable[Sheet], spec: Spec) -> Iterator[str]:
    """The 附件号 that follow the highest one of this form, as in 附件1-9, 附件1-10 and so on.

    A form that numbers nothing, such as 附件2, has the same one each time.
    """
    before, _, after = spec.attachment.partition(NUMBER)
    pattern = re.compile(f"{re.escape(before)}(\\d+){re.escape(after)}")
    marks = (pattern.fullmatch(sheet.with_role(Role.ATTACHMENT)) for sheet in sheets)
    numbered = NUMBER in spec.attachment
    highest = max((int(mark[1]) for mark in marks if mark), default=0) if numbered else 0
    return (spec.attachment.replace(NUMBER, str(number)) for number in count(highest + 1))


def next_attachment(sheets: Iterable[Sheet], spec: Spec) -> str:
    """The 附件号 that follows the highest one of this form."""
    return next(following_attachments(sheets, spec))


def is_numbered(sheet: Sheet) -> bool:
    """Whether the form of this sheet numbers its sheets, and has a place for the number."""
    field = sheet.spec.field_with_role(Role.ATTACHMENT)
    return field is not None and NUMBER in sheet.spec.attachment


def renumbered(sheets: Iterable[Sheet]) -> Iterator[Difference]:
    """Number the sheets of each year and form from 1 in their present order.

    Yields:
        Those whose 附件号 becomes another one.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for sheet in sheets:
        field = sheet.spec.field_with_role(Role.ATTACHMENT)
        if field is None or not is_numbered(sheet):
            continue
        row = (sheet.with_role(Role.YEAR), sheet.spec.attachment)
        counted[row] += 1
        before = sheet.with_role(Role.ATTACHMENT)
        after = sheet.spec.attachment.replace(NUMBER, str(counted[row]))
        if before != after:
            yield Difference(Address(sheet.id, field.name), before, after)
