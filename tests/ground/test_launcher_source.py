"""run.py is read by Pythons that the program itself does not know."""

import ast
import sys
import tomllib
from pathlib import Path

import run


def imported_modules(tree: ast.AST) -> set[str]:
    """Return the top names of all modules that a source imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def test_python_3_8_can_read_it(checkout: Path) -> None:
    """An old Python must understand the launcher to be told that it is too old."""
    ast.parse((checkout / "run.py").read_text("utf-8"), feature_version=(3, 8))


def test_it_needs_nothing_installed(checkout: Path) -> None:
    """The launcher runs before anything is installed: it imports the standard library only."""
    tree = ast.parse((checkout / "run.py").read_text("utf-8"))
    assert imported_modules(tree) <= sys.stdlib_module_names


def test_it_asks_for_the_python_of_the_project(checkout: Path) -> None:
    """The launcher and the package name the same oldest Python."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">={}.{}".format(*run.OLDEST_PYTHON)
