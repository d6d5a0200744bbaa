"""PDF by LibreOffice: found, run out of sight, ended in time; nothing is left behind."""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from selfeval_tui.files.office import VARIABLE, find_office, no_office
from selfeval_tui.files.pdf import STOPPED, Source, Unmade, Watch, to_pdf
from tests.excel.build import project, workbook_of
from tests.files.fake_office import UNIX, WRITES, fake

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
"""A picture of one pixel."""
BOOK = Source(".xlsx", b"a workbook")


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder that can be looked into."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@UNIX
def test_each_file_becomes_a_pdf_and_nothing_stays(tmp_path: Path, temp: Path) -> None:
    """In their order, with one start; profile and files are gone afterwards."""
    office = fake(tmp_path, f"echo started >> '{tmp_path}/starts'{WRITES}")
    first, second = to_pdf([BOOK, Source(".xlsx", b"another")], office)
    assert isinstance(first, bytes)
    assert isinstance(second, bytes)
    assert (b"a workbook" in first, b"another" in second) == (True, True)
    assert (tmp_path / "starts").read_text().count("started") == 1
    assert list(temp.iterdir()) == []


@UNIX
def test_the_office_gets_a_profile_of_its_own_and_no_window(tmp_path: Path, temp: Path) -> None:
    """The clerk's own window and settings are not touched; the folder is the temporary one."""
    office = fake(
        tmp_path, f"""printf '%s\\n' "$@" > '{tmp_path}/words'; pwd >> '{tmp_path}/pwd'"""
    )
    to_pdf([BOOK], office)
    words = (tmp_path / "words").read_text().splitlines()
    assert words[0].startswith(f"-env:UserInstallation={temp.as_uri()}/selfeval-")
    assert "--headless" in words
    assert words[-1].startswith(str(temp))
    assert (tmp_path / "pwd").read_text().startswith(str(temp.resolve()))


@UNIX
@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 0", "LibreOffice 没有转换成功"),
        ("exit 77", "LibreOffice 没有转换成功，退出码 77"),
        ("echo '%PDF-1.6 cut' > \"$OUT/1.pdf\"", "LibreOffice 没有转换成功"),
    ],
)
def test_what_was_not_made_is_told(tmp_path: Path, temp: Path, script: str, why: str) -> None:
    """LibreOffice says 0 of files it could not load; half a PDF is none."""
    assert to_pdf([BOOK], fake(tmp_path, script)) == (Unmade(why),)
    assert list(temp.iterdir()) == []


@UNIX
def test_of_a_document_it_is_said_what_may_be_missing(tmp_path: Path) -> None:
    """Some systems install the part for workbooks alone."""
    (unmade,) = to_pdf([Source(".docx", b"a document")], fake(tmp_path, "exit 0"))
    assert isinstance(unmade, Unmade)
    assert "Writer" in unmade.why


@UNIX
def test_one_bad_file_does_not_cost_the_others(tmp_path: Path, temp: Path) -> None:
    """What was made counts, whatever the program says in the end."""
    bad, good = to_pdf([Source(".bad", b"bad"), BOOK], fake(tmp_path, f"{WRITES}\nexit 1"))
    assert isinstance(bad, Unmade)
    assert isinstance(good, bytes)
    assert list(temp.iterdir()) == []


@UNIX
@pytest.mark.parametrize("stopped", [False, True])
def test_an_office_that_never_ends_is_ended_with_what_it_started(
    tmp_path: Path, temp: Path, stopped: bool
) -> None:
    """After its time, or when the clerk does not want it any more."""
    alive, never = tmp_path / "alive", tmp_path / "never"
    os.mkfifo(alive)
    os.mkfifo(never)
    # As long as the child lives it holds the pipe open; the end of the pipe is the child's end.
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)

    def until_it_lives(_done: int, _all: int) -> None:
        while not os.read(reader, 100):
            pass

    child = f"exec 3>'{alive}'; echo on >&3; read x < '{never}'"
    office = fake(tmp_path, f'sh -c "{child}" & wait')
    watch = Watch(until_it_lives, lambda: stopped)
    try:
        (unmade,) = to_pdf([BOOK], office, watch, seconds=600 if stopped else 0)
        assert os.read(reader, 100) == b""
    finally:
        os.close(reader)
    late = Unmade("LibreOffice 过了 0 秒还没有转换完，已停止")
    assert unmade == (STOPPED if stopped else late)
    assert list(temp.iterdir()) == []


@UNIX
def test_whoever_waits_hears_how_many_are_done(tmp_path: Path, temp: Path) -> None:
    """The count comes while it works; then the fake ends because it was heard."""
    heard: list[tuple[int, int]] = []
    pipe = tmp_path / "heard"
    os.mkfifo(pipe)

    def told(done: int, wanted: int) -> None:
        heard.append((done, wanted))
        if done:
            pipe.write_text("heard\n", encoding="utf-8")

    office = fake(tmp_path, f"{WRITES}\nread x < '{pipe}'")
    (made,) = to_pdf([BOOK], office, Watch(told))
    assert isinstance(made, bytes)
    assert heard[-1] == (1, 1)
    assert list(temp.iterdir()) == []


def test_a_program_that_cannot_be_run_is_told(tmp_path: Path, temp: Path) -> None:
    """Removed since it was found, or not allowed."""
    (unmade,) = to_pdf([BOOK], tmp_path / "none")
    assert isinstance(unmade, Unmade)
    assert unmade.why.startswith("LibreOffice 没能运行（")
    assert list(temp.iterdir()) == []


def test_nothing_to_convert_starts_nothing(tmp_path: Path) -> None:
    """No program is run for no files."""
    assert to_pdf([], tmp_path / "none") == ()


PLACES = [
    ("linux", "usr/lib/libreoffice/program/soffice", {}),
    ("linux", "opt/libreoffice24.8/program/soffice", {}),
    ("darwin", "Applications/LibreOffice.app/Contents/MacOS/soffice", {}),
    ("win32", "pf/LibreOffice/program/soffice.com", {"ProgramFiles": "pf"}),
    ("win32", "local/Programs/LibreOffice/program/soffice.exe", {"LOCALAPPDATA": "local"}),
]


@pytest.mark.parametrize(("platform", "place", "environment"), PLACES)
def test_the_usual_places_are_looked_at(
    tmp_path: Path, platform: str, place: str, environment: Mapping[str, str]
) -> None:
    """Where the installers of each system put it, although it is not on the search path."""
    there = {name: str(tmp_path / value) for name, value in environment.items()}

    def look() -> Path | None:
        return find_office(there, lambda _name: None, platform, tmp_path)

    assert look() is None
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.touch()
    assert look() == program


def test_the_newest_of_several_is_taken(tmp_path: Path) -> None:
    """As far as the names of their folders tell."""
    for name in ("libreoffice7.6", "libreoffice24.8", "libreoffice24.2"):
        (tmp_path / "opt" / name / "program").mkdir(parents=True)
        (tmp_path / "opt" / name / "program" / "soffice").touch()
    found = find_office({}, lambda _name: None, "linux", tmp_path)
    assert found == tmp_path / "opt/libreoffice24.8/program/soffice"


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_search_path_comes_first(tmp_path: Path, name: str) -> None:
    """Either name will do."""
    found = find_office({}, {name: f"/bin/{name}"}.get, "linux", tmp_path)
    assert found == Path("/bin", name)


def test_the_variable_comes_before_all(tmp_path: Path) -> None:
    """Where it names no program, no other one is taken in its place, and that is said."""
    named = tmp_path / "own" / "soffice"
    environment = {VARIABLE: str(named)}
    assert find_office(environment, lambda _name: "/bin/soffice", "linux", tmp_path) is None
    said = no_office("Excel", environment)
    assert said.endswith(f"环境变量 {VARIABLE} 写的“{named}”不是一个程序。")
    named.parent.mkdir()
    named.touch()
    assert find_office(environment, lambda _name: "/bin/soffice", "linux", tmp_path) == named


def test_without_an_office_it_is_said_what_to_do() -> None:
    """One sentence."""
    assert no_office("Excel", {}) == (
        "没有找到 LibreOffice，不能生成 PDF；可以在 WPS 里打开导出的 Excel 文件另存为 PDF。"
    )


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address of this computer, and what was asked of it."""
    paths: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - As the library calls them.

        def log_message(self, *_about: object) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/picture.png", paths
    server.shutdown()
    thread.join()
    server.server_close()


def with_linked_picture(address: str) -> bytes:
    """A workbook whose picture lies elsewhere."""
    book = BytesIO()
    with Workbook(book) as workbook:
        picture = {"image_data": BytesIO(_PIXEL)}
        workbook.add_worksheet().insert_image(1, 1, "picture.png", picture)
    changed = BytesIO()
    with ZipFile(book) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/drawings/"):
                there = f'Target="{address}" TargetMode="External"'.encode()
                text = text.replace(b'Target="../media/image1.png"', there)
                text = text.replace(b"r:embed=", b"r:link=")
            new.writestr(name, text)
    return changed.getvalue()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="没有 LibreOffice（soffice）")
def test_a_real_office_makes_pdfs_and_fetches_nothing(
    temp: Path, asked: tuple[str, list[str]]
) -> None:
    """One start for a sheet, and for a file whose picture lies elsewhere."""
    office = find_office()
    assert office is not None
    address, paths = asked
    linked = Source(".xlsx", with_linked_picture(address))
    made = to_pdf([Source(".xlsx", workbook_of(project())), linked], office)
    assert all(isinstance(each, bytes) for each in made)
    assert paths == []
    assert list(temp.iterdir()) == []
