"""`sayso merge`: two actors that are one, and how they are parted again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.opening import opened_to_write, told
from tui.cli.output import put, say

if TYPE_CHECKING:
    from store.records import Records


@click.command("merge")
@click.argument("actor", metavar="ACTOR")
@click.argument("into", metavar="[INTO]", required=False)
@click.option("--undo", is_flag=True, help="Part ACTOR from whom it was merged into, as in: sayso merge ac-7k2m --undo")
@click.pass_obj
def command(archive: Path | None, actor: str, into: str | None, undo: bool) -> int:
    """Tell that ACTOR is the same as INTO, by which name both are shown from then on. No record is deleted.

    Each is an id, or the whole name where no other actor has it. What ACTOR said and was blamed for counts for INTO,
    and it is still found by its own names. An anonymous or collective actor is never merged with one of another report.

    \b
    Examples:
      sayso merge 'pro-government militias' 'Iran-affiliated Shia militias'
      sayso merge ac-7k2m ac-9w3x
      sayso merge ac-7k2m --undo
    """
    from store.editing.merge_actors import merged, unmerged
    from store.editing.save import save

    if undo == (into is not None):
        raise click.UsageError("Name two actors, or one and --undo.")
    chosen = opened_to_write(archive)
    records = chosen.records
    before = records.actors[_meant(records, actor)]
    after = unmerged(records, before.id) if into is None else merged(records, before.id, _meant(records, into))
    if after == before:
        say(f"Nothing to change: {before.name} counts for {records.actor_name(before.id)} already.")
        return 0
    what = f"merge of {before.id} into {after.merged_into}" if into else f"parting of {before.id}"
    save(chosen, before, after, what)
    put(f"{before.id} merged_into: {before.merged_into or 'none'} -> {after.merged_into or 'none'}\n")
    done = f"counts for {records.actor_name(after.merged_into)} now" if after.merged_into else "stands by itself again"
    say(f"{before.name} {done}{told(chosen) and ', in the sample archive'}.")
    target = records.actor(after.merged_into or "")
    if target is not None and target.kind != before.kind:
        kinds = f"{before.name}: {before.kind}; {target.name}: {target.kind}"
        say(f"Their kinds differ ({kinds}). To part them: sayso merge {before.id} --undo")
    return 0


def _meant(records: Records, text: str) -> str:
    """The actor's own id, also of one that is merged into another. Raises EditError."""
    from store.editing.cast import cast_of
    from store.editing.notation import MisreadError
    from store.errors import EditError

    try:
        return cast_of(records).called(text)
    except MisreadError as error:
        raise EditError("actor", str(error)) from None
