"""Filters: what is told in words of an event but is none, each with its rule."""
