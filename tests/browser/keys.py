"""A person who uses the keyboard alone."""

from datetime import date

from playwright.sync_api import Locator, Page

MOST_TABS = 500


class Keys:
    """Moves through a page with Tab, presses with Enter or Space, types. Never points."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        for _tab in range(MOST_TABS):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard never reaches {target}")

    def press(self, name: str, *, role: str = "button", nth: int = 0) -> None:
        """Go to a button or a link and press it; wait for the page that it leads to."""
        self.reach(self.page.get_by_role(role, name=name, exact=False).nth(nth))  # type: ignore[arg-type]
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, name: str, *, nth: int = 0) -> None:
        """Go to a link and press it."""
        self.press(name, role="link", nth=nth)

    def write(self, label: str, words: str, *, nth: int = 0) -> None:
        """Go to a field and type."""
        self.reach(self.page.get_by_label(label).nth(nth))
        self.page.keyboard.type(words)

    def choose(self, label: str) -> None:
        """Go to a group of choices and move to one of them."""
        target = self.page.get_by_role("radio", name=label).first
        group = self.page.locator(f'input[type=radio][name="{target.get_attribute("name")}"]')
        for _tab in range(MOST_TABS):
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                break
            self.page.keyboard.press("Tab")
        for _arrow in range(group.count() + 1):
            if target.is_checked():
                return
            focused = target.evaluate("one => one === document.activeElement")
            self.page.keyboard.press("Space" if focused else "ArrowDown")
        raise AssertionError(f"the keyboard can't choose {label}")

    def tick(self, label: str) -> None:
        """Go to a box and tick it."""
        self.reach(self.page.get_by_role("checkbox", name=label))
        self.page.keyboard.press("Space")

    def pick(self, label: str, choice: str, *, nth: int = 0) -> None:
        """Go to a list and pick from it by typing how the choice begins."""
        self.reach(self.page.get_by_label(label).nth(nth))
        self.page.keyboard.type(choice)

    def date(self, label: str, day: date) -> None:
        """Go to a field for a day and type it, in the order in which this browser wants its parts."""
        target = self.page.get_by_label(label)
        self.reach(target)
        for order in ("%d%m%Y", "%m%d%Y"):
            for _part in range(3):
                self.page.keyboard.press("ArrowLeft")
            self.page.keyboard.type(day.strftime(order))
            if target.input_value() == day.isoformat():
                return
        raise AssertionError(f"the keyboard can't write a day into {label}")
