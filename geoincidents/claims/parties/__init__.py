"""Parties: who did it, to whom, and on whose ground."""
