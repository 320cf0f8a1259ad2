"""What a newsroom takes: the page in two forms, images, caption, credit and lines to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import webmap
from geoincidents.export import licences, manifest
from geoincidents.model import checkers
from geoincidents.newsroom import captions, images, snippets
from geoincidents.quotes import QuoteMode, allot
from geoincidents.webmap import alone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geoincidents.collection import IncidentCollection
    from geoincidents.export.manifest import Saved
    from geoincidents.webmap import Look
    from geoincidents.webmap.view import Drawn, Plain

PAGE, STRICT, IMAGE = "index.html", "strict.html", "map.png"
PLACEHOLDER = snippets.PLACEHOLDER
checked = captions.checked


def bundle(  # noqa: PLR0913 - all but one are given by name
    found: IncidentCollection,
    *,
    title: str = "",
    credit: str = "",
    url: str = "",
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    units: str = "km",
) -> dict[str, bytes]:
    """Return the files of a bundle by name; the same incidents give the same bytes.

    Parameters
    ----------
    title
        What stands on top of map and images; by default region and time, which is neutral.
    credit
        Whom the newsroom credits beside the sources of border and names.
    url
        Where the folder will lie; without it the lines to paste hold `PLACEHOLDER`.
    units
        Of converted figures, one of `wording.UNITS`.

    Raises
    ------
    PictureError
        If the extra `images` is not installed.
    """
    allowed = allot(found.readings, found.incidents, QuoteMode(quotes))
    look: Look = {"units": units, "credit": credit}
    drawn = webmap.drawn(found, allowed, **look)
    header = drawn.header(title)
    texts = {
        PAGE: webmap.html(found, title=title, quotes=allowed, **look),
        **webmap.files(found, title=title, quotes=allowed, name=STRICT, **look),
        **_texts(found, drawn, header, url),
    }
    pictures = dict(_pictures(found, drawn, title, header))
    return {**{name: text.encode() for name, text in texts.items()}, **pictures}


def write(
    found: IncidentCollection,
    folder: Path,
    files: dict[str, bytes],
    *,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    force: bool = False,
) -> Saved:
    """Write a bundle with its licences and manifest; what a person edited is kept.

    Raises
    ------
    OutputError
        If the folder cannot be used or another run holds it.
    """
    mode = QuoteMode(quotes)
    told = licences.text([*files], found.gazetteer, mode, checkers(found.incidents))
    about = {"reports": sorted(r.report.text_sha256 for r in found.readings)}
    return manifest.save(folder, {**files, "LICENCES.txt": told.encode()}, about, force=force)


def _texts(found: IncidentCollection, drawn: Drawn, header: Plain, url: str) -> dict[str, str]:
    line = " · ".join(header["credits"])
    told = captions.caption(found, header, [drawn.disclaimer, f"{line}."])
    alt = captions.alt(found, header)
    names = {"page": PAGE, "strict": STRICT, "image": IMAGE}
    pasted = snippets.snippets(names, title=header["title"], alt=alt, caption=told, url=url)
    licences = "\n".join(header["licences"])
    return {
        "caption.txt": told,
        "alt.txt": f"{alt}\n",
        "credit.txt": f"{line}\n{licences}\n",
        "embed.txt": pasted,
    }


def _pictures(
    found: IncidentCollection, drawn: Drawn, title: str, header: Plain
) -> Iterator[tuple[str, bytes]]:
    """Yield the map and each incident to scale, as SVG, PNG and PDF."""
    alt = captions.alt(found, header)
    yield from _formats("map", alone.map_svg(drawn, title, alt), header["title"], alt)
    told = {i.id: i for i in found}
    alts = {id_: captions.incident_alt(i, found) for id_, i in told.items()}
    for id_, svg in alone.closeup_svgs(drawn, alts):
        yield from _formats(f"incident-{id_}", svg, told[id_].title, alts[id_])


def _formats(stem: str, svg: str, title: str, alt: str) -> Iterator[tuple[str, bytes]]:
    drawn = images.draw(svg, title=title, alt=alt)
    yield f"{stem}.svg", svg.encode()
    yield f"{stem}.png", drawn.png
    yield f"{stem}.pdf", drawn.pdf
