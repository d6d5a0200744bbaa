"""`selfeval judge`: rows in, readings and verdicts out."""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from selfeval_tui.cli import judge
from selfeval_tui.cli.columns import display_width

ROWS = "公用经费控制率\t≦100%\t69%\n预算控制数\t121926.11元\t182755.15元\n"


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    judge.add_parser(parser.add_subparsers())
    args = parser.parse_args(["judge", *words])
    status: int = args.run(args)
    return status


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> str:
    path = tmp_path / "指标.tsv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def _objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_gives_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row carries its reading, its verdict and the arithmetic."""
    assert _run(_file(tmp_path, ROWS), "--format", "json") == 0
    first, second = _objects(capsys)
    assert list(first) == ["indicator", "target", "actual", "reading", "verdict", "ratio", "why"]
    assert first["verdict"] == "met"
    assert first["ratio"] == "0.69"
    assert first["reading"]["target"]["direction"] == "lower"
    assert second["verdict"] == "missed"
    assert "49.9%" in second["why"]


def test_four_columns_begin_with_the_second_level(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """成本指标 makes a bare amount an upper bound."""
    _run(_file(tmp_path, "成本指标\t道路建设\t200万元\t198万元\n"), "--format", "json")
    (only,) = _objects(capsys)
    assert (only["level2"], only["verdict"]) == ("成本指标", "met")


def test_a_missing_ratio_is_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A target of 0 has no ratio."""
    _run(_file(tmp_path, "预算调整率\t0%\t33%\n"), "--format", "json")
    assert _objects(capsys)[0]["ratio"] is None


def test_the_heading_line_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pasted sheet brings its column names along."""
    text = "三级指标\t年初目标值\t实际完成值\n" + ROWS
    assert _run(_file(tmp_path, text), "--format", "json") == 0
    assert len(_objects(capsys)) == 2


def test_a_line_with_other_columns_is_named_and_the_rest_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad line does not stop the others."""
    assert _run(_file(tmp_path, "只有两列\t12次\n\n" + ROWS), "--format", "json") == 1
    captured = capsys.readouterr()
    assert "第 1 行有 2 列" in captured.err
    assert len(captured.out.splitlines()) == 2


def test_a_quoted_cell_may_hold_a_line_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Excel quotes cells with line ends; line numbers still count real lines."""
    text = '"跨域通办\n一送两免"\t得到拓展\t得到拓展\n坏行\t1\n'
    assert _run(_file(tmp_path, text), "--format", "json") == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["indicator"] == "跨域通办\n一送两免"
    assert "第 3 行" in captured.err


def test_a_stray_quotation_mark_loses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cell that merely begins with a quotation mark is a plain cell."""
    text = '"三公"经费变动率\t0%\t0\n"未闭合\t2次\t2次\n'
    assert _run(_file(tmp_path, text), "--format", "json") == 0
    assert [row["verdict"] for row in _objects(capsys)] == ["met", "met"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_files_of_office_programs_are_decoded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    """A byte order mark is dropped and tells UTF-16; GBK is read and said to be."""
    text = "培训次数\t12次\t12次\n"
    assert _run(_file(tmp_path, text, encoding), "--format", "json") == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["indicator"] == "培训次数"
    assert ("GBK" in captured.err) is (encoding == "gbk")


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` or no file at all reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ROWS.encode())))
    assert _run("--format", "json") == 0
    assert len(_objects(capsys)) == 2


def test_the_table_is_aligned_by_display_width(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Chinese takes two cells, so that columns stand under each other."""
    assert _run(_file(tmp_path, ROWS)) == 0
    heading, first, second = capsys.readouterr().out.splitlines()
    assert heading.split()[:3] == ["指标名称", "目标", "实际"]
    places = [display_width(line[: line.index(word)]) for line, word in
              ((heading, "判定"), (first, "达到  "), (second, "未达到  "))]  # fmt: skip
    assert len(set(places)) == 1


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_absurd_ratio_is_printed_as_it_is(
    sign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However far 亿元 lie from a fraction of a 角, above or below nothing."""
    row = f"结余金额\t≥0.0000000001角\t{sign}9999999999999999亿元\n"
    assert _run(_file(tmp_path, row)) == 0
    assert f"{sign}9999999999999999000" in capsys.readouterr().out


def test_a_missing_file_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback for a wrong path."""
    assert _run(str(tmp_path / "没有.tsv")) == 2
    assert "找不到文件" in capsys.readouterr().err


def test_a_folder_is_refused_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever language the system speaks."""
    assert _run(str(tmp_path)) == 2
    assert "directory" not in capsys.readouterr().err
