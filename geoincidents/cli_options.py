"""What the commands share: exit codes and options."""

from __future__ import annotations

from pathlib import Path

import click

DONE, FAILED, INVALID, SKIPPED, INTERRUPTED = 0, 1, 2, 3, 130
FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)
PACKS = click.option(
    "--pack",
    "packs",
    multiple=True,
    type=FOLDER,
    help="A folder of places, parties and borders, instead of those of the program.",
)
WORLD = click.option(
    "--world",
    is_flag=True,
    help="Look up names that the packs lack among the world's settlements. Makes an index "
    "once; needs: pip install 'geoincidents[world]'.",
)
