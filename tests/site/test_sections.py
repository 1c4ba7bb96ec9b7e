"""The sections of a page for the theme's search: the same as the theme's own parser finds."""

from __future__ import annotations

from typing import Any

import pytest
from material.plugins.search.plugin import Parser

from ketenhandboek.site.search.sections import sections

HEADED = '<h1 id="a">A<a class="headerlink" href="#a" title="x">&para;</a></h1>'
PAGES = {
    "empty": "",
    "only text": "tekst &amp; <b>meer</b>",
    "a heading with text": f"{HEADED}<p>Een &lt;woord&gt;\nen  nog <code>een</code>.</p>",
    "sections": f'{HEADED}<p>een</p><h2 id="b">B <em>b</em></h2><p>twee</p><h3>zonder id</h3><p>drie</p>',
    "no h1": '<p>voor</p><h2 id="b">B</h2><p>na</p>',
    "h2 first": '<h2 id="b">B</h2><p>na</p>',
    "a heading inside": f'{HEADED}<div><h2 id="b">B</h2><p>in</p></div><p>erna</p>',
    "lists": f"{HEADED}<ul>\n<li>een</li>\n<li></li>\n<li><p>twee</p></li>\n</ul><ol><li> </li></ol>",
    "code": f"{HEADED}<pre><span></span><code>een\n  twee\n\n</code></pre> \n <p>\n</p>",
    "void elements": f"{HEADED}<p>een<br>twee<br/>drie<img src='x>y' alt=\"a > b\"></p>",
    "a drawing": f'{HEADED}<svg><g id="x"><title>T</title><path d="M0"/><text>t</text></g></svg>',
    "scripts": f"{HEADED}<script>if (a<b) x('<p>')</script><style>p {{}}</style><object><p>o</p></object>na",
    "comments": f"{HEADED}<!-- <p>weg</p> --><p>blijft</p>",
    "hidden": f"{HEADED}<div data-search-exclude><p>weg</p><div>ook</div>nog</div><p>blijft</p>",
    "a hidden section": f'{HEADED}<h2 id="b" data-search-exclude>B</h2><p>weg</p><h2 id="c">C</h2>c',
    "line numbers": f'{HEADED}<table><tr><td><div class="linenodiv"><pre>1</pre></div></td></tr></table>',
    "ends without a beginning": f"{HEADED}</p><p>een</div></p></b>",
    "capitals": f"{HEADED}<P>een</P><Ul><LI>twee</li></uL>",
    "loose signs": f"{HEADED}<p>1 < 2 > 0 & &euro;</p>",
    "a title with a list": '<h1 id="a"><ul><li>A</li></ul></h1>',
    "tables": f"{HEADED}<table><thead><tr><th>K</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>",
}


def told(found: list[Any]) -> list[tuple[object, ...]]:
    return [
        (part.id, part.el.tag, "".join(part.title), "".join(part.text), part.is_excluded()) for part in found
    ]


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_sections_are_those_of_the_theme(html: str) -> None:
    parser = Parser()
    parser.feed(html)
    parser.close()
    assert told(sections(html)) == told(parser.data)
