"""The words before the command: `--archive`, and options of browse, which need no command."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import click

ARCHIVE, BROWSE = "--archive", "browse"


def options_first(args: Sequence[str]) -> bool:
    """Whether another option than `--archive` stands before any command."""
    at = 0
    while at < len(args) and args[at].partition("=")[0] == ARCHIVE:
        at += 1 if "=" in args[at] else 2
    return args[at : at + 1] != [] and args[at].startswith("--")


def arranged(args: Sequence[str], browse: click.Command, commands: Collection[str]) -> list[str]:
    """The words as click takes them: `--archive` first, then the command, and what is of browse after that.

    Raises UsageError where options of browse stand before another command.
    """
    of_browse = {name: param for param in browse.params for name in param.opts}
    archive, own, at = list[str](), list[str](), 0
    while at < len(args):
        name, equals, _ = args[at].partition("=")
        if name != ARCHIVE and name not in of_browse:
            break
        alone = equals or (name in of_browse and getattr(of_browse[name], "is_flag", False))
        end = at + (1 if alone else 2)
        (archive if name == ARCHIVE else own).extend(args[at:end])
        at = end
    rest = list(args[at:])
    if not own:
        return list(args)
    if rest and rest[0] in commands and rest[0] != BROWSE:
        raise click.UsageError(_belongs(own[0].partition("=")[0], rest[0]))
    return [*archive, BROWSE, *own, *(rest[1:] if rest[:1] == [BROWSE] else rest)]


def _belongs(option: str, command: str) -> str:
    return (
        f"{option} before a command is an option of the browser: sayso {option} …, or sayso browse {option} … "
        f"What {command} takes stands after it: sayso {command} --help"
    )
