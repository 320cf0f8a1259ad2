"""The world beyond the packs: settlements of GeoNames from a memory-mapped index.

Precision before reach: which of the names found here count is told by the words around
them, in `places/world.py`.
"""

from __future__ import annotations

from geoincidents.world.extending import PACK_ID, extend

__all__ = ["PACK_ID", "extend"]
