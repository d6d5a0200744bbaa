"""Open selfeval from a fresh checkout: `python3 run.py` (Windows: `py run.py`).

The first start makes `.venv` beside this file and installs the pins of a lock file into it, every
hash checked; a `wheels` folder stands in for the network. Later starts only replace this process.

    run.py test [ARGS]     the whole suite, through pytest
    run.py bench [ARGS]    the timings
    run.py torture [ARGS]  breaks the machine under the program for hours, and counts what is lost
    run.py [ARGS]          everything else goes to `selfeval`

Standard library only. It parses and runs on Python 3.8, so that it can ask for a newer one.
"""

# Every start waits for what is imported here: hashlib costs 4 ms, pathlib 9, subprocess 17.
from __future__ import annotations

import os
import sys
import zlib

OLDEST_PYTHON = (3, 11)
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
TORTURE_LOCK = "requirements-torture.lock"
LOCKS = (RUNTIME_LOCK, DEV_LOCK, TORTURE_LOCK)
"""Each holds all that the ones before it hold."""
WHOLE_SUITE = ["-n", "auto"]
"""The arguments of pytest where nobody names a test: a worker for each processor."""
READY = "ready-"
"""How a stamp in `.venv` begins; it ends with the checksum of the lock that is installed."""
OWNED = "made-by-run.py"
"""The file in `.venv` that says it is ours to empty; a second window waits for its lock."""
ADDING = "adding"
"""Lies in `.venv` while pip is at work there."""


class Refusal(Exception):  # noqa: N818 - It is an answer to the clerk, not a fault.
    """The set-up cannot go on; the text is the Chinese sentence for the clerk."""


# --- What a command line asks for ---


def job_of(arguments: list[str]) -> tuple[str, list[str], str]:
    """Return the module to run, its arguments and the lock that it needs."""
    verb = arguments[0] if arguments else ""
    if verb == "test":
        return "pytest", arguments[1:] or WHOLE_SUITE, DEV_LOCK
    if verb == "bench":
        return "bench", arguments[1:], DEV_LOCK
    if verb == "torture":
        return "tests.torture", arguments[1:], TORTURE_LOCK
    return "selfeval_tui", arguments, RUNTIME_LOCK


def tool_environment(caller: dict[str, str]) -> dict[str, str]:
    """Return the caller's environment with UTF-8 and without another Python's paths."""
    foreign = {"PYTHONHOME", "PYTHONPATH"}
    return {**{k: v for k, v in caller.items() if k not in foreign}, "PYTHONUTF8": "1"}


def job_environment(caller: dict[str, str], checkout: str, lock: str) -> dict[str, str]:
    """Return the environment of a job: the checkout is importable, and the clerk's workspace."""
    workspace = {"SELFEVAL_WORKSPACE": checkout} if lock == RUNTIME_LOCK else {}
    return {**workspace, **tool_environment(caller), "PYTHONPATH": checkout}


def start(command: list[str], environment: dict[str, str]) -> int:
    """Become the program, so that signals and the terminal are its own; on Windows wait for it."""
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606 - No shell is the point.
    import subprocess

    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C is for the program, which is still running.


# --- What .venv is like ---


def venv_python(venv: str) -> str:
    """Return the path of the interpreter inside `.venv`."""
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(venv, *inside)


def stamp_of(lock: str) -> str:
    """Return the name of the stamp that says: what this lock file pins is installed."""
    with open(lock, "rb") as file:
        return f"{READY}{zlib.crc32(file.read()):08x}"


def base_python(configuration: str) -> str:
    """Return the interpreter that a `pyvenv.cfg` was made with, or an empty text."""
    pairs = (line.partition("=") for line in configuration.splitlines())
    return next((value.strip() for name, _, value in pairs if name.strip() == "executable"), "")


def python_works(venv: str) -> bool:
    """Tell whether the interpreter in `.venv` and the one it was made with are still there."""
    try:
        with open(os.path.join(venv, "pyvenv.cfg"), encoding="utf-8") as file:
            base = base_python(file.read())
    except FileNotFoundError:
        return False
    return os.path.exists(base) and os.path.exists(venv_python(venv))


def marks_in(venv: str) -> set[str]:
    """Return the names that lie in `.venv`, without the stamps when its Python is gone."""
    names = set(os.listdir(venv)) if os.path.isdir(venv) else set()
    return names if python_works(venv) else {name for name in names if not name.startswith(READY)}


def next_step(marks: set[str], held: list[str]) -> str:
    """Return what is to be done before the job can start.

    Args:
        marks: the names in `.venv`.
        held: the stamps of the runtime lock, of the lock that the job needs, and between them
            of all that the latter holds.

    Returns:
        `start`, `add` (the packages that are missing to a good runtime), `make` (anew), or
        `leave` (somebody else made this `.venv`).
    """
    stamps = {name for name in marks if name.startswith(READY)}
    if {held[0], held[-1]} <= stamps:
        return "start"
    if held[0] in stamps and stamps <= set(held) and ADDING not in marks:
        return "add"
    return "make" if OWNED in marks or not marks else "leave"


# --- Making it ---


def set_up(checkout: str, venv: str, lock: str) -> None:
    """Bring `.venv` into the state that `lock` asks for, or raise a Refusal."""
    names = LOCKS[: LOCKS.index(lock) + 1]
    held = [stamp_of(os.path.join(checkout, name)) for name in names]
    step = next_step(marks_in(venv), held)
    if step == "start":
        return
    if step == "leave":
        raise Refusal(not_ours(venv))
    refuse_unfit_python()
    os.makedirs(venv, exist_ok=True)
    with open(os.path.join(venv, OWNED), "ab") as owned:
        wait_for_turn(owned.fileno())
        step = next_step(marks_in(venv), held)
        if step == "make":
            make(venv)
        if step != "start":
            install(checkout, venv, lock)
            for stamp in held:
                touch(os.path.join(venv, stamp))
            os.remove(os.path.join(venv, ADDING))
            say("准备好了。")


def refuse_unfit_python() -> None:
    """Raise a Refusal when this Python is too old or cannot make virtual environments."""
    import importlib.util
    import shutil

    version = sys.version_info[:2]
    if version < OLDEST_PYTHON:
        names = ("python3.14", "python3.13", "python3.12", "python3.11")
        raise Refusal(too_old(version, next(filter(shutil.which, names), "")))
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = venv_package(version, os.path.realpath("/usr/bin/python3"))
        raise Refusal(venv_missing(package if shutil.which("apt") else ""))


def make(venv: str) -> None:
    """Empty `.venv`, stamps first, and make a virtual environment in it."""
    import shutil

    names = sorted(os.listdir(venv), key=lambda name: not name.startswith(READY))
    names.remove(OWNED)
    say("运行环境已过时或不完整，正在重新建立……" if names else "首次运行，正在建立运行环境……")
    for path in (os.path.join(venv, name) for name in names):
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    if call([sys.executable, "-m", "venv", venv]):
        raise Refusal("运行环境没有建成，原因见上。改正后请重新运行。")


def install(checkout: str, venv: str, lock: str) -> None:
    """Install what `lock` pins; a pip that fails before it has changed anything leaves no mark."""
    wheels = wheels_in(checkout)
    say(f"正在从 {wheels} 安装组件……" if wheels else "正在下载并安装组件，约需一分钟……")
    touch(os.path.join(venv, ADDING))
    before = count_files(venv)
    if call(pip_command(venv_python(venv), os.path.join(checkout, lock), wheels)):
        if count_files(venv) == before:
            os.remove(os.path.join(venv, ADDING))
        raise Refusal(not_installed(lock, wheels))
    if hasattr(os, "sync"):
        os.sync()  # After a power cut the stamp must not outlive the packages.


def wheels_in(checkout: str) -> str:
    """Return the folder of downloaded packages, or an empty text where there is none."""
    folder = os.path.join(checkout, "wheels")
    return folder if os.path.isdir(folder) else ""


def pip_command(python: str, lock: str, wheels: str) -> list[str]:
    """Return pip's command line; with a folder of wheels it asks no network."""
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-input", "--require-hashes", "--only-binary=:all:", "-r", lock]
    return [*command, "--no-index", "--find-links", wheels] if wheels else command


def call(command: list[str]) -> int:
    """Run a tool and return its status; all that it says goes to the error stream."""
    import subprocess

    environment = tool_environment(dict(os.environ))
    return subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def wait_for_turn(descriptor: int) -> None:
    """Wait while another window is setting up."""
    import time

    if take_turn(descriptor):
        return
    say("另一个窗口正在准备运行环境，请稍候……")
    while not take_turn(descriptor):
        time.sleep(0.5)


def take_turn(descriptor: int) -> bool:
    """Lock an open file if nobody else has; the system ends a lock with its process."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def count_files(folder: str) -> int:
    """Return how many files lie in a folder and below it."""
    return sum(len(files) for _, _, files in os.walk(folder))


def touch(path: str) -> None:
    """Create an empty file."""
    with open(path, "wb"):
        pass


# --- What the clerk is told ---


def too_old(version: tuple[int, ...], newer: str) -> str:
    """Return what to do with an old Python; `newer` is a fitting command here, or empty."""
    sentence = "本程序需要 Python {}.{} 或更新的版本，现在用的是 {}.{}。".format(
        *OLDEST_PYTHON, *version
    )
    return sentence + (f"请改用：\n    {newer} run.py" if newer else "请安装后再运行。")


def venv_package(version: tuple[int, ...], system_python: str) -> str:
    """Return Debian's package of `venv`; the plain name serves the system's own python3 alone."""
    name = "python{}.{}".format(*version)
    return "python3-venv" if os.path.basename(system_python) == name else f"{name}-venv"


def venv_missing(package: str) -> str:
    """Return what to do where Python came without `venv`; without apt `package` is empty."""
    hint = (
        f"执行下面一行：\n    sudo apt install {package}" if package else "用系统的软件管理器安装。"
    )
    return f"这台电脑的 Python 缺少 venv 组件，装好后请重新运行。请{hint}"


def not_installed(lock: str, wheels: str) -> str:
    """Return what to do after pip has failed; its own words stand above."""
    reason = "wheels 文件夹里可能缺少组件。" if wheels else "如果是因为不能上网："
    return (
        f"组件没有装上，原因见上。{reason}请在能上网的电脑上、在本文件夹中执行\n"
        f"    python3 -m pip download --require-hashes -r {lock} -d wheels\n"
        "再把得到的 wheels 文件夹放到这里，重新运行。"
    )


def not_ours(venv: str) -> str:
    """Return what to do with a `.venv` that somebody else made."""
    return f"{venv} 不是由 run.py 建立的，没有改动它。请把它改名或删除，再重新运行。"


def not_accessible(error: OSError) -> str:
    """Return what to do when a file cannot be read or written."""
    return (
        f"无法读写 {error.filename}：{error.strerror}。\n"
        "如果程序开在另一个窗口里，请先关闭它；如果本文件夹不可写，"
        "请把它整个复制到可写的位置（例如“文档”）再运行。"
    )


def say(sentence: str) -> None:
    """Tell the clerk; standard output is left to the program."""
    print(sentence, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Set up where needed and run what the command line asks for; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    checkout = os.path.dirname(os.path.realpath(__file__))
    venv = os.path.join(checkout, ".venv")
    module, rest, lock = job_of(arguments)
    try:
        set_up(checkout, venv, lock)
        if lock == DEV_LOCK:
            os.chdir(checkout)  # pytest finds its settings from here.
        # -P keeps files of the caller's folder from posing as modules.
        command = [venv_python(venv), "-P", "-m", module, *rest]
        return start(command, job_environment(dict(os.environ), checkout, lock))
    except Refusal as refusal:
        say(str(refusal))
    except OSError as error:
        say(not_accessible(error))
    except KeyboardInterrupt:
        say("已中断。下次运行时会重新准备。")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
