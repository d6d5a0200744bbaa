"""What a file of ours says of each sheet in its own properties: its form and its year.

Neither is printed as such: the title of a sheet may be rewritten, and forms of one family look
alike. A workbook that came back is read with the form it was printed from.
"""

from collections.abc import Iterator, Mapping

from selfeval_tui.layout.box import Layout

FORM, YEAR, CODE = "表样", "年度", "校验码"
_BETWEEN = " "
_LONGEST = 255
"""Of a property; a longer year is none."""


def marks_of(layout: Layout, name: str) -> Iterator[tuple[str, str]]:
    """The properties of a sheet that is called by this name in its file, or the table of it."""
    for what, said in ((FORM, layout.form), (YEAR, layout.year)):
        if 0 < len(said) <= _LONGEST:
            yield f"{what}{_BETWEEN}{name}", said


def marked_in(properties: Mapping[str, str]) -> set[str]:
    """What the sheets or tables are called of which a form is said."""
    prefix = f"{FORM}{_BETWEEN}"
    return {each.removeprefix(prefix) for each in properties if each.startswith(prefix)}


def marks_in(properties: Mapping[str, str], name: str) -> tuple[str, str]:
    """Form and year of a sheet; empty where the file says nothing."""
    form, year = (properties.get(f"{what}{_BETWEEN}{name}", "") for what in (FORM, YEAR))
    return form, year
