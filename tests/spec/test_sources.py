"""Where sheets are looked for."""

import zipfile
from pathlib import Path

from selfeval_tui.spec import Sources, load_spec, spec_ids
from tests.spec.sheets import SMALL, family


def test_rule_packs_folders_and_other_files_are_no_sheets(tmp_path: Path) -> None:
    """Only TOML files directly inside a family are."""
    sources = family(tmp_path, 表=SMALL, rules="", **{"rules-review": ""})
    (tmp_path / "样" / "demo").mkdir()
    (tmp_path / "样" / "demo" / "1.toml").write_text("")
    (tmp_path / "样" / "说明.md").write_text("")
    (tmp_path / "散.toml").write_text("")
    assert spec_ids(sources) == ("样/表",)


def test_an_earlier_folder_hides_the_same_sheet_of_a_later_one(tmp_path: Path) -> None:
    """A workspace may bring its own edition of a sheet."""
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir()
    theirs.mkdir()
    family(mine, 表=SMALL.replace("小表", "本单位小表"))
    family(theirs, 表=SMALL, 别=SMALL)
    both = Sources((mine, theirs))
    assert load_spec("样/表", both).name == "本单位小表"
    assert load_spec("样/别", both).name == "小表"
    assert spec_ids(both) == ("样/别", "样/表")


def test_sheets_are_read_from_inside_a_zip(tmp_path: Path) -> None:
    """The offline folder ships its libraries as one zip."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("样/表.toml", SMALL)
        archive.writestr("样/demo/1.toml", "")
    sources = Sources((zipfile.Path(tmp_path / "all.zip"),))
    assert spec_ids(sources) == ("样/表",)
    assert load_spec("样/表", sources).name == "小表"
