"""自查规则.toml: what a unit changes of the rules, each change with its reason."""

from pathlib import Path

import pytest

from selfeval_tui.checks import Finding, Severity, check
from selfeval_tui.checks.overlay import FILE, Altered, load_overlay, workspace_rules
from tests.checks.build import batch, only

LOW = "预算数 20\n执行数 16.4\n原因 无"
"""执行率 is 82%."""
PACK = """
[[rule]]
id = "OWN-001"
severity = "warn"
each = "sheet"
when = "非空(预算数)"
limit = 10
test = "预算数 <= 界限"
at = ["预算数"]
say = "预算数 {预算数} 超过 {界限}"
fix = "报领导审批"
why = "本单位的规定"
"""


def said(root: Path, text: str, overlay: str) -> tuple[Finding, ...]:
    """What is found in a workspace with these changes."""
    (root / FILE).write_text(overlay, encoding="utf-8")
    rules, faults = workspace_rules(root)
    assert faults == ()
    return check(batch(text), rules)


def test_without_the_file_the_shipped_rules_hold(tmp_path: Path) -> None:
    """Nothing changed, nothing to tell."""
    rules, faults = workspace_rules(tmp_path)
    assert faults == ()
    assert only("BUD-005", check(batch(LOW), rules)).severity is Severity.explain


def test_a_rule_is_switched_off(tmp_path: Path) -> None:
    """It finds nothing any more."""
    off = '[["规则"]]\n"编号" = "bud-005"\n"停用" = true\n"理由" = "另有规定"'
    assert "BUD-005" not in {each.code for each in said(tmp_path, LOW, off)}


def test_a_rule_weighs_less(tmp_path: Path) -> None:
    """The severity is written as the screen shows it."""
    less = '[["规则"]]\n"编号" = "BUD-005"\n"级别" = "提示"\n"理由" = "另有规定"'
    assert only("BUD-005", said(tmp_path, LOW, less)).severity is Severity.info


@pytest.mark.parametrize("limit", ["0.8", '"80%"', '"80％"'])
def test_a_limit_is_moved(tmp_path: Path, limit: str) -> None:
    """82% is enough where 80% is asked; a rule that shares the limit follows."""
    overlay = f'[["规则"]]\n"编号" = "BUD-005"\n"界限" = {limit}\n"理由" = "本地规定"'
    found = {each.code for each in said(tmp_path, f"{LOW}\n改进 无", overlay)}
    assert not found & {"BUD-005", "TXT-007"}


def test_a_moved_limit_is_said_in_the_sentence(tmp_path: Path) -> None:
    """Nobody is told of 90% where 95% is asked."""
    overlay = '[["规则"]]\n"编号" = "BUD-005"\n"界限" = "95%"\n"理由" = "本地规定"'
    finding = only("BUD-005", said(tmp_path, LOW, overlay))
    assert finding.message == "执行率 82%，不到 95%"
    assert finding.expected == "95%以上"
    assert finding.difference == "13个百分点"


@pytest.mark.parametrize(
    ("code", "text", "limit"),
    [
        ("BUD-011", "预算数 18\n执行数 0.05", "50"),
        ("BUD-011", "预算数 1\n执行数 60", "50"),
        ("COST-003", "预算数 5\n产出指标 | 成本指标 | 预算控制数 | 1000万元 | ", "100"),
        ("IND-014", "产出指标 | 成本指标 | 单位成本 | 1万元 | 200元", "20.5"),
    ],
)
def test_how_many_times_is_said_as_the_limit_is(
    tmp_path: Path, code: str, text: str, limit: str
) -> None:
    """Nobody is told of thousands where a hundred is asked."""
    overlay = f'[["规则"]]\n"编号" = "{code}"\n"界限" = {limit}\n"理由" = "本地规定"'
    finding = only(code, said(tmp_path, text, overlay))
    assert f"相差 {limit} 倍以上" in finding.message
    assert "千" not in finding.message


def test_a_pack_is_added(tmp_path: Path) -> None:
    """Its rules are asked like all others, and its limit may be moved too."""
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "本单位.toml").write_text(PACK, encoding="utf-8")
    pack = '[["规则包"]]\n"文件" = "规则/本单位.toml"\n"理由" = "内控要求"\n'
    assert only("OWN-001", said(tmp_path, LOW, pack)).message == "预算数 20 超过 10"
    wider = pack + '[["规则"]]\n"编号" = "OWN-001"\n"界限" = 30\n"理由" = "放宽"'
    assert "OWN-001" not in {each.code for each in said(tmp_path, LOW, wider)}


def test_what_was_changed_can_be_told(tmp_path: Path) -> None:
    """For the audit list: the rule, what, and why."""
    (tmp_path / "own.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / FILE).write_text(
        '[["规则"]]\n"编号" = "BUD-005"\n"级别" = "警告"\n"界限" = 0.8\n"理由" = "甲"\n'
        '[["规则"]]\n"编号" = "TXT-008"\n"停用" = true\n"理由" = "乙"\n'
        '[["规则包"]]\n"文件" = "own.toml"\n"理由" = "丙"\n',
        encoding="utf-8",
    )
    assert load_overlay(tmp_path).altered == (
        Altered("BUD-005", "级别由需说明改为警告；界限由 0.9 改为 0.8", "甲"),
        Altered("TXT-008", "停用", "乙"),
        Altered("own.toml", "新增 1 条", "丙"),
    )


def test_all_faults_are_told_at_once_and_nothing_holds(tmp_path: Path) -> None:
    """One look is enough to mend the file; until then the shipped rules hold."""
    (tmp_path / FILE).write_text(
        '[["规则"]]\n"编号" = "BUD-05"\n"停用" = true\n"理由" = "甲"\n'
        '[["规则"]]\n"编号" = "BUD-005"\n"级别" = "严重"\n'
        '[["规则"]]\n"编号" = "BUD-001"\n"界限" = 1\n"理由" = "甲"\n"原因" = "乙"\n'
        '[["规则"]]\n"编号" = "TXT-007"\n"界限" = 1\n"理由" = "甲"\n'
        '[["规则"]]\n"编号" = "IND-014"\n"界限" = "很大"\n"理由" = "甲"\n'
        '[["规则"]]\n"编号" = "YEAR-002"\n"理由" = "甲"\n'
        '[["规则包"]]\n"文件" = "没有.toml"\n"理由" = "甲"\n',
        encoding="utf-8",
    )
    overlay = load_overlay(tmp_path)
    assert overlay.altered == ()
    assert sorted(overlay.faults) == sorted(
        [
            f"{FILE}：没有“BUD-05”这条规则。是不是“BUD-005”？",
            f"{FILE}：BUD-005 的“级别”没有“严重”，可以写 错误、需说明、警告、提示",
            f"{FILE}：BUD-005 缺少“理由”",
            f"{FILE}：BUD-001 没有“原因”这一项。",
            f"{FILE}：BUD-001 没有界限可改",
            f"{FILE}：TXT-007 用的是 BUD-005 的界限，请改那一条",
            f'{FILE}：IND-014 的“界限”应是不小于 0 的数，如 0.8 或 "80%"',
            f"{FILE}：YEAR-002 没有写改什么：停用、级别 或 界限",
            f"{FILE}：没有“没有.toml”这个文件",
        ]
    )
    assert only("BUD-005", check(batch(LOW), overlay.rules_of)).severity is Severity.explain


@pytest.mark.parametrize("name", ["../外.toml", "规则/../../外.toml", "链接.toml"])
def test_a_pack_outside_the_workspace_is_refused(tmp_path: Path, name: str) -> None:
    """Whatever path or link leads there."""
    root = tmp_path / "本单位"
    (root / "规则").mkdir(parents=True)
    (tmp_path / "外.toml").write_text(PACK, encoding="utf-8")
    (root / "链接.toml").symlink_to(tmp_path / "外.toml")
    (root / FILE).write_text(f'[["规则包"]]\n"文件" = "{name}"\n"理由" = "甲"', encoding="utf-8")
    assert load_overlay(root).faults == (f"{FILE}：规则包“{name}”不在自评文件夹里，不能用",)


@pytest.mark.parametrize(
    ("pack", "fault"),
    [
        ("rule = 1", "每条规则以 [[rule]] 开头"),
        (PACK.replace("OWN-001", "BUD-001"), "BUD-001 已有这个编号的规则"),
        (PACK.replace('"预算数 <= 界限"', "3"), "“test”应是加引号的文字"),
        (PACK.replace('["预算数"]', '"预算数"'), "“at”应是方括号里的几个名称"),
        (PACK.replace("limit = 10", "limit = nan"), "“limit”应是一个数"),
        (PACK.replace("预算数 <= 界限", "__import__('os')"), "没有“__import__”这个函数"),
        (PACK.replace("预算数 <= 界限", "(" * 5000), "最多 2000 个字"),
        ("[" * 20000, "不合 TOML 的写法"),
        ("#" * 300000, "太大，最多 256 KB"),
        ("\n".join(PACK.replace("001", f"{n}") for n in range(201)), "最多 200 条"),
    ],
)
def test_a_hostile_pack_is_refused_with_a_sentence(tmp_path: Path, pack: str, fault: str) -> None:
    """Packs are data: nothing of them runs, and none takes the program down."""
    (tmp_path / "own.toml").write_text(pack, encoding="utf-8")
    (tmp_path / FILE).write_text(
        '[["规则包"]]\n"文件" = "own.toml"\n"理由" = "甲"', encoding="utf-8"
    )
    assert fault in "\n".join(load_overlay(tmp_path).faults)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xff\xff", "不是 UTF-8"),
        ('规则 = "x"'.encode(), "不合 TOML 的写法"),
        ('"规则" = "x"'.encode(), '每处以 [["规则"]] 开头'),
        ('[["规责"]]'.encode(), "没有“规责”这一节。是不是“规则”？"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, fault: str) -> None:
    """It stays as it is, and the shipped rules hold."""
    (tmp_path / FILE).write_bytes(content)
    assert fault in "\n".join(load_overlay(tmp_path).faults)
