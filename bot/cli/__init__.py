"""The command line. Exit codes: 0 fine, 1 a finding or failure, 2 wrong usage, 78 wrong configuration."""

import click

from bot.cli import appeals, convert, decks, doctor, keeping, optimise, running


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dailydeck")
def main() -> None:
    """Dailydeck, a Telegram tutor: a card a day, answers in your own words."""


for command in (
    running.run,
    running.play,
    running.migrate,
    decks.quiz,
    decks.grade_,
    decks.decks,
    convert.convert,
    appeals.appeals,
    optimise.optimise,
    doctor.doctor,
    keeping.check,
    keeping.backup,
    keeping.restore,
    keeping.move,
):
    main.add_command(command)
