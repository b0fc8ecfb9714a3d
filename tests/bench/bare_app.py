"""The least that a Textual app can cost: one line, one key that changes one digit of it. The floor of all ratios."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Textual as it comes, no setting changed."""

    BINDINGS = [("j", "count", "count")]  # noqa: RUF012

    counted = 0

    def compose(self) -> ComposeResult:
        yield Static("counted 0", id="line")

    def action_count(self) -> None:
        self.counted += 1
        self.query_one("#line", Static).update(f"counted {self.counted}")


if __name__ == "__main__":
    BareApp().run()
