"""How things look: weights first, colours of the terminal's own second, so that it reads without any colour."""

from rich.style import Style

PLAIN = Style()
DIM = Style(dim=True)
BOLD = Style(bold=True)
CURSOR = Style(bold=True, color="cyan")
MARK = Style(bold=True, color="magenta")
WHO = Style(color="cyan")
REMARK = Style(italic=True, color="yellow")
HIT = Style(reverse=True)
SELECTED = Style(reverse=True)
CONTENT = Style(bold=True)
SOURCE = Style(underline=True)
GAP = Style(italic=True, color="magenta")
CUE = Style(italic=True, underline=True)
HEADING = Style(bold=True)
HEADING_FOCUSED = Style(bold=True, reverse=True)
RULE = Style(dim=True)
BORDER = Style(color="bright_black")
ERROR = Style(bold=True, color="red")
KEY = Style(bold=True)
