"""Voices: which part of a sentence is said by whom."""
