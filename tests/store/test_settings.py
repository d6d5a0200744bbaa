"""设置.toml: read leniently, continued faithfully, explained inside."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.layout import ExportOptions
from selfeval_tui.store.settings import (
    DEFAULTS,
    FILE,
    SETTINGS,
    Setting,
    Settings,
    read_settings,
    value_of,
    with_value,
    write_settings,
)
from selfeval_tui.store.settings_file import continued, whole_text

BY_NAME = {setting.name: setting for setting in SETTINGS}
THEMES = "可以写 dark、light、contrast。"
CHANGED = Settings("plain", "light", "never", "{项目名称}", "黑体")


def put(root: Path, text: str) -> Path:
    """A file that a clerk wrote by hand."""
    path = root / FILE
    path.write_bytes(text.encode())
    return path


def test_a_workspace_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    """Nothing is written until something is changed."""
    assert read_settings(tmp_path) == (DEFAULTS, ())
    assert not list(tmp_path.iterdir())


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Every setting, in a folder that did not exist."""
    root = tmp_path / "新"
    assert write_settings(root, CHANGED) is None
    assert read_settings(root) == (CHANGED, ())


def test_the_file_explains_every_setting_and_every_value() -> None:
    """Whoever opens it in Notepad needs no manual."""
    text = whole_text(DEFAULTS)
    for setting in SETTINGS:
        assert f"# {setting.label}：{setting.explanation}\n" in text
        assert f'\n{setting.name} = "{setting.default}"\n' in text
        for value, means in setting.values:
            assert f"#   {value}：{means}\n" in text


def test_every_attribute_stands_in_the_table() -> None:
    """A setting that no screen offers would be lost."""
    assert [setting.name for setting in SETTINGS] == list(Settings.__annotations__)
    for setting in SETTINGS:
        assert setting.default in dict(setting.values) or not setting.values


def test_the_export_begins_with_the_same_defaults() -> None:
    """A name and a face have one home."""
    assert ExportOptions().pattern == DEFAULTS.pattern
    assert ExportOptions().title_font == DEFAULTS.title_font


def test_comments_order_and_other_keys_survive(tmp_path: Path) -> None:
    """Only the value that was changed is different afterwards."""
    path = put(
        tmp_path,
        "# 科室自己的话\r\ntheme = 'light' # 眼睛\r\n将来 = 1\r\n".replace("将来", '"将来"')
        + '[别的]\r\na = "b"\r\n'.replace("别的", '"别的"'),
    )
    write_settings(tmp_path, with_value(DEFAULTS, BY_NAME["theme"], "contrast"))
    text = path.read_bytes().decode()
    assert text.endswith(
        '# 科室自己的话\r\ntheme = "contrast" # 眼睛\r\n"将来" = 1\r\n["别的"]\r\na = "b"\r\n'
    )
    assert read_settings(tmp_path)[0].theme == "contrast"
    assert tomllib.loads(text)["别的"] == {"a": "b"}


def test_writing_the_same_again_changes_nothing() -> None:
    """Not a blank."""
    text = whole_text(CHANGED)
    assert continued(text.encode(), CHANGED) == text


@pytest.mark.parametrize(
    ("text", "told", "now"),
    [
        ('\ntheme = "drak"', f"第 2 行：“配色”不能写“drak”，{THEMES}", "深色底浅色字"),
        ("theme = 1", f"第 1 行：“配色”不能写这个值，{THEMES}", "深色底浅色字"),
        ("title_font = 3", "第 1 行：“标题字体”要写成引号里的文字。", "方正小标宋简体"),
        ('pattern = " "', "第 1 行：“文件名”不能空着。", "{附件号} {项目名称}"),
        ("# 空\n\n[theme]", f"第 3 行：“配色”不能写这个值，{THEMES}", "深色底浅色字"),
    ],
)
def test_a_wrong_value_is_told_and_the_default_counts(
    tmp_path: Path, text: str, told: str, now: str
) -> None:
    """Line, what is wrong, what may stand there; the file stays as it is."""
    path = put(tmp_path, text)
    assert read_settings(tmp_path) == (DEFAULTS, (f"“{FILE}”{told}现在照默认的“{now}”。",))
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("name", "advice"), [("them", "是不是“theme”？"), ("zzz", "不需要时请删去。")]
)
def test_an_unknown_setting_is_told(tmp_path: Path, name: str, advice: str) -> None:
    """A slip of the pen would otherwise go unnoticed."""
    put(tmp_path, f'{name} = "light"')
    told = f"“{FILE}”第 1 行：没有“{name}”这项设置，不起作用。{advice}"
    assert read_settings(tmp_path) == (DEFAULTS, (told,))


def test_one_wrong_value_leaves_the_others_in_force(tmp_path: Path) -> None:
    """And the mark that Notepad puts in front of a file does no harm."""
    put(tmp_path, '\ufefftheme = "light"\nglyphs = "?"\n')
    settings, problems = read_settings(tmp_path)
    assert settings == with_value(DEFAULTS, BY_NAME["theme"], "light")
    assert len(problems) == 1


@pytest.mark.parametrize(
    "data", [b'theme = "light\n', b"theme = \xc9\xee\xc9\xab\n", b"PK\x03\x04"]
)
def test_a_file_that_is_no_toml_is_set_aside_by_the_next_change(
    tmp_path: Path, data: bytes
) -> None:
    """It is told with what to do; nothing that a person wrote is lost."""
    path = tmp_path / FILE
    path.write_bytes(data)
    settings, problems = read_settings(tmp_path)
    assert settings == DEFAULTS
    assert "文件没有改动" in problems[0]
    assert problems[0].endswith("现在照默认的设置。")
    aside = write_settings(tmp_path, CHANGED)
    assert aside is not None
    assert aside.read_bytes() == data
    assert read_settings(tmp_path) == (CHANGED, ())
    path.write_bytes(data)
    assert write_settings(tmp_path, CHANGED) not in {aside, None}


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    """The program starts all the same."""
    (tmp_path / FILE).mkdir()
    settings, problems = read_settings(tmp_path)
    assert settings == DEFAULTS
    assert "读不出来" in problems[0]


@given(
    text=st.text().filter(str.strip).filter(lambda text: text.isprintable()),
    setting=st.sampled_from([each for each in SETTINGS if not each.values]),
)
def test_any_text_survives_the_file(text: str, setting: Setting) -> None:
    """Quotes, backslashes and signs of other planes included."""
    settings = with_value(DEFAULTS, setting, text)
    again = continued(whole_text(DEFAULTS).encode(), settings)
    assert again is not None
    assert tomllib.loads(again)[setting.name] == value_of(settings, setting)
    assert tomllib.loads(whole_text(settings))[setting.name] == text


def test_the_manual_shows_the_file_as_it_is_written() -> None:
    """Its example is the file with every setting and explanation."""
    manual = Path(__file__).parents[2] / "docs" / "settings.md"
    text = manual.read_text(encoding="utf-8")
    assert FILE in text
    assert text.partition("```toml\n")[2].partition("```")[0] == whole_text(DEFAULTS)
