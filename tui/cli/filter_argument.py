"""The FILTER of a command: all the words that are no options, also those that begin with one dash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import click

from tui.cli.output import say

if TYPE_CHECKING:
    from store.query import Query

F = TypeVar("F", bound=Callable[..., Any])


class FilterCommand(click.Command):
    """A command with a FILTER, in which `-actor:Russia` is a term; an unknown `--option` is still refused.

    There are long options only, so that nothing that begins with one dash can be one.
    """

    arguments = "filter"
    """What all is after `--`."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **settings)
        self.context_settings["ignore_unknown_options"] = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # Told before click looks at the arguments, among which it puts the options that it doesn't know.
        arguments, _, _ = self.make_parser(ctx).parse_args(list(args))
        for param in self.params:
            if isinstance(param, click.Argument) and not ctx.resilient_parsing:
                self._refuse_options(ctx, arguments.get(param.name or ""), after_dashes="--" in args)
        return super().parse_args(ctx, args)

    def _refuse_options(self, ctx: click.Context, found: object, *, after_dashes: bool) -> None:
        tokens = found if isinstance(found, tuple | list) else [found]
        for token in filter(_is_option, tokens):
            known = [name for param in self.get_params(ctx) for name in param.opts if _is_option(name)]
            name = token.partition("=")[0]
            if after_dashes and name in known:
                raise click.UsageError(
                    f"{name} stands after --, where all is {self.arguments}: options go before --.", ctx
                )
            raise click.NoSuchOption(name, possibilities=known, ctx=ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Filter"):
            formatter.write_text(
                "Terms side by side must all hold; OR between them; - before one for what it is not; ( ) to group. A "
                'term is a word, a "phrase" or field:value; field:none is for what has no value.'
            )
            formatter.write_paragraph()
            formatter.write_dl(list(_fields()))


def remark_on_marks(query: Query) -> None:
    """Says of a filter that asks for marks that it does so in vain: they are the browser's alone."""
    from store.query import All, Condition

    if any(query.replacing(Condition("is", "marked", quoted), All()) != query for quoted in (False, True)):
        say("Marks live in the browser alone: here no record is marked.")


def _is_option(token: object) -> TypeGuard[str]:
    return isinstance(token, str) and token.startswith("--")


def _fields() -> Iterator[tuple[str, str]]:
    from store.query import FIELDS

    yield from ((field.example, field.description) for field in FIELDS.values())


def _completed(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Fields and their closed values; not in bash, which takes a word apart at its colons."""
    from store.query import FIELDS

    if os.environ.get("_SAYSO_COMPLETE", "").startswith("bash"):
        return []
    name, colon, begun = incomplete.partition(":")
    if not colon:
        return [f"{field}:" for field in FIELDS if field.startswith(name)]
    values = FIELDS[name].values if name in FIELDS else ()
    return [f"{name}:{value}" for value in values if value.startswith(begun)]


def filter_argument(command: F) -> F:
    """Gives the command `filter_text`: its words joined by spaces, "" where there are none."""
    joined = click.argument(
        "filter_text",
        metavar="[FILTER]...",
        nargs=-1,
        callback=lambda _ctx, _param, words: " ".join(words),
        shell_complete=_completed,
    )
    return joined(command)
