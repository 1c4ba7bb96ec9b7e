"""Rendered pages kept between builds: nothing is rendered twice, and nothing old is shown."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config import load_config
from mkdocs.theme import Theme

from ketenhandboek.site.mkdocs import run
from ketenhandboek.site.rendering.frames import OUR_THEME
from ketenhandboek.site.rendering.shown import hide_hidden

if TYPE_CHECKING:
    from pathlib import Path

START = "# Start\n\nZie [Bereik](bereik.md#nacht) en [Over](over.md).\n"
REACH = "# Bereik\n\n## Nacht\n\nBel.\n"
CONTENTS = "{% for item in page.toc %}<b>{{ item.title }}</b>{% endfor %}"
BARE = "<title>{{ page.title }}</title>" + CONTENTS + "{{ page.content }}"
NO_ANCHOR = "In 'index.md' gaat de link 'bereik.md#nacht' naar een kop die niet bestaat."
NO_PAGE = "In 'index.md' gaat de link 'over.md' naar een pagina die niet bestaat."


class Project:
    """Three pages in a bare theme."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.settings: dict[str, Any] = {"markdown_extensions": ["toc"]}
        self.write("thema/main.html", BARE)
        self.write("docs/index.md", START)
        self.write("docs/bereik.md", REACH)
        self.write("docs/over.md", "# Over\n")

    def write(self, path: str, text: str) -> None:
        (self.home / path).parent.mkdir(exist_ok=True)
        (self.home / path).write_text(text, "utf-8")

    def build(self) -> tuple[str, ...]:
        """Build the site; what it warned of."""
        own = {"site_name": "x", "theme": {"name": None, "custom_dir": "thema"}, "plugins": []}
        checked = {"links": {"anchors": "warn"}}
        self.write("mkdocs.yml", json.dumps({**own, "validation": checked, **self.settings}))
        values = load_config(str(self.home / "mkdocs.yml"))
        return run(values, self.home / "docs", self.home / "site", self.home / "bewaard", {})

    def page(self, address: str = "") -> str:
        return (self.home / "site" / address / "index.html").read_text("utf-8")

    def mark_kept(self) -> None:
        """Change what is kept, so that it shows where it is used."""
        for path in (self.home / "bewaard/inhoud").iterdir():
            path.write_text(path.read_text("utf-8").replace('"html": "', '"html": "BEWAARD '), "utf-8")

    def kept(self) -> set[str]:
        """The addresses of the pages that were not rendered again."""
        return {address for address in ("", "bereik", "over") if "BEWAARD" in self.page(address)}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was built once, without a warning."""
    project = Project(tmp_path)
    assert project.build() == ()
    return project


def test_a_kept_page_is_what_it_was(project: Project) -> None:
    before = project.page()
    assert "<title>Start</title><b>Start</b><h1" in before
    assert project.build() == ()
    assert project.page() == before


def test_only_a_changed_page_is_rendered_again(project: Project) -> None:
    project.mark_kept()
    project.write("docs/over.md", "# Over\n\nAltijd.\n")
    project.build()
    assert project.kept() == {"", "bereik"}
    assert "Altijd." in project.page("over")


def test_of_a_changed_page_only_what_changed_is_rendered_again(project: Project) -> None:
    project.mark_kept()
    project.write("docs/bereik.md", REACH + "Altijd.\n")
    project.build()
    assert project.kept() == {"", "bereik", "over"}
    assert "BEWAARD <h1" in project.page("bereik")
    assert "Altijd." in project.page("bereik")


def test_with_an_extension_that_may_count_through_a_page_is_rendered_in_whole(project: Project) -> None:
    project.settings["markdown_extensions"] = ["toc", "pymdownx.tabbed"]
    project.build()
    project.mark_kept()
    project.write("docs/bereik.md", REACH + "Altijd.\n")
    project.build()
    assert project.kept() == {"", "over"}


def test_other_settings_render_every_page_again(project: Project) -> None:
    project.mark_kept()
    project.settings["markdown_extensions"] = [{"toc": {"permalink": True}}]
    project.build()
    assert project.kept() == set()
    assert "headerlink" in project.page()


def test_a_changed_template_shows_at_once(project: Project) -> None:
    project.write("thema/main.html", BARE.replace("<title>", "<title>Nieuw: "))
    project.build()
    assert "<title>Nieuw: Start</title>" in project.page()


def test_other_addresses_render_again_what_links_to_them(project: Project) -> None:
    project.mark_kept()
    project.write("docs/over/index.md", "# Over\n")
    (project.home / "docs" / "over.md").rename(project.home / "docs" / "anders.md")
    assert project.build() == (NO_PAGE,)


def test_a_kept_page_still_answers_for_its_anchors(project: Project) -> None:
    project.mark_kept()
    project.write("docs/bereik.md", "# Bereik\n\n## Dag\n")
    assert project.build() == (NO_ANCHOR,)
    assert "" in project.kept()


def test_what_mkdocs_complains_of_it_complains_of_again(project: Project) -> None:
    (project.home / "docs" / "over.md").unlink()
    assert [project.build() for _ in range(2)] == [(NO_PAGE,)] * 2
    project.write("docs/over.md", "# Over\n")
    assert project.build() == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"html": "x"}'])
def test_what_is_kept_badly_is_rendered_again(project: Project, text: str) -> None:
    before = project.page()
    for path in (project.home / "bewaard/inhoud").iterdir():
        path.write_text(text, "utf-8")
    project.build()
    assert project.page() == before


def test_pages_that_include_other_files_are_not_kept(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.settings["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]
    project.settings["validation"] = {"links": {"anchors": "ignore"}}
    project.write("docs/over.md", '--8<-- "deel.txt"\n')
    for text in ("eerst", "later"):
        (tmp_path / "deel.txt").write_text(text, "utf-8")
        project.build()
        assert text in project.page("over")


def test_what_is_no_longer_used_goes_in_the_end(project: Project) -> None:
    for number in range(20):
        project.write(f"docs/over-{number}.md", f"# Over {number}\n")
        project.build()
        (project.home / f"docs/over-{number}.md").unlink()
    project.build()
    assert len(list((project.home / "bewaard/inhoud").iterdir())) == 9
    project.mark_kept()
    project.build()
    assert project.kept() == {"", "bereik", "over"}


def test_the_styles_of_the_theme_are_one_file_and_those_of_the_region_stay(project: Project) -> None:
    project.write("thema/main.html", "{% for path in config.extra_css %}<{{ path | url }}>{% endfor %}")
    for name in ("b", "a"):
        project.write(f"thema/{name}.css", f"{name} {{}}\n")
    project.write("docs/eigen.css", "eigen {}\n")
    project.settings["extra_css"] = ["b.css", "eigen.css", "a.css"]
    assert project.build() == ()
    assert project.page() == "<handboek.css><eigen.css>"
    assert (project.home / "site" / "handboek.css").read_text("utf-8") == "b {}\n\na {}\n"
    assert not (project.home / "site" / "a.css").exists()


def test_the_search_knows_the_words_of_a_page_but_not_those_in_a_drawing(project: Project) -> None:
    drawing = '<svg id="kh-x" class="kh-picture"><text>Getekend</text></svg>'
    project.settings |= {"theme": {"name": "material", "font": False}, "plugins": ["material/search"]}
    project.write("docs/over.md", f"# Over\n\n<figure>{drawing}</figure>\n\nGeschreven.\n")
    project.build()
    index = (project.home / "site/search/search_index.json").read_text("utf-8")
    assert "Getekend" in project.page("over")
    assert "Geschreven" in index
    assert "Getekend" not in index


def test_the_search_leaves_out_what_is_marked_and_takes_the_mark_away(project: Project) -> None:
    project.settings |= {"theme": {"name": "material", "font": False}, "plugins": ["material/search"]}
    project.write("docs/over.md", '# Over\n\nKetenpartners\n\n<p data-search-exclude="ja">Verborgen</p>\n')
    project.build()
    index = (project.home / "site/search/search_index.json").read_text("utf-8")
    assert "Ketenpartners" in index
    assert "Verborgen" not in index
    assert "<p>Verborgen</p>" in project.page("over")


def test_another_text_needs_no_other_frame(project: Project) -> None:
    theme = {"name": "material", "custom_dir": str(OUR_THEME), "language": "nl", "font": False}
    project.settings |= {"theme": theme, "markdown_extensions": ["toc", "tables"]}
    project.build()
    assert "kh-text" not in project.page("over"), "a page with a title alone"
    project.write("docs/over.md", "# Over\n\nWij.\n")
    project.build()
    frames = {*(project.home / "bewaard/geheel").iterdir()}
    project.write("docs/over.md", "# Over\n\n| Wie |\n|---|\n| Wij |\n")
    project.build()
    kept = project.page("over")
    assert {*(project.home / "bewaard/geheel").iterdir()} == frames
    assert '<table class="kh-table">' in kept
    project.write("docs/over.md", "# Over ons\n\n| Wie |\n|---|\n| Wij |\n")
    project.build()
    assert {*(project.home / "bewaard/geheel").iterdir()} > frames
    shutil.rmtree(project.home / "bewaard")
    project.write("docs/over.md", "# Over\n\n| Wie |\n|---|\n| Wij |\n")
    project.build()
    assert project.page("over") == kept


def test_the_files_of_the_theme_are_listed_without_its_icons() -> None:
    theme = Theme(name="material")
    known = theme.get_env().list_templates()
    hide_hidden(theme)
    env = theme.get_env()
    assert env.list_templates() == [
        path for path in known if not re.search(r"(^|/)\.", path.rpartition("/")[0])
    ]
    assert len(env.list_templates()) < len(known) / 10
    assert "<svg" in env.get_template(".icons/material/pencil.svg").render()
