"""Conflicting news reports of border incidents, as an attributed map."""
