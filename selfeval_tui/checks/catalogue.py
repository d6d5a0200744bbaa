"""The rules for people to read: one of them (`selfeval explain`), or all (docs/rules.md).

docs/rules.md is made from the packs: `python -m selfeval_tui.checks.catalogue > docs/rules.md`.
"""

from collections.abc import Iterator
from functools import cache

from selfeval_tui.checks.finding import Severity
from selfeval_tui.checks.load import COMMON, families, shipped_rules
from selfeval_tui.checks.rule import Each, Rule
from selfeval_tui.checks.template import Template, in_words, shown
from selfeval_tui.spec import BLANK, Formula
from selfeval_tui.text import format_number

_KINDS = {"": "表", "project": "项目自评表", "department": "部门整体绩效自评表"}
_GROUPS = {
    "BUD": "预算执行", "COST": "成本与预算", "IND": "绩效指标", "TXT": "文字", "HEAD": "表头",
    "CELL": "单元格", "SCORE": "评分与资金来源", "YEAR": "全年各表", "DEP": "附件2",
}  # fmt: skip
_HEAD = """# 自查规则

<!-- 由规则包生成，请不要手改：python -m selfeval_tui.checks.catalogue > docs/rules.md -->

自查时逐条核对下列规则。

- 级别：**错误** 要改正，或坚持填报并写明理由；**需说明** 要写明原因；**警告** 和 **提示** 供参考。
- 需要的栏目没有填时，规则跳过不查。标“自查时”的只在自查时提出，填表过程中不提示。
- 编号下写有“界限”的，本单位可以改这个数；级别也可以改，规则可以停用，见“自查规则.toml”。
- 〔 〕内的是表上的内容。编号下有表样名的只对该表样有效，其余对所有表样有效。

"""


@cache
def every_rule() -> dict[str, Rule]:
    """All shipped rules by id, the common ones first."""
    return {rule.id: rule for family in families() for rule in shipped_rules(family)}


def explained(rule: Rule) -> str:
    """A rule in words: what it weighs, what it is asked of, what it says, how to mend it."""
    lines = {
        "级别": f"{rule.severity.label}{'（自查时提出）' if rule.at_check else ''}",
        "核对": asked_of(rule),
        "提示": sentence(rule.say),
        "怎么办": rule.fix,
        "依据": rule.why,
    }
    if rule.limit is not None:
        where = f"与 {rule.limit_of} 同，请改那一条" if rule.limit_of else "可在自查规则.toml里改"
        lines["界限"] = f"{format_number(rule.limit)}（{where}）"
    if rule.settled_by is not None:
        lines["说明"] = "表上的原因分析写明了原因，就算已说明"
    if rule.example:
        lines["例"] = rule.example
    return "\n".join([rule.id, *(f"{name}：{said}" for name, said in lines.items())])


def asked_of(rule: Rule) -> str:
    """What a rule is asked of, once each: 每张项目自评表, 每行指标."""
    if rule.each is Each.BATCH:
        return "全年各表"
    sheet = _KINDS.get(rule.kind, rule.kind)
    whole = {Each.SHEET: "", Each.INDICATOR: "的每行指标", Each.CELL: "的每一栏"}
    return f"每张{sheet}{whole[rule.each]}"


def sentence(say: Template) -> str:
    """What a rule says, with the names of what stands in its slots."""
    parts = [say.texts[0]]
    for slot, text in zip(say.slots, say.texts[1:], strict=True):
        parts += [_named(slot), text]
    return "".join(parts)


def _named(slot: Formula) -> str:
    """What stands in a slot; a number that never changes is said itself."""
    names = {in_words(need.name) for need in slot.needs}
    if not names:
        return shown(slot.evaluate(lambda _: BLANK))
    return f"〔{names.pop() if len(names) == 1 else '…'}〕"


def catalogue() -> str:
    """docs/rules.md."""
    groups: dict[str, list[Rule]] = {}
    for rule in every_rule().values():
        groups.setdefault(_GROUPS[rule.id.split("-")[0]], []).append(rule)
    parts = [_HEAD, f"共 {len(every_rule())} 条：{_counts()}。\n"]
    for name in _GROUPS.values():
        parts += ["\n", f"## {name}\n\n", *_table(sorted(groups[name], key=lambda each: each.id))]
    return "".join(parts)


def _counts() -> str:
    weights = [rule.severity for rule in every_rule().values()]
    return "、".join(f"{each.label} {weights.count(each)}" for each in Severity)


def _table(rules: list[Rule]) -> Iterator[str]:
    yield "| 编号 | 级别 | 核对 | 提示 | 怎么办 | 依据 |\n|---|---|---|---|---|---|\n"
    for rule in rules:
        pack = "" if rule.pack == COMMON else f"<br>`{rule.pack}`"
        weight = f"{rule.severity.label}{'<br>自查时' if rule.at_check else ''}"
        example = f"<br>例：{rule.example}" if rule.example else ""
        limit = (
            "" if rule.limit is None or rule.limit_of else f"<br>界限 {format_number(rule.limit)}"
        )
        cells = (
            f"{rule.id}{pack}{limit}",
            weight,
            asked_of(rule),
            f"{sentence(rule.say)}{example}",
        )
        yield f"| {' | '.join((*cells, rule.fix, rule.why))} |\n"


if __name__ == "__main__":
    print(catalogue(), end="")
