"""Today's date, written as the unit's other dates are."""

import re
from collections.abc import Iterator
from datetime import date

from selfeval_tui.sheet.batch import Batch
from selfeval_tui.sheet.propose.occasion import Occasion, Proposal
from selfeval_tui.spec.model import Kind

_USUAL = "2024年4月23日"
_DATE = re.compile(r"\s*\d{4}(\D)(\d{1,2})(\D)(\d{1,2})(\D?)\s*", re.ASCII)


def dated_today(occasion: Occasion) -> Proposal | None:
    """Propose today for a date."""
    if occasion.field.kind is not Kind.DATE:
        return None
    text = written_like(occasion.today, next(_dates(occasion.batch), _USUAL))
    return Proposal(text, f"今天 {text}")


def written_like(day: date, sample: str) -> str:
    """A day with the signs and the leading zeros of another one: 2024-04-23, 2024年4月23日."""
    found = _DATE.fullmatch(sample)
    assert found is not None
    first, month, second, day_, last = found.groups()
    wide = 2 if "0" in {month[0], day_[0]} else 1
    return f"{day.year}{first}{day.month:0{wide}}{second}{day.day:0{wide}}{last}"


def _dates(batch: Batch) -> Iterator[str]:
    """The dates of the batch that are written in a way that can be followed."""
    for sheet in batch.sheets:
        for field in sheet.spec.fields.values():
            text = sheet.fields.get(field.name, "")
            if field.kind is Kind.DATE and _DATE.fullmatch(text):
                yield text
