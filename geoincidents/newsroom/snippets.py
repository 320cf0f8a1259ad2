"""Lines to paste into an article: the map in a frame, or the image where frames are stripped."""

from __future__ import annotations

from html import escape

from geoincidents import wording

PLACEHOLDER = "https://ADDRESS-OF-THIS-FOLDER"  # seen by whoever pastes it without an address
_HEIGHT_PX = 720  # until the page has told its own, and where scripts may not run

# The page tells its height by a message; only that of this frame is heard, within bounds.
_HEARD = """<script>
addEventListener("message", function (event) {{
  var frame = document.getElementById("{id}");
  if (!frame || event.source !== frame.contentWindow || !event.data) return;
  if (event.data.type !== "geoincidents-height") return;
  frame.height = Math.min(4000, Math.max(200, Number(event.data.height) || {height}));
}});
</script>"""


def snippets(names: dict[str, str], *, title: str, alt: str, caption: str, url: str = "") -> str:
    """Return the lines to paste, from what works best to what works everywhere.

    Parameters
    ----------
    names
        File names: `page`, `strict` (its scripts lie beside it) and `image`.
    url
        Where the folder will lie; without it a placeholder stands there, to be replaced.
    """
    root = (url or PLACEHOLDER).rstrip("/")
    frame_id = "geoincidents-map"
    page = _frame(f"{root}/{names['page']}?embed=1", title, frame_id)
    strict = _frame(f"{root}/{names['strict']}?embed=1", title, "")
    source = _quoted(f"{root}/{names['image']}")
    below = "<br>\n".join(escape(line) for line in caption.strip().splitlines())
    image = (
        f'<figure><img src="{source}" alt="{_quoted(alt)}" width="100%" loading="lazy">\n'
        f"<figcaption>{below}</figcaption></figure>"
    )
    parts = [
        ("automatic", f"{page}\n{_HEARD.format(id=frame_id, height=_HEIGHT_PX)}"),
        ("fixed", strict),
        ("image", image),
    ]
    words = wording.load().tables["newsroom"]
    return "\n\n".join(f"<!-- {words[name]} -->\n{lines}" for name, lines in parts) + "\n"


def _frame(src: str, title: str, id_: str) -> str:
    """Return a frame by attributes alone: a site's policy may forbid styles in the markup."""
    named = f' id="{id_}"' if id_ else ""
    return (
        f'<iframe{named} src="{_quoted(src)}" title="{_quoted(title)}" width="100%" '
        f'height="{_HEIGHT_PX}" frameborder="0" loading="lazy" '
        f'sandbox="allow-scripts allow-popups"></iframe>'
    )


def _quoted(text: str) -> str:
    return escape(text, quote=True)
