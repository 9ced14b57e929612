"""Somebody without a mouse: Tab from the top of a page, Enter, the space bar, and letters."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# More than any page of ours asks for.
MOST_TABS = 300
IS_REACHED = "element => element === document.activeElement"


@dataclass(frozen=True)
class Keyboard:
    page: Page

    def reach(self, target: Locator) -> None:
        """By Tab alone; what can't be reached so is a fault."""
        for _ in range(MOST_TABS):
            if target.evaluate(IS_REACHED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} can't be reached by keyboard on {self.page.url}")

    def follow(self, name: str) -> None:
        self.press(self.page.get_by_role("link", name=name))

    def push(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def press(self, target: Locator) -> None:
        """Enter, and wait for the page that it leads to."""
        self.reach(target.first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self.reach(self.page.get_by_label(label).first)
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        self.reach(self.page.get_by_label(label).first)
        self.page.keyboard.press("Space")
