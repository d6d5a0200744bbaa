"""The command line: verbs, Chinese words, failures, and what is imported for what."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from selfeval_tui import __version__
from selfeval_tui.cli import VERBS, main
from selfeval_tui.cli.columns import aligned, display_width
from selfeval_tui.problems import StoreError


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"selfeval {__version__}\n"


def test_help_names_every_verb_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """With a line for each."""
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for name, verb in VERBS.items():
        assert f"  {name}" in out
        assert verb.help in out
    for english in ("usage", "positional", "options", "show this"):
        assert english not in out


@pytest.mark.parametrize("verb", ["demo", "export", "import", "list", "submit"])
def test_help_of_a_verb_is_chinese(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its parser speaks as the main one does."""
    assert main([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"用法：selfeval {verb}")
    for english in ("usage", "positional", "options", "show this"):
        assert english not in out
    assert "参数：\n" in out
    assert "选项：\n" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--formt"], "不认得的参数 --formt"),
        (["list", "--format"], "参数 --format 后面要写一个值"),
        (["list", "--format", "xml"], "参数 --format 不能是 'xml'，可以是"),
        (["list", "--format=json", "a", "b"], "不认得的参数 b"),
        (["import"], "缺少参数 FILE"),
        (["--versio"], "不认得的参数 --versio"),
    ],
)
def test_wrong_use_is_answered_in_chinese(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the right use below it, and 2."""
    assert main(words) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "用法：selfeval" in err


def test_a_failure_is_a_title_and_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback; 2."""
    assert main(["list", "/没有/这个/文件夹"]) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.startswith(f"{StoreError.title}：没有“/没有/这个/文件夹”")


@pytest.mark.parametrize(
    ("ending", "status"), [(KeyboardInterrupt(), 130), (StoreError("满了"), 2), (SystemExit(3), 3)]
)
def test_how_a_run_may_end(
    ending: BaseException, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C and failures have their numbers."""

    def run(_: object) -> int:
        raise ending

    monkeypatch.setattr(import_module("selfeval_tui.cli.list_"), "run", run)
    assert main(["list"]) == status


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    """As in `selfeval list | head -0`."""
    make = [sys.executable, "-m", "selfeval_tui", "demo", str(tmp_path)]
    subprocess.run(make, check=True, capture_output=True)
    reading = [sys.executable, "-m", "selfeval_tui", "list", str(tmp_path), "--format", "json"]
    with subprocess.Popen(reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_without_a_verb_the_screen_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder that is named, else in the default one."""
    opened: list[Path] = []

    def run_app(root: Path) -> int:
        opened.append(root)
        return 0

    monkeypatch.setattr(import_module("selfeval_tui.tui.app"), "run_app", run_app)
    monkeypatch.setenv("SELFEVAL_WORKSPACE", str(tmp_path / "默认"))
    assert main([str(tmp_path)]) == 0
    assert main([]) == 0
    assert opened == [tmp_path, tmp_path / "默认"]


def test_the_screen_opens_a_folder_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`selfeval 自评` is told as what it is, and what is exported goes into it, not below it."""
    opened: list[Path] = []

    def run_app(root: Path) -> int:
        opened.append(root)
        return 0

    monkeypatch.setattr(import_module("selfeval_tui.tui.app"), "run_app", run_app)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "自评").mkdir()
    assert main(["自评"]) == 0
    assert opened == [tmp_path / "自评"]


@pytest.mark.parametrize("word", ["lst", "expotr", "demos"])
def test_a_mistyped_verb_opens_no_folder(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question instead."""
    monkeypatch.chdir(tmp_path)
    assert main([word]) == 2
    assert f"没有“{word}”这个命令" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer names the verb that reads it."""
    (tmp_path / "甲.toml").write_text("")
    assert main([str(tmp_path / "甲.toml")]) == 2
    assert "selfeval import" in capsys.readouterr().err


def test_listing_imports_neither_screen_nor_excel_nor_rules(tmp_path: Path) -> None:
    """A verb costs what it needs."""
    code = (
        "import sys\n"
        "from selfeval_tui.cli import main\n"
        f"main(['list', {str(tmp_path)!r}])\n"
        "heavy = {'textual', 'rich', 'openpyxl', 'xlsxwriter', 'tomlkit',"
        " 'selfeval_tui.checks'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_columns_line_up_under_wide_characters() -> None:
    """A Chinese character takes two cells; combining marks take none."""
    rows = [("附件号", "预算数"), ("1-1", "5.50"), ("e\u0301", "18")]
    lines = list(aligned(rows, right=frozenset({1})))
    assert lines == ["附件号  预算数", "1-1       5.50", "e\u0301           18"]
    assert {display_width(line) for line in lines} == {14}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 /dev/full")
def test_a_full_disk_behind_the_output_is_a_sentence(tmp_path: Path) -> None:
    """As in `selfeval judge > 文件` on a full stick."""
    (tmp_path / "甲.tsv").write_text("次数\t12次\t12次\n", encoding="utf-8")
    words = [sys.executable, "-m", "selfeval_tui", "judge", str(tmp_path / "甲.tsv")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "磁盘已满" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_closed_streams_are_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever started the program may have closed any of them."""
    with monkeypatch.context() as patch:
        for name in ("stdin", "stdout", "stderr"):
            patch.setattr(sys, name, None)
        assert main(["judge"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_path_that_the_system_refuses_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is too long, or a folder that may not be entered."""
    assert main(["list", "x" * 5000]) in {1, 2}
    error = capsys.readouterr().err
    assert error.startswith("文件读写未成功")
