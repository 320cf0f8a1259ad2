"""`python -m geoincidents` is the command."""

import sys

INTERRUPTED = 130  # as shells count it: 128 and the number of the signal


def main() -> None:
    """Run the command; an interrupt ends it quietly from its first moment on."""
    try:
        from geoincidents import cli  # noqa: PLC0415 - it takes most of a short run's time

        cli.main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
