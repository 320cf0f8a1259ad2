"""SVG pictures as PNG and PDF, drawn without a browser: the door to typst.

The letters are those of DejaVu Sans, which matplotlib brings, whatever fonts a machine has:
the same picture has the same bytes, and letters of many scripts are there.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from geoincidents.errors import PictureError

_SHEET = b"""#set page(width: auto, height: auto, margin: 0pt)
#set document(title: sys.inputs.title, date: none)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
"""
_POINTS_PER_INCH = 72
_FONTS = Path("mpl-data", "fonts", "ttf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Images:
    """A picture for pages that show no SVG, and for print."""

    png: bytes
    pdf: bytes


def require() -> None:
    """Raise `PictureError` unless the extra `images` is installed; nothing is loaded."""
    if importlib.util.find_spec("typst") is None:
        raise PictureError(_MISSING)
    fonts()


def draw(svg: str, *, title: str, alt: str, times: float = 2.0) -> Images:
    """Return a picture as PNG, so many pixels a pixel of the SVG, and as tagged PDF.

    Raises
    ------
    PictureError
        If the extra `images` is not installed, or the picture cannot be drawn.
    """
    try:
        import typst  # noqa: PLC0415 - only bundles need it
    except ImportError as error:
        raise PictureError(_MISSING) from error
    inputs = {"svg": svg, "title": title, "alt": alt}
    # An SVG's pixel is three quarters of a point.
    ppi = times * _POINTS_PER_INCH * 4 / 3
    try:
        world = typst.Fonts(include_system_fonts=False, font_paths=[fonts()])
        png = typst.compile(_SHEET, font_paths=world, sys_inputs=inputs, format="png", ppi=ppi)
        pdf = typst.compile(_SHEET, font_paths=world, sys_inputs=inputs, format="pdf")
    except RuntimeError as error:
        raise PictureError(f"a picture cannot be drawn: {error}") from error
    return Images(png=png, pdf=pdf)


def fonts() -> Path:
    """Return the folder of the fonts.

    Raises
    ------
    PictureError
        If the extra `images` is not installed.
    """
    found = importlib.util.find_spec("matplotlib")  # without loading it: that takes long
    if found is None or found.origin is None:
        raise PictureError(_MISSING)
    return Path(found.origin).parent / _FONTS


_MISSING = "PNG and PDF need the extra `images`: pip install 'geoincidents[images]'"
