"""What a run found: a list of incidents with the reports they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack, overload

from geoincidents.model import checkers
from geoincidents.quotes import QuoteMode, allot

if TYPE_CHECKING:
    from os import PathLike

    import geopandas

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Incident, Reading
    from geoincidents.webmap import Look
    from geoincidents.webmap.page import IncidentMap


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCollection(Sequence["Incident"]):
    """The incidents of a run, by date, undated ones last.

    `unmatched` are decisions of a person that match nothing in these reports, in words.
    """

    incidents: tuple[Incident, ...]
    readings: tuple[Reading, ...]
    gazetteer: Gazetteer
    unmatched: tuple[str, ...] = ()

    @property
    def checked(self) -> tuple[str, ...]:
        """Return who checked what is shown, empty unless every account was checked."""
        return checkers(self.incidents)

    @overload
    def __getitem__(self, index: int) -> Incident: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Incident, ...]: ...

    def __getitem__(self, index: int | slice) -> Incident | tuple[Incident, ...]:
        """Return one incident or a tuple of them."""
        return self.incidents[index]

    def __len__(self) -> int:
        """Return how many incidents there are."""
        return len(self.incidents)

    def to_frame(self, layer: str = "incidents") -> geopandas.GeoDataFrame:
        """Return a layer as a typed frame in EPSG:4326, by default one row an incident.

        Layers, columns and their units are those of `docs/data.md`; tables without geometry,
        such as claims, have an empty one.

        Raises
        ------
        LayerError
            If there is no such layer.
        """
        from geoincidents.export import frame  # noqa: PLC0415 - geopandas is heavy

        return frame.to_frame(self, layer)

    def write(
        self,
        path: str | PathLike[str],
        *,
        quotes: QuoteMode | str = QuoteMode.CLAUSE,
        bom: bool = False,
    ) -> None:
        """Write one file; its suffix says in which format.

        `.gpkg`, `.kml` and `.xlsx` hold all layers. `.geojson`, `.parquet` and `.csv` hold
        the layer that the file is named after (`accounts.csv`), or else the incidents.

        Parameters
        ----------
        path
            The file; an older one is replaced in one step.
        bom
            Begin CSV with the mark by which Excel knows UTF-8.

        Raises
        ------
        OutputError
            If it cannot be written, the suffix is of no format, or the format needs a
            package that is missing.
        """
        from geoincidents import export  # noqa: PLC0415 - only here

        export.save(self, path, quotes=quotes, bom=bom)

    def to_map(
        self,
        *,
        title: str = "",
        quotes: QuoteMode | str = QuoteMode.CLAUSE,
        **look: Unpack[Look],
    ) -> IncidentMap:
        """Return a `folium.Map`: add your own layers, then ``.save("map.html")``."""
        from geoincidents import webmap  # noqa: PLC0415 - folium is heavy

        allowed = allot(self.readings, self.incidents, QuoteMode(quotes))
        return webmap.build(self, title=title, quotes=allowed, **look)

    def to_html(
        self,
        *,
        title: str = "",
        quotes: QuoteMode | str = QuoteMode.CLAUSE,
        **look: Unpack[Look],
    ) -> str:
        """Return the page, as ``to_map().html()`` does, without loading folium."""
        from geoincidents import webmap  # noqa: PLC0415 - its templates are slow to load

        allowed = allot(self.readings, self.incidents, QuoteMode(quotes))
        return webmap.html(self, title=title, quotes=allowed, **look)

    def to_html_files(
        self,
        name: str,
        *,
        title: str = "",
        quotes: QuoteMode | str = QuoteMode.CLAUSE,
        **look: Unpack[Look],
    ) -> dict[str, str]:
        """Return the page, named so, with its scripts and styles as files beside it, by name."""
        from geoincidents import webmap  # noqa: PLC0415 - its templates are slow to load

        allowed = allot(self.readings, self.incidents, QuoteMode(quotes))
        return webmap.files(self, title=title, quotes=allowed, name=name, **look)
