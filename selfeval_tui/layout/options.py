"""What a clerk may choose for an export."""

from typing import Literal

from attrs import frozen

from selfeval_tui.store.settings import DEFAULTS, Settings

_NUMBERED = {"auto": None, "always": True, "never": False}

Rates = Literal["typed", "computed"]


@frozen
class ExportOptions:
    """The choices of one export."""

    one_workbook: bool = False
    """All sheets in one file instead of one file each."""
    pattern: str = DEFAULTS.pattern
    """How files are named: any field in braces; a field the sheet lacks stands for its subject."""
    page_numbers: bool | None = None
    """Number the pages; None numbers only what prints on several."""
    title_font: str = DEFAULTS.title_font
    """The face of titles; 方正小标宋 is not on every computer."""
    rates: Rates = "typed"
    """Which 执行率 to print where the typed one disagrees with the computed one."""


def options_from(settings: Settings) -> ExportOptions:
    """What an export is like where nothing else is asked for."""
    return ExportOptions(
        pattern=settings.pattern,
        page_numbers=_NUMBERED[settings.page_numbers],
        title_font=settings.title_font,
    )
