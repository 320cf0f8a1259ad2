"""`python -m geoincidents` is the command."""

from geoincidents.cli import main

main()
