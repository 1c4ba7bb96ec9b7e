"""What is wrong on a page, small and large, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Scheme = Literal["light", "dark"]
    Looks = tuple[tuple[int, Scheme], ...]

SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
DIAGONAL: Looks = ((320, "light"), (1280, "dark"))
"""Every rule at both widths, and every colour of both schemes: all there is in the text of a page."""
EVERY_LOOK: Looks = ((320, "light"), (320, "dark"), (1280, "dark"), (1280, "light"))
"""For the frame, of which a small screen shows other parts, in other colours, than a large one."""

# Axe reads a contrast from the colour of a text, its size and weight, and the backgrounds below it: anew for
# each cell of a long table. Of texts that are alike in all of these, the first three tell as much.
MARK = """(part) => {
  const grounds = new Map([[null, ""]]), times = new Map();
  const ground = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity].join();
      grounds.set(element, ground(element.parentElement) + (own === "rgba(0, 0, 0, 0),none,1" ? "" : own));
    }
    return grounds.get(element);
  };
  const speaks = (element) => element.checkVisibility() && (element.matches("input, select, textarea")
    || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  for (const element of document.querySelector(part).querySelectorAll("*")) {
    if (!speaks(element)) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [ground(element), color, fontSize, fontWeight, textShadow].join();
    times.set(look, (times.get(look) ?? 0) + 1);
    element.toggleAttribute("data-test-look", times.get(look) <= 3);
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-test-look]" }] });
}"""
RUN = """part => axe.run(part, {
  rules: { "target-size": { enabled: true } }, resultTypes: ["violations"]
})"""


def faults(page: Page, part: str = "main", looks: Looks = EVERY_LOOK) -> list[str]:
    """What hangs over the edge and what axe finds, in words, in each look of the page."""
    found = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]").wait_for()
        if (needed := page.evaluate("document.documentElement.scrollWidth")) != width:
            found.append(f"{needed} pixels on a screen of {width}")
        found += axe_finds(page, part)
    return found


def axe_finds(page: Page, part: str) -> list[str]:
    """What axe finds in a part of the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(MARK, part)
    found = AxeResults(page.evaluate(RUN, part))
    return [found.generate_report()] if found.violations_count else []
