"""Takes each guard out, in a copy of the source, and shows which test notices; one that nobody misses is a defect.

python -m trust.mutations [WORD]...   those guards only in whose name a word stands
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from trust.guards import GUARDS, Guard
from trust.process import ROOT

FOLDERS = ("bot", "content", "storage", "tests", "trust", "docs")
FILES = ("pyproject.toml", "README.md", "Makefile", ".env.example")
PATIENCE_SECONDS = 600


def copied(folder: Path) -> Path:
    """The source once more, to be spoilt."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def noticed_by(guard: Guard, source: Path) -> str:
    """The first test that fails without this guard, and only without it; nothing when all are content."""
    file = source / guard.file
    whole = file.read_text()
    if whole.count(guard.code) != 1:
        raise LookupError(f"{guard.name}: it stands {whole.count(guard.code)} times in {guard.file}")
    file.write_text(whole.replace(guard.code, guard.without))
    try:
        failed = _first_failure(source, [*guard.tests, *([] if guard.postgres else ["-k", "not postgresql"])])
    finally:
        file.write_text(whole)
    if "::" in failed and _first_failure(source, (failed,)):
        return f"fails with it, too: {failed}"
    return failed


def _first_failure(source: Path, tests: Sequence[str]) -> str:
    """`tests` are arguments of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", f"--basetemp={folder}/pytest"]
        try:
            done = subprocess.run(  # noqa: S603 # our own command
                [sys.executable, "-m", "pytest", *arguments, *tests],
                cwd=source,
                env=os.environ | {"PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return "the tests do not end"
    if done.returncode == 0:
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" ", 1)[1].split(" - ")[0] if failed else done.stdout[-200:]


def main(words: list[str]) -> bool:
    """Prints the table; whether every guard is missed when it is gone."""
    guards = [guard for guard in GUARDS if not words or any(word in guard.name for word in words)]
    start, unnoticed = time.monotonic(), 0
    sys.stdout.write(f"{'guard taken out':62}noticed by\n")
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        source = copied(Path(folder))
        for guard in guards:
            failed = noticed_by(guard, source)
            unnoticed += not failed or failed.startswith("fails with it")
            sys.stdout.write(f"{guard.name:62}{failed or 'NOBODY'}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(guards)} guards, {unnoticed} missed by nobody; {time.monotonic() - start:.0f} s\n")
    return unnoticed == 0


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
