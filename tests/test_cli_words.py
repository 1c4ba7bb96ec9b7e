"""The command speaks Dutch, also where click does the talking, in any terminal and on any subcommand."""

from __future__ import annotations

import errno
import gettext
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from click.testing import CliRunner

from ketenhandboek import cli
from ketenhandboek.cli.dutch import dutch
from ketenhandboek.cli.group import main
from ketenhandboek.wording import refusal

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

WORDS = Path(str(files(cli))) / "taal" / "nl" / "LC_MESSAGES"
# What only a programmer of the command meets, or a Windows console or an editor that we never open.
NOT_FOR_READERS = re.compile(
    r"declaration|defined twice|No options defined|same flag|start character|colou?r|Windows|^\{editor\}|^d$"
)
ENGLISH = re.compile(
    r"\b(usage|options|commands|error|missing|invalid|show|default|try|text|integer|path)\b", re.I
)
KETEN = [sys.executable, "-c", "from ketenhandboek.cli.group import main; main(prog_name='keten')"]


def catalogue() -> Catalog:
    with (WORDS / "messages.po").open("rb") as stream:
        return read_po(stream)


def spoken_by_click() -> list[str]:
    """The sentences in the installed click that a reader can meet."""
    found = extract_from_dir(Path(click.__file__).parent)
    texts = {text if isinstance(text, str) else text[0] for _, _, text, _, _ in found}
    return sorted(text for text in texts if not NOT_FOR_READERS.search(text))


def test_every_sentence_of_click_has_a_dutch_one() -> None:
    known = [(message.id, message.string) for message in catalogue()]
    dutch = {id_ if isinstance(id_, str) else id_[0]: said for id_, said in known}
    assert [sentence for sentence in spoken_by_click() if not dutch.get(sentence)] == []


def test_the_compiled_words_are_the_written_words() -> None:
    with (WORDS / "messages.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for message in catalogue():
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string
        elif message.id:
            one, more = message.id
            assert tuple(compiled.ngettext(one, more, number) for number in (1, 2)) == message.string


def anything() -> click.Command:
    """A command of anybody's, defined as ours are: when it is asked for."""

    @click.command("doe")
    @click.argument("getal", type=click.IntRange(1, 3))
    @click.option("--vorm", type=click.Choice(["rond", "recht"]), required=True)
    @click.option("--stil", is_flag=True)
    @click.option("--uit", type=click.Path(exists=True), show_default=True, default=".")
    def command(**_: object) -> None:
        """Doe iets."""

    return command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("1", "Deze optie ontbreekt: '--vorm'. Kies uit:\n\trond,\n\trecht"),
        ("--vorm rond", "Dit ontbreekt: 'GETAL'."),
        ("--vorm rond 1 2", "Dit is te veel: 2"),
        ("--vorm rond x", "Dit kan niet bij 'GETAL': 'x' is geen geldig getal."),
        ("--vorm rond 4", "Dit kan niet bij 'GETAL': 4 ligt niet binnen 1<=x<=3."),
        ("--vorm scheef 1", "Dit kan niet bij '--vorm': 'scheef' staat niet in deze rij: 'rond', 'recht'."),
        ("--vorm", "Achter de optie '--vorm' ontbreekt een waarde."),
        ("--stil=ja", "Achter de optie '--stil' hoort niets te staan."),
        ("--stl", "De optie '--stl' bestaat niet. Bedoelde u een van deze: '--stil', '--uit'?"),
        ("--uit weg --vorm rond 1", "Dit kan niet bij '--uit': Pad 'weg' bestaat niet."),
        ("--help", "Gebruik: doe"),
        ("--help", "[standaard: .]"),
        ("--help", "[verplicht]"),
        ("--help", "Toon deze uitleg."),
    ],
)
def test_any_command_of_click_speaks_dutch(arguments: str, said: str) -> None:
    with dutch():
        assert said in CliRunner().invoke(anything(), arguments.split()).output


def test_the_language_of_the_machine_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    with dutch():
        assert gettext.gettext("Usage:") == "Gebruik:"
    assert os.environ["LANGUAGE"] == "fr"
    assert gettext.gettext("Usage:") == "Usage:"


def every_command() -> list[str]:
    return ["", *main.list_commands(click.Context(main))] if isinstance(main, click.Group) else []


@pytest.mark.parametrize("name", every_command())
def test_no_help_of_ours_has_english_in_it(name: str) -> None:
    said = CliRunner().invoke(main, [*name.split(), "--help"]).output
    assert said.startswith("Gebruik: ")
    assert not ENGLISH.findall(re.sub(r"--?\w[\w-]*|\[[\w|]+\]|: text\]", "", said))


def test_a_command_that_does_not_exist_brings_up_the_one_that_does() -> None:
    said = CliRunner().invoke(main, ["chek"]).stderr
    assert "De opdracht 'chek' bestaat niet. Bedoelde u 'check'?" in said


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-8"])
def test_any_terminal_can_show_what_is_said(encoding: str) -> None:
    for arguments in (["explain", "ESC001"], ["check", "geen→map"], ["--help"]):
        done = subprocess.run(
            [*KETEN, *arguments],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert done.returncode == (2 if "check" in arguments else 0)
        assert b"Traceback" not in done.stderr
        assert b"programma zelf" not in done.stderr


def shell(script: str, unbuffered: str = "") -> subprocess.CompletedProcess[str]:
    """Run a line of shell, in which `$KETEN` is the command; Python may be told to write at once."""
    program = f"{sys.executable} -c 'from ketenhandboek.cli.group import main; main()'"
    return subprocess.run(
        ["bash", "-c", script.replace("$KETEN", program)],
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    done = shell("$KETEN explain ESC001 | true; $KETEN --help | head -1")
    assert (done.stdout, done.stderr) == ("Gebruik: -c [OPTIES] OPDRACHT [ARGUMENTEN]...\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("asked", ["--help", "check --help", "explain ESC001", "check data"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_in_one_sentence(asked: str, unbuffered: str) -> None:
    done = shell(f"$KETEN {asked} > /dev/full", unbuffered)
    assert (done.returncode, done.stderr) == (2, "Fout: Schrijven lukt niet: de schijf is vol.\n")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Lezen of schrijven lukt niet bij 'x.yaml': u hebt daar geen rechten voor."),
        (errno.ENOSPC, "Lezen of schrijven lukt niet bij 'x.yaml': de schijf is vol."),
        (errno.EXDEV, "Lezen of schrijven lukt niet bij 'x.yaml': de oorzaak is onbekend."),
    ],
)
def test_what_the_machine_refuses_is_told_with_the_path(number: int, said: str) -> None:
    assert refusal(OSError(number, os.strerror(number), "x.yaml")) == said
