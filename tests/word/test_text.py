"""Texts are read as a person sees them on paper; what is not on it, or not text, is told."""

import pytest

from tests.word.build import cell, grid, para, row, run, table


def text_of(*runs: str) -> str:
    """What is read of a cell with one such paragraph."""
    (only,) = grid(table(row(cell(para(*runs))))).cells
    return only.text


def notices_of(*runs: str) -> tuple[str, ...]:
    """What is told of it."""
    return grid(table(row(cell(para(*runs))))).notices


def sym(font: str, code: str) -> str:
    """A symbol that was inserted."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def control(properties: str, content: str) -> str:
    """A content control in a line."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(state: str) -> str:
    """A box to tick with the glyph that Word shows for it by default."""
    return control(f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>', run("☒"))


def field(instruction: str, result: str, data: str = "") -> str:
    """A field with its instruction and its result."""
    begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    return (
        f"<w:r>{begin}</w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (("甲", " 乙"), "甲 乙"),
        (("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>", "丙"), "甲\t乙\n丙"),
        (("<w:hyperlink>" + run("链接") + "</w:hyperlink>",), "链接"),
        (("<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>04</w:t></w:r>",), "2024-04"),
        (("<m:oMath><m:r><m:t>≥95%</m:t></m:r></m:oMath>",), "≥95%"),
        (
            ("<w:r><w:ruby><w:rt>" + run("yī") + "</w:rt><w:rubyBase>" + run("一")
             + "</w:rubyBase></w:ruby></w:r>",),
            "一",
        ),
    ],
)  # fmt: skip
def test_ordinary_texts(runs: tuple[str, ...], text: str) -> None:
    """Runs, tabs, line ends, links, formulas, sounds above a text."""
    assert text_of(*runs) == text
    assert notices_of(*runs) == ()


def test_the_paragraphs_of_a_cell_are_lines() -> None:
    """To the letter, with the blanks at the beginning of a line."""
    (only,) = grid(table(row(cell("一", "　　二", "", "三")))).cells
    assert only.text == "一\n　　二\n\n三"


@pytest.mark.parametrize(
    ("font", "code", "glyph"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings", "F052", "☑"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F0FC", "√"),
        ("Wingdings 2", "0052", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings 2", "0030", "□"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0A3", "≤"),
        ("MS Gothic", "2611", "☑"),
    ],
)
def test_symbols_are_what_their_font_shows(font: str, code: str, glyph: str) -> None:
    """A tick is a tick, whichever letter of whichever font draws it."""
    assert text_of("甲", sym(font, code)) == f"甲{glyph}"


def test_letters_in_a_font_of_symbols_are_symbols() -> None:
    """R in Wingdings 2 is a box with a tick; as in the files of older programs."""
    look = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    assert text_of("1、甲 ", run("R", look), " 2、乙 ", run("\uf0a3", look)) == "1、甲 ☑ 2、乙 □"


def test_an_unknown_symbol_is_told() -> None:
    """It is left out, and the clerk looks at the original."""
    assert text_of("甲", sym("Wingdings", "F04A")) == "甲"
    assert "认不出的符号" in notices_of("甲", sym("Wingdings", "F04A"))[0]


@pytest.mark.parametrize(("state", "glyph"), [("1", "☑"), ("0", "□"), ("true", "☑")])
def test_boxes_of_content_controls_count_by_their_state(state: str, glyph: str) -> None:
    """Whatever glyph they show."""
    assert text_of("甲", box(state)) == f"甲{glyph}"


def test_a_box_that_is_a_whole_cell() -> None:
    """The control stands around the cell."""
    around = control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', cell("☐"))
    assert [each.text for each in grid(table(row("甲", around))).cells] == ["甲", "☑"]


@pytest.mark.parametrize(
    ("said", "glyph"),
    [
        ('<w:checked w:val="1"/>', "☑"),
        ("<w:checked/>", "☑"),
        ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "□"),
        ('<w:default w:val="0"/>', "□"),
    ],
)
def test_old_boxes_to_tick_are_read(said: str, glyph: str) -> None:
    """A form field has no text for its state."""
    data = f"<w:ffData><w:checkBox>{said}</w:checkBox></w:ffData>"
    assert text_of(field(" FORMCHECKBOX ", "", data), "甲") == f"{glyph}甲"


def test_old_lists_to_choose_from_are_read() -> None:
    """By the entry that was chosen."""
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in "甲乙")
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert text_of(field(" FORMDROPDOWN ", "", data)) == "乙"


def test_the_prompt_of_an_empty_control_is_no_text() -> None:
    """单击此处输入文字 was typed by nobody."""
    prompt = control("<w:showingPlcHdr/>", run("单击此处输入文字"))
    assert text_of("甲", prompt) == "甲"
    assert text_of("甲", control("", run("乙"))) == "甲乙"


def test_a_field_shows_its_result() -> None:
    """Its instruction, with other fields inside, is no text."""
    inside = field(" DATE ", run("2024"))
    whole = field(" = 1 + 1 </w:instrText></w:r>" + inside + "<w:r><w:instrText>", run("2"))
    assert text_of("甲", whole, "乙") == "甲2乙"


def test_a_field_may_end_in_another_paragraph() -> None:
    """What stands behind its result is read."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r>'
    result = '<w:r><w:fldChar w:fldCharType="separate"/><w:t>一</w:t></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/><w:t>二</w:t></w:r>'
    (only,) = grid(table(row(cell(para(begin, result), para(end))))).cells
    assert only.text == "一\n二"


def test_changes_are_read_as_taken_in() -> None:
    """修订: what was deleted or moved away is gone, what was inserted is there."""
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('走')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>"
    runs = ("甲", deleted, f"<w:ins>{run('新')}</w:ins>", moved)
    assert text_of(*runs) == "甲新来"
    assert notices_of(*runs) == ("表1 第1行第1格有修订痕迹，读的是接受修订以后的文字，请核对。",)


def test_one_of_two_alternatives_is_read() -> None:
    """Programs write a text twice, for newer ones and for older ones."""
    both = (
        f"<mc:AlternateContent><mc:Choice>{run('新')}</mc:Choice>"
        f"<mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(both) == "新"


BOX_OF_TEXT = (
    "<w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("runs", "text", "word"),
    [
        ((BOX_OF_TEXT,), "甲", "文本框"),
        (("<w:r><w:footnoteReference w:id=\"1\"/></w:r>",), "甲", "脚注"),
        ((run("乙", "<w:vanish/>"),), "甲乙", "隐藏"),
        (("<w:r><w:drawing><a:pic/></w:drawing></w:r>",), "甲", "图片"),
    ],
)  # fmt: skip
def test_what_is_not_plain_text_is_told(runs: tuple[str, ...], text: str, word: str) -> None:
    """With its place in the document."""
    assert text_of("甲", *runs) == text
    (notice,) = notices_of("甲", *runs)
    assert notice.startswith("表1 第1行第1格")
    assert word in notice


def test_hidden_may_be_switched_off() -> None:
    """A run that is not hidden after all."""
    assert notices_of(run("乙", '<w:vanish w:val="0"/>')) == ()


def test_automatic_numbers_are_told_once_for_many_cells() -> None:
    """They are not in the text; three places are named, the others counted."""
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    rows = [row(cell(para("甲", look=numbered))) for _ in range(5)]
    (notice,) = grid(table(*rows)).notices
    assert notice.startswith("表1 第1行第1格、表1 第2行第1格、表1 第3行第1格等 5 处的编号")
