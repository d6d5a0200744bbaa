"""What is said of the cell under the cursor, a subject a file; `Explainer` puts it together."""

from selfeval_tui.tui.fill.explain import advice, identity
from selfeval_tui.tui.fill.explain.advice import suggestions
from selfeval_tui.tui.fill.explain.explainer import Explainer
from selfeval_tui.tui.fill.explain.remark import Remark

__all__ = ["Explainer", "Remark", "advice", "identity", "suggestions"]
