"""What is said of the cell under the cursor, a subject a file; `explain` puts it together."""

from selfeval_tui.tui.fill.explain import advice, identity
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.advice import suggestions
from selfeval_tui.tui.fill.explain.remark import Remark
from selfeval_tui.tui.fill.explain.subjects import explain

__all__ = ["About", "Remark", "advice", "explain", "identity", "suggestions"]
