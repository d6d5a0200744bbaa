"""Small text tables of rows to judge: 判定 | 指标 | 目标 | 实际, in the words of the sheet."""

from selfeval_tui.text import judge


def misjudged(table: str, *, level2: str = "") -> list[str]:
    """The rows of a table that are judged otherwise than it says.

    Args:
        table: Lines of `verdict | indicator | target | actual`; blank lines are skipped.
        level2: The 二级指标 of all rows.

    Returns:
        One line for each row that differs, with the verdict given and its sentence.
    """
    wrong = []
    for line in filter(None, map(str.strip, table.splitlines())):
        expected, indicator, target, actual = (cell.strip() for cell in line.split("|"))
        verdict = judge(target, actual, indicator=indicator, level2=level2)
        if verdict.code != expected:
            wrong.append(f"{line}  →  {verdict.code}: {verdict.why}")
    return wrong
