"""A browser for the tests: the one that is installed, else Debian's package, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from environment import failing_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""The one without windows first: it opens a page in a fifth of the time."""
PACKAGES = ("chromium-headless-shell", "chromium")
"""Those of Debian; older ones lack the first."""
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def browser(python: Path) -> Path | None:
    """Find a Chrome or Chromium that starts, or fetch one; None when there is none to be had."""
    return installed() or from_debian() or from_playwright(python)


def installed(environ: Mapping[str, str] = os.environ, places: Iterable[str] = PLACES) -> Path | None:
    """The browser that `CHROMIUM` names, else one on the search path, else one in its usual place."""
    on_path = (shutil.which(name, path=environ.get("PATH", "")) for name in NAMES)
    candidates = (environ.get("CHROMIUM"), *on_path, *places)
    return next((Path(found) for found in candidates if found and starts(Path(found))), None)


def starts(program: Path) -> bool:
    """Whether `program` runs: Ubuntu's `chromium-browser` only says what else to install."""
    if not program.is_file():
        return False
    if sys.platform == "win32":  # there `--version` opens a window
        return True
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def from_debian() -> Path | None:
    """Install one of Debian's packages, which only root can."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    print("Ik installeer Chromium met apt-get, voor de browsertests.", flush=True)
    failing_output(["apt-get", "-qq", "update"])
    apt = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends"]
    commands = ([*apt, package] for package in PACKAGES)
    done = any(failing_output(command, DEBIAN_FRONTEND="noninteractive") is None for command in commands)
    return installed() if done else None


def from_playwright(python: Path) -> Path | None:
    """Let Playwright fetch its own Chromium into the user's cache."""
    print("Ik haal Chromium op met Playwright, voor de browsertests.", flush=True)
    if failing_output([str(python), "-m", "playwright", "install", "chromium"]):
        return None
    done = subprocess.run([python, "-c", PLAYWRIGHT_PATH], capture_output=True, text=True, check=False)
    program = Path(done.stdout.strip())
    return program if starts(program) else None
