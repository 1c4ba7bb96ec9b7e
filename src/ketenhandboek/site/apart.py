"""Pages that need other headers than the rest of the site, told to each web server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Apart:
    """A folder of the site with headers in place of those of the site; `beside` are all other paths.

    Netlify and Cloudflare send what every matching rule says, so those for the rest leave the folder out.
    """

    folder: str
    headers: Mapping[str, str]
    beside: tuple[str, ...]

    @classmethod
    def of(cls, site: Path, folder: str, headers: Mapping[str, str]) -> Apart:
        """The folder in a built site."""
        return cls(folder, headers, tuple(sorted(_beside(site, site / folder, "/"))))

    def netlify(self, headers: Mapping[str, str]) -> str:
        """The headers that differ, for every path by itself."""
        shared = _netlify("/*", {name: text for name, text in headers.items() if name not in self.headers})
        usual = {name: headers[name] for name in self.headers}
        beside = "".join(_netlify(path, usual) for path in self.beside)
        return shared + beside + _netlify(f"/{self.folder}/*", self.headers)

    def apache(self) -> dict[str, str]:
        """A file in the folder itself, which goes before that of the site."""
        lines = "".join(f'  Header always set {name} "{text}"\n' for name, text in self.headers.items())
        return {f"{self.folder}/.htaccess": f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"}

    def nginx(self, headers: Mapping[str, str]) -> str:
        """A location, which repeats every header."""
        every = {**headers, **self.headers}
        lines = "".join(f'  add_header {name} "{text}" always;\n' for name, text in every.items())
        return f"location /{self.folder}/ {{\n{lines}}}\n"

    def caddy(self, headers: Mapping[str, str]) -> str:
        """Headers for the folder, and for all but the folder."""
        usual = {name: text for name, text in headers.items() if name in self.headers}
        return (
            f"@formulier path /{self.folder}/*\n@overig not path /{self.folder}/*\n"
            f"{_caddy('@formulier', self.headers)}{_caddy('@overig', usual)}"
        )


def _beside(folder: Path, apart: Path, address: str) -> Iterator[str]:
    """The address of a folder, and rules for all that it holds but the folder that stands apart."""
    yield address
    for path in folder.iterdir():
        if path in apart.parents:
            yield from _beside(path, apart, f"{address}{path.name}/")
        elif path != apart:
            yield f"{address}{path.name}/*" if path.is_dir() else f"{address}{path.name}"


def _netlify(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {text}\n" for name, text in headers.items())


def _caddy(matcher: str, headers: Mapping[str, str]) -> str:
    return (
        f"header {matcher} {{\n" + "".join(f'\t{name} "{text}"\n' for name, text in headers.items()) + "}\n"
    )
