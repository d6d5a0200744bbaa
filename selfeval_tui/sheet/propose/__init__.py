"""What is proposed for a cell (填入建议); nothing is filled in unless the clerk says so."""

from selfeval_tui.sheet.propose.money import Conversion, converted
from selfeval_tui.sheet.propose.occasion import Hindrance, Occasion, Proposal
from selfeval_tui.sheet.propose.table import propose

__all__ = ["Conversion", "Hindrance", "Occasion", "Proposal", "converted", "propose"]
