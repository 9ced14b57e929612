"""What is wrong with a page, a line for each fault, and what somebody hears who listens to it."""

import json
from typing import Any

from playwright.sync_api import Page


def violations(page: Page, axe: str, *rules: str) -> list[str]:
    """What axe finds; all rules unless some are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = page.evaluate(f"axe.run({json.dumps(options)}).then(result => result.violations)")
    return [f"{page.url} {fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


def screen_violations(page: Page, axe: str) -> list[str]:
    """Of a screen of the back-office: at a desk, and in the dark on a tablet; and what the finger misses."""
    found = []
    page.evaluate(AT_ONCE)
    for size, scheme in (((1280, 900), "light"), ((768, 1024), "dark")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        found += [f"{size[0]} px, {scheme} {fault}" for fault in violations(page, axe)]
        found += [f"{size[0]} px, {scheme} {fault}" for fault in violations(page, axe, "target-size")]
    return found


# The admin's colours change slowly, and axe would see one in between.
AT_ONCE = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("* { transition: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""


def images(page: Page) -> list[tuple[str, str, int]]:
    """Each image as the accessibility tree has it: its name, its description, and how much is heard inside it."""
    wire = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in wire.send("Accessibility.getFullAXTree")["nodes"]}

    def heard(node: dict[str, Any]) -> int:
        children = [nodes[child] for child in node["childIds"] if child in nodes]
        return sum((not child["ignored"]) + heard(child) for child in children)

    return [
        (node["name"]["value"], node.get("description", {}).get("value", ""), heard(node))
        for node in nodes.values()
        if not node["ignored"] and node["role"]["value"] == "image"
    ]


def pale(page: Page) -> list[str]:
    """What axe can't tell: words in a chart below 4.5 to 1 and marks below 3 to 1, against what lies behind them."""
    found: list[str] = page.evaluate(PALE)
    return found


def collisions(page: Page) -> list[str]:
    """Words in a chart that stand over each other or stick out of the page."""
    found: list[str] = page.evaluate(COLLISIONS)
    return found


# Grid lines only help, and gaps have the colour of the page; the pale answers have their number inside.
PALE = """() => {
  const paint = element => getComputedStyle(element)
  const ground = paint(document.body).backgroundColor
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }
  const shown = selector => [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length)
  const filled = shown(".chart :is(rect, circle)").filter(one => paint(one).fill !== "none")
  const behind = text => {
    if (paint(text).stroke !== "none") return paint(text).stroke
    const box = text.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const under = filled.filter(one => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const earlier = one.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
      return earlier && left <= x && x <= right && top <= y && y <= bottom
    })
    return under.length ? paint(under.at(-1)).fill : ground
  }
  const faults = new Set()
  const ask = (element, found, least) =>
    found < least && faults.add(`${element.tagName} ${element.getAttribute("class")}: ${found.toFixed(1)}`)
  for (const text of shown(".chart text")) ask(text, ratio(paint(text).fill, behind(text)), 4.5)
  for (const mark of shown("svg:is(.plot, .row-plot, .pieces, .key, .spark) :is(rect, circle, path, line)")) {
    const { fill, stroke } = paint(mark)
    const colours = [mark.tagName === "line" ? "none" : fill, stroke].filter(colour => colour !== "none")
    if (colours.length && !mark.matches(".grid, .gap, .t0, .m1, .p1"))
      ask(mark, Math.max(...colours.map(colour => ratio(colour, ground))), 3)
  }
  return [...faults]
}"""
# The box of a word is that of its line: its letters are smaller, so a few px are no more than touching.
COLLISIONS = """() => {
  const faults = []
  for (const chart of document.querySelectorAll(".chart")) {
    const texts = [...chart.querySelectorAll("text")].filter(text => text.getClientRects().length)
    const boxes = texts.map(text => [text.textContent.trim(), text.getBoundingClientRect()])
    boxes.forEach(([words, box], nth) => {
      if (box.left < 0 || box.right > document.documentElement.clientWidth) faults.push(`${words} sticks out`)
      for (const [others, other] of boxes.slice(nth + 1)) {
        const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left)
        const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
        if (wide > 1 && high > 3) faults.push(`${words} over ${others}`)
      }
    })
  }
  return faults
}"""
