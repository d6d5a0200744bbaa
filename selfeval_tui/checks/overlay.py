"""What a workspace changes of the rules (自查规则.toml): each change with its reason.

[["规则"]]
"编号" = "BUD-005"
"级别" = "警告"          # 错误 需说明 警告 提示
"界限" = "80%"           # a number or a percentage, for a rule that has one
"停用" = true            # instead of the two above
"理由" = "…"             # always

[["规则包"]]
"文件" = "本单位规则.toml"   # beside this file, or in a folder below
"理由" = "…"
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import Factory, evolve, frozen

from selfeval_tui.checks.catalogue import every_rule
from selfeval_tui.checks.load import families, figures_of
from selfeval_tui.checks.overlay_file import AddedPack, Adjustment, read_overlay
from selfeval_tui.checks.read import read_rules, with_limit
from selfeval_tui.checks.rule import Rule
from selfeval_tui.checks.ruleset import RulesOf, rules_of
from selfeval_tui.problems import SpecError
from selfeval_tui.spec.hints import did_you_mean
from selfeval_tui.spec.model import Spec
from selfeval_tui.store.disk.system import read_file, reason
from selfeval_tui.store.sheetfile.encoding import Undecodable, decode_text
from selfeval_tui.text import format_number

FILE = "自查规则.toml"
_MOST_BYTES = 256 * 1024
"""Of a file of rules; a pack of our own has a tenth of that."""
_MOST_RULES = 200


@frozen
class Altered:
    """One thing that the workspace changed, for people to read."""

    code: str
    """The rule; the file of a pack that was added."""
    what: str
    reason: str


@frozen
class Overlay:
    """What holds in a workspace. Where something is wrong with it nothing of it holds."""

    adjustments: tuple[Adjustment, ...] = ()
    added: tuple[Rule, ...] = ()
    altered: tuple[Altered, ...] = ()
    faults: tuple[str, ...] = ()
    """What is wrong with it, in Chinese, all at once."""
    _figures: frozenset[str] = Factory(frozenset)

    def rules_of(self, spec: Spec) -> tuple[Rule, ...]:
        """The rules for a form as this workspace wants them."""
        rules = (*rules_of(spec), *self.added)
        for each in self.adjustments:
            rules = tuple(self._adjusted(rule, each) for rule in rules if not _is_off(rule, each))
        return rules

    @property
    def not_followed(self) -> tuple[str, ...]:
        """What is wrong with it, and that the shipped rules hold; empty where nothing is."""
        end = f"“{FILE}”有误，没有照它调整，按原来的规则查。"
        return (*self.faults, end) if self.faults else ()

    @cached_property
    def every_rule(self) -> Mapping[str, Rule]:
        """All rules by id as this workspace wants them; those switched off are among them."""
        known = _known(self.added)
        for each in self.adjustments:
            known = {code: self._adjusted(rule, each) for code, rule in known.items()}
        return known

    def changes_of(self, code: str) -> Iterator[Altered]:
        """What the workspace changed of one rule, or of the limit that it shares with another.

        For a rule of an added pack that is the pack, too.
        """
        known = _known(self.added)
        rule = known[code]
        for each in self.adjustments:
            if each.code == code:
                yield _told(each, known)
            elif each.code == rule.limit_of and each.limit is not None:
                yield _told(Adjustment(each.code, each.reason, limit=each.limit), known)
        if rule in self.added:
            yield from (each for each in self.altered if each.code == rule.pack)

    def _adjusted(self, rule: Rule, by: Adjustment) -> Rule:
        if by.limit is not None and by.code in {rule.id, rule.limit_of}:
            rule = with_limit(rule, by.limit, self._figures)
        if by.severity is not None and by.code == rule.id:
            rule = evolve(rule, severity=by.severity)
        return rule


def _known(added: Iterable[Rule]) -> dict[str, Rule]:
    """The shipped rules and those of added packs, as they are written."""
    return {**every_rule(), **{rule.id: rule for rule in added}}


def _is_off(rule: Rule, by: Adjustment) -> bool:
    return by.off and rule.id == by.code


def workspace_rules(root: Path) -> tuple[RulesOf, tuple[str, ...]]:
    """The rules of a workspace, and what is wrong with its file of changes."""
    overlay = load_overlay(root)
    return overlay.rules_of, overlay.faults


def load_overlay(root: Path) -> Overlay:
    """Read what a workspace changes; an empty overlay where it has no such file.

    Args:
        root: The workspace.
    """
    text = _read(root / FILE, FILE, root)
    if text is None:
        return Overlay()
    if isinstance(text, _Fault):
        return Overlay(faults=(text.said,))
    file = read_overlay(text, FILE)
    faults = list(file.faults)
    figures = frozenset(name for family in families() for name in figures_of(family))
    added: dict[str, tuple[Rule, ...]] = {}
    for pack in file.packs:
        rules = _load_pack(root, pack, figures)
        if isinstance(rules, _Fault):
            faults.append(rules.said)
        else:
            added[pack.name] = rules
    rules = tuple(rule for each in added.values() for rule in each)
    known = _known(rules)
    faults += _doubles(added)
    faults += [said for each in file.adjustments for said in _misfits(each, known)]
    if faults:
        return Overlay(faults=tuple(dict.fromkeys(faults)))
    altered = (
        *(_told(each, known) for each in file.adjustments),
        *(
            Altered(each.name, f"新增 {len(added[each.name])} 条", each.reason)
            for each in file.packs
        ),
    )
    return Overlay(file.adjustments, rules, altered, (), figures)


@frozen
class _Fault:
    said: str


def _read(path: Path, name: str, root: Path) -> str | _Fault | None:
    """The text of a file; None where there is none."""
    try:
        if not path.exists():
            return None
        read = decode_text(read_file(path, _MOST_BYTES, within=root))
    except OSError as error:
        return _Fault(f"{name}：读不出来（{reason(error)}）")
    if isinstance(read, Undecodable):
        return _Fault(f"{name}：不是 UTF-8 编码的文字，请用记事本另存，编码选 UTF-8")
    return read.text


def _load_pack(root: Path, pack: AddedPack, figures: frozenset[str]) -> tuple[Rule, ...] | _Fault:
    """The rules of a pack inside the workspace, whatever links lead to it."""
    path = root / pack.name
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False
    if not inside or Path(pack.name).is_absolute():
        return _Fault(f"{FILE}：规则包“{pack.name}”不在自评文件夹里，不能用")
    text = _read(path, pack.name, root)
    if text is None:
        return _Fault(f"{FILE}：没有“{pack.name}”这个文件")
    if isinstance(text, _Fault):
        return text
    try:
        rules = read_rules(text, pack.name, figures)
    except SpecError as error:
        return _Fault(error.message)
    if len(rules) > _MOST_RULES:
        return _Fault(f"{pack.name}：有 {len(rules)} 条规则，最多 {_MOST_RULES} 条")
    return rules


def _doubles(added: dict[str, tuple[Rule, ...]]) -> Iterator[str]:
    """Rules of packs that are called as another one."""
    seen = set(every_rule())
    for name, rules in added.items():
        for rule in rules:
            if rule.id in seen:
                yield f"{name}：{rule.id} 已有这个编号的规则，请换一个"
            seen.add(rule.id)


def _misfits(adjustment: Adjustment, known: dict[str, Rule]) -> Iterator[str]:
    """Why an adjustment fits no rule."""
    code = adjustment.code
    if code not in known:
        yield f"{FILE}：没有“{code}”这条规则。{did_you_mean(code, known)}"
        return
    rule = known[code]
    if adjustment.limit is not None and rule.limit_of:
        yield f"{FILE}：{code} 用的是 {rule.limit_of} 的界限，请改那一条"
    elif adjustment.limit is not None and rule.limit is None:
        yield f"{FILE}：{code} 没有界限可改"


def _told(adjustment: Adjustment, known: dict[str, Rule]) -> Altered:
    """What an adjustment does, in words."""
    rule = known[adjustment.code]
    return Altered(adjustment.code, "；".join(_changes(adjustment, rule)), adjustment.reason)


def _changes(adjustment: Adjustment, rule: Rule) -> Iterable[str]:
    if adjustment.off:
        yield "停用"
    if adjustment.severity is not None:
        yield f"级别由{rule.severity.label}改为{adjustment.severity.label}"
    if adjustment.limit is not None and rule.limit is not None:
        yield f"界限由 {format_number(rule.limit)} 改为 {format_number(adjustment.limit)}"
