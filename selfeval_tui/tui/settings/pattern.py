"""What a clerk should know about a pattern for file names."""

from selfeval_tui.layout.template import names_in
from selfeval_tui.spec import load_spec, spec_ids
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.store.settings import Setting


def pattern_notice(setting: Setting, value: str) -> str:
    """A sentence for names in braces that no form has as a field; empty for other settings."""
    if setting.name != "pattern":
        return ""
    known = sorted({name for each in spec_ids() for name in load_spec(each).fields})
    return "".join(
        f"“{{{name}}}”不是表上的栏目，那里会写项目名称或单位名称。{did_you_mean(name, known)}"
        for name in names_in(value)
        if name not in known
    )
