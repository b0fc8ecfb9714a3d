"""`sayso completion`: the script by which a shell completes commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tui.cli.output import put


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and their values in your shell.

    \b
    Examples:
      echo 'eval "$(sayso completion bash)"' >> ~/.bashrc
      echo 'eval "$(sayso completion zsh)"' >> ~/.zshrc
      sayso completion fish > ~/.config/fish/completions/sayso.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    put(kind(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source() + "\n")
