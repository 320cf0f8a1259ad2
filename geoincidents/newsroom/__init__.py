"""What a newsroom takes: the page in two forms, images, caption, credit and lines to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import webmap
from geoincidents.newsroom import captions, images, snippets
from geoincidents.quotes import QuoteMode, allot
from geoincidents.webmap import alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.collection import IncidentCollection
    from geoincidents.webmap.view import Drawn, Plain

PAGE, STRICT, IMAGE = "index.html", "strict.html", "map.png"
PLACEHOLDER = snippets.PLACEHOLDER
checked = captions.checked


def bundle(
    found: IncidentCollection,
    *,
    title: str = "",
    credit: str = "",
    url: str = "",
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
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

    Raises
    ------
    PictureError
        If the extra `images` is not installed.
    """
    allowed = allot(found.readings, found.incidents, QuoteMode(quotes))
    drawn = webmap.drawn(found, allowed)
    header = drawn.header(title)
    texts = {
        PAGE: webmap.html(found, title=title, quotes=allowed),
        **webmap.files(found, title=title, quotes=allowed, name=STRICT),
        **_texts(found, drawn, header, (credit, url)),
    }
    pictures = dict(_pictures(found, drawn, title, header))
    return {**{name: text.encode() for name, text in texts.items()}, **pictures}


def _texts(
    found: IncidentCollection, drawn: Drawn, header: Plain, given: tuple[str, str]
) -> dict[str, str]:
    credit, url = given
    line = " · ".join(filter(None, [credit, *header["credits"]]))
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
