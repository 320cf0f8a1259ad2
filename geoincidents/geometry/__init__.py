"""Geometry: flat shapes in `planar`, the ellipsoid in `geodesy`."""
