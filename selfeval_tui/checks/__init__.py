"""What a reviewer would say: rules in, findings out. Nothing here knows a screen or a workbook."""

from selfeval_tui.checks.check import check
from selfeval_tui.checks.finding import Finding, Severity, State

__all__ = ["Finding", "Severity", "State", "check"]
