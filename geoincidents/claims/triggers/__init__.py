"""Triggers: the verbs and nouns of a line that tell of something on the ground."""
