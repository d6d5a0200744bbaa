"""What a clerk may choose for an export."""

from typing import Literal

from attrs import frozen

from selfeval_tui.excel.paper import FACES
from selfeval_tui.spec.model import Font

Rates = Literal["typed", "computed"]


@frozen
class ExportOptions:
    """The choices of one export."""

    one_workbook: bool = False
    """All sheets in one file instead of one file each."""
    pattern: str = "{附件号} {项目名称}"
    """How files are named: any field in braces; a field the sheet lacks stands for its subject."""
    page_numbers: bool | None = None
    """Number the pages; None numbers only what prints on several."""
    title_font: str = FACES[Font.TITLE].name
    """The face of titles; 方正小标宋 is not on every computer."""
    rates: Rates = "typed"
    """Which 执行率 to print where the typed one disagrees with the computed one."""
