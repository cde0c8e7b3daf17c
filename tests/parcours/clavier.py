"""A keyboard and nothing else: every press counted, the focus found by looking, never given."""

from playwright.sync_api import Page, expect

DECISION = "[data-decision] input[type=radio]"
# More tabs than that, and nobody would call the screen usable.
TABULATIONS_AU_PLUS = 200


class Clavier:
    """Someone who moderates without a mouse. `touches`: how many keys were pressed so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.touches = 0

    def presser(self, *touches: str) -> None:
        """Press keys, one after the other."""
        for touche in touches:
            self.page.keyboard.press(touche)
            self.touches += 1

    def est_sur(self, selecteur: str) -> bool:
        """Whether the focus is on such an element."""
        return bool(self.page.evaluate("(s) => document.activeElement.matches(s)", selecteur))

    def aller(self, selecteur: str) -> None:
        """Go by Tab to the first such element, over the menu by the link made for it."""
        for _ in range(TABULATIONS_AU_PLUS):
            self.presser("Tab")
            if self.est_sur(selecteur):
                return
            if self.est_sur(".skiplink"):
                self.presser("Enter")
                # The link moves the focus a moment later: going on before would have it stolen from what comes next.
                expect(self.page.locator(".skiplink:focus")).to_have_count(0)
        raise AssertionError(f"la tabulation ne mène pas à {selecteur}")

    def envoyer(self) -> None:
        """Press Enter on what leads to another page, and wait for that page."""
        # Not `expect_navigation`: the link over the menu moves to an anchor, which counts as one.
        self.page.evaluate("document.documentElement.dataset.quittee = ''")
        self.presser("Enter")
        # The new document is there, then its scripts have run: a key pressed before would do nothing, and each next
        # one would miss by one.
        expect(self.page.locator("html:not([data-quittee])")).to_have_count(1)
        self.page.wait_for_load_state()

    def prendre_la_suite(self) -> None:
        """Take the next texts, from the screen of the series."""
        self.aller("form[action$='/serie/prendre/'] button")
        self.envoyer()
        expect(self.page.locator(".paroles-fiche-serie").first).to_be_visible()

    def decider(self, touches: dict[str, str]) -> None:
        """Decide of each passage of the series, and send.

        `touches`: the key for a passage, « r » when it is not there; one that is kept is a common word.
        """
        for passage in self.page.locator("[data-decision] legend strong").all_inner_texts():
            if not self.est_sur(DECISION):
                self.aller(DECISION)
            assert passage == self.page.locator("[data-decision]:focus-within legend strong").inner_text()
            touche = next((touche for mots, touche in touches.items() if f"«\u00a0{mots}\u00a0»" in passage), "r")
            self.presser(touche)
            if touche == "g":
                self.presser("ArrowDown", "Tab")
        if not self.est_sur("input[type=radio], input[type=checkbox]"):
            self.aller("input[type=checkbox]")
        self.envoyer()
