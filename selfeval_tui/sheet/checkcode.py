"""校验码: a few digits by which a content is known again."""

import json
from collections.abc import Iterable
from hashlib import sha256

from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.sheet import Sheet

_DIGITS = 12
_GROUP = 4


def check_code(data: bytes) -> str:
    """The first twelve digits of the SHA-256, in groups that can be read aloud."""
    digits = sha256(data).hexdigest()[:_DIGITS].upper()
    return "-".join(digits[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


def code_of_texts(texts: Iterable[str]) -> str:
    """The 校验码 of texts in their order."""
    return check_code(json.dumps(list(texts), ensure_ascii=True).encode())


def content_code(batch: Batch, sheet: Sheet) -> str:
    """The 校验码 of what a sheet says: each typed text and computed value, and its form.

    Ids and the clerk's decisions do not count, since nobody prints them. A locked sheet counts
    under the form that it was finalised with.

    Args:
        batch: Knows what is computed.
        sheet: One of its sheets.
    """
    form = sheet.life.spec if sheet.life.locked and sheet.life.spec else sheet.spec.hash
    texts = [form]
    for address in sheet.addresses():
        texts += [address.table, address.name, sheet.typed(address), batch.computed_text(address)]
    return code_of_texts(texts)
