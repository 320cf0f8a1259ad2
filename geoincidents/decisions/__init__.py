"""Decisions: what a person decided about claims, replayed on each run.

Pure: rows in, readings and incidents out. The ids of claims are stable, so that a decision
finds its claim again when reports are added, reordered or read anew.
"""

from geoincidents.decisions.replaying import Marked, Settled, mark, resolve, settle
from geoincidents.decisions.rows import Action, Decision, read

__all__ = ["Action", "Decision", "Marked", "Settled", "mark", "read", "resolve", "settle"]
