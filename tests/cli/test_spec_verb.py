"""`selfeval spec list` and `selfeval spec show`."""

import argparse
import tomllib

import pytest

from selfeval_tui.cli import spec as verb


def run(*words: str) -> int:
    """Run the verb as the command line would."""
    parser = argparse.ArgumentParser()
    verb.add_parser(parser.add_subparsers())
    args = parser.parse_args(["spec", *words])
    status = args.run(args)
    assert isinstance(status, int)
    return status


def test_list_has_a_line_for_each_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    """Every sheet stands on its line with year, name and source."""
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    project = next(line for line in lines if line.startswith("ezhou-gedian/project\t"))
    assert "项目自评表" in project
    assert "2023" in project


def test_show_prints_the_resolved_sheet_as_toml(capsys: pytest.CaptureFixture[str]) -> None:
    """What is shown can be read back."""
    assert run("show", "ezhou-gedian/department") == 0
    shown = tomllib.loads(capsys.readouterr().out)
    assert shown["field"]["项目支出总额"]["calc"] == "求和(project.执行数)"


def test_a_wrong_id_is_answered_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the keyboard gets a question, not a traceback."""
    assert run("show", "ezhou-gedian/projet") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "没有表样“ezhou-gedian/projet”" in said.err
    assert "是不是“ezhou-gedian/project”" in said.err
