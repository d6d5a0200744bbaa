"""Readers of what computes: formulas, forms, rules, what a unit changes of the rules."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from attrs import frozen

from selfeval_tui.checks import check
from selfeval_tui.checks.overlay_file import read_overlay
from selfeval_tui.checks.read import read_rules
from selfeval_tui.problems import SpecError
from selfeval_tui.sheet import Batch, new_sheet
from selfeval_tui.spec import BLANK, Blank, FormulaError, Sources, Value, compile_formula, load_spec
from selfeval_tui.store.demo import demo_sheets
from tests.fuzz.words import text_of, told
from tests.spec.formulas import names

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FORMULAS = tuple(
    each.encode()
    for each in (
        "执行数 / 预算数",
        "求和(资金.执行数) + 12.50 ** 3",
        "如果(预算数 > 0 且 非 执行数 == 预算数, 连接('甲', 执行数), 四舍五入(预算数, 2))",
        '值("指标", "“三公经费”变动率")',
        "最大(指标.得分, project.执行数)",
    )
)
OVERLAYS = (
    '[["规则"]]\n"编号" = "BUD-005"\n"级别" = "警告"\n"界限" = "80%"\n"理由" = "甲"\n'.encode(),
    '[["规则包"]]\n"文件" = "本单位规则.toml"\n"理由" = "乙"\n'.encode(),
)
_GIVEN: tuple[Value, ...] = (
    BLANK,
    Decimal("9E+384"),
    Decimal("-1.005"),
    Decimal(0),
    "甲" * 50,
    True,
    (Decimal(1), "乙", BLANK),
)
_MOST_TEXT = 100_000
"""Characters of a value: a formula has 400 words, and none repeats one of them."""


def compute(data: bytes) -> None:
    """A formula, over values of every sort."""
    try:
        formula = compile_formula(text_of(data), names("预算数", "执行数", "项目名称"))
    except FormulaError as fault:
        told(fault)
        return
    for each in _GIVEN:
        value = formula.evaluate(lambda _, each=each: each)  # type: ignore[misc]
        assert isinstance(value, Decimal | str | bool | Blank | tuple)
        assert not isinstance(value, Decimal) or value.is_finite()
        assert not isinstance(value, str) or len(value) < _MOST_TEXT


def take_rules(data: bytes) -> None:
    """A pack of rules, and a sheet that is checked by it."""
    try:
        rules = read_rules(_plain(data), "包")
    except SpecError as fault:
        told(fault)
        return
    check(_sheet(), lambda _: rules)


def rule_packs() -> tuple[bytes, ...]:
    """The rules that ship, one by one."""
    texts = [each.read_text("utf-8") for each in files("form_specs").iterdir() if _is_pack(each)]
    rules = [f"[[rule]]{part}" for text in texts for part in text.split("[[rule]]")[1:]]
    return tuple(rule.encode() for rule in rules[:20])


def take_overlay(data: bytes) -> None:
    """What a unit changes of the rules."""
    file = read_overlay(_plain(data), "自查规则.toml")
    assert file.faults or all(each.reason for each in file.adjustments)


def take_spec(data: bytes) -> None:
    """A form; where it loads, a sheet of it can be made and reckoned."""
    try:
        spec = load_spec("样/表", Sources((cast("Traversable", _Folder("根", data)),)))
    except SpecError as fault:
        told(fault)
        return
    batch = Batch([new_sheet(spec)])
    for address in batch.sheets[0].addresses():
        batch.computed_text(address)


def specs() -> tuple[bytes, ...]:
    """The forms that ship."""
    from tests.spec.sheets import SMALL

    folder = files("form_specs").joinpath("ezhou-gedian")
    shipped = [folder.joinpath(f"{name}.toml").read_bytes() for name in ("project", "figures")]
    return (SMALL.encode(), *shipped)


def _plain(data: bytes) -> str:
    """A text as a reader of files gives it: without lone surrogates."""
    return data.decode("utf-8", "replace")


def _is_pack(each: "Traversable") -> bool:
    return each.name.startswith("rules") and each.name.endswith(".toml")


@cache
def _sheet() -> Batch:
    return Batch(demo_sheets()[:1])


@frozen
class _Folder:
    """A root with one family of one form, in memory."""

    name: str
    data: bytes

    def joinpath(self, *names: str) -> "_Folder":
        """The one below."""
        return _Folder(names[-1], self.data)

    def iterdir(self) -> Iterator["_Folder"]:
        """The family, or the form."""
        yield _Folder("样" if self.name == "根" else "表.toml", self.data)

    def is_dir(self) -> bool:
        """All but the form."""
        return not self.is_file()

    def is_file(self) -> bool:
        """The form."""
        return self.name == "表.toml"

    def read_bytes(self) -> bytes:
        """What it says."""
        return self.data
