"""Packs of any region, made offline from packages: places, parties, borders, outlines."""

from __future__ import annotations

from geoincidents.packmaking.making import Made, make

__all__ = ["Made", "make"]
