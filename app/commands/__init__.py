"""The `ownpace` command line; a command's module is loaded when it is called, and not before."""

from importlib import import_module

import click

# So `doctor` runs when the application cannot, and a start waits for nothing that it does not need.
PLACES = {
    "serve": ("app.commands.serve", "Serve the pages until stopped."),
    "migrate": ("app.commands.migrate", "Bring the database up to date."),
    "sample": ("app.commands.sample", "Load the sample pools."),
    "doctor": ("app.commands.doctor", "Say what is wrong, and how to mend it."),
    "pool": ("app.commands.pool", "Check, import, run and export pools."),
    "cards": ("app.commands.cards", "Print cards for a partner to hand out."),
    "problem": ("app.commands.problem", "Read and answer what is in people's way on this site."),
    "backup": ("app.commands.backup", "Write everything into one file, while serving."),
    "restore": ("app.commands.backup", "Bring everything back from such a file."),
}


class LazyGroup(click.Group):
    """Commands by name, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of their use."""
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in PLACES:
            return None
        command: click.Command = getattr(import_module(PLACES[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, does) for name, (_, does) in PLACES.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Deal small tasks to people at their own pace."""
