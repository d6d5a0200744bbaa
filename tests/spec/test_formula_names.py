"""Which names a formula may speak, and what is said about a wrong one."""

import ast
from decimal import Decimal

import pytest

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import FormulaError, Names, Reference, Scope, compile_formula
from tests.spec.formulas import names, value


@pytest.mark.parametrize(
    "name",
    [
        "非税收入预算完成率",
        "偏差大或目标未完成原因分析",
        "并且",
        "或有事项",
        "Ａ类",
        "ﬁ",
        "第1年",
        "if",
        "None",
    ],
)
def test_operator_words_inside_a_name_are_no_operators(name: str) -> None:
    """且 或 非 are operators only when they stand alone; a name is kept to the letter."""
    formula = compile_formula(f"非 {name} == '无'", names(name))
    assert formula.needs == {Reference(Scope.OWN, "", name)}


@pytest.mark.parametrize("name", ["“三公经费”变动率", "增加（减少）", "1月数", "a.b", "≥标准", " "])
def test_a_name_with_other_signs_is_quoted(name: str) -> None:
    """值("…") names what letters and digits cannot."""
    formula = compile_formula(f'值("{name}") + 1', names(name))
    assert formula.needs == {Reference(Scope.OWN, "", name)}
    assert formula.evaluate(lambda _: Decimal(1)) == 2


def test_a_quoted_column_names_its_table() -> None:
    """值("表", "列") is 表.列 with a name in quotes."""
    given = {"指标.“三公经费”变动率": (Decimal(1), Decimal(2))}
    assert value('求和(值("指标", "“三公经费”变动率"))', given) == 3


def test_needs_are_read_off_the_expression() -> None:
    """Nobody lists what a formula needs; it says so itself."""
    formula = compile_formula(
        "如果(非空(项目名称), 求和(资金.执行数, project.执行数), 年度)", names("项目名称", "年度")
    )
    assert formula.needs == {
        Reference(Scope.OWN, "", "项目名称"),
        Reference(Scope.OWN, "", "年度"),
        Reference(Scope.TABLE, "资金", "执行数"),
        Reference(Scope.KIND, "project", "执行数"),
    }


def test_the_tree_speaks_plain_names_and_decimals() -> None:
    """Whoever says the formula in another language finds names as written and exact numbers."""
    tree = compile_formula("执行数 ÷ 0.10 ≥ 求和(资金.预算数)", names("执行数")).tree
    assert isinstance(tree.body, ast.Compare)
    division, total = tree.body.left, tree.body.comparators[0]
    assert isinstance(division, ast.BinOp)
    assert isinstance(division.right, ast.Constant)
    assert str(division.right.value) == "0.10"
    assert ast.unparse(division.left) == "执行数"
    assert ast.unparse(total) == "求和(资金.预算数)"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("执行律 + 1", "第 1 个字处：没有“执行律”这个名称。是不是“执行数”？"),
        ("1 + 执行律", "第 5 个字处：没有“执行律”"),
        ("求合(1)", "没有“求合”这个函数。是不是“求和”？"),
        ("执行数(1)", "没有“执行数”这个函数"),
        ("求和", "没有“求和”这个名称"),
        ("求和(资金.执行)", "“资金”里没有“执行”。是不是“执行数”？"),
        ("求和(projct.执行数)", "没有“projct”这个表或表样。是不是“project”？"),
        ("资金", "后面要写明哪一列"),
        ("资金.执行数 + 1", "是许多个值，要放在 求和、最大 等函数里"),
        ("四舍五入(资金.执行数, 2)", "是许多个值"),
        ("执行数且预算数", "“且、或、非”是单独的词，两边留空格"),
        ("“三公经费”变动率", '名称带引号时写作 值("名称")'),
        ('值("三公经费")', "没有“三公经费”这个名称"),
        ("值(执行数)", '写作 值("名称") 或 值("表", "列")'),
        ("四舍五入(1)", "“四舍五入”至少要 2 个值，这里有 1 个"),
        ("如果(1 > 2, 1, 2, 3)", "“如果”至多要 3 个值，这里有 4 个"),
        ("执行数 = 1", "相等写作 =="),
        ("执行数 * 5%", "百分数写作小数，如 0.95"),
        ("'文字' + 1", "文字不能加减乘除，拼接用 连接(…)"),
        ("1 +", "看不懂"),
        ("执行数 年度", "看不懂“年度”前后的写法"),
        ("(1 + 2", "看不懂"),
        ("'半句", "文字缺另一半引号"),
        ("3次", "数字后面不能紧跟“次”"),
        ("", "是空的"),
    ],
)
def test_a_wrong_formula_is_explained(source: str, said: str) -> None:
    """The message says what is wrong, where, and what was probably meant."""
    with pytest.raises(FormulaError) as fault:
        compile_formula(source, names("执行数", "预算数", "年度"))
    assert said in fault.value.message


def test_a_formula_fault_is_a_fault_of_the_specification() -> None:
    """Whoever catches faults of specifications catches this one."""
    with pytest.raises(SpecError, match="第 1 个字处"):
        compile_formula("甲", Names())
