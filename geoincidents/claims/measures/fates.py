"""What befell people, by the verbs, participles and nouns around their number.

A fate is the value of a `MeasureKind`: killed, wounded, captured or other; empty where
no word says one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geoincidents.claims.measures.phrases import Words
    from geoincidents.claims.measures.words import MeasureWords

ENDS: Final = frozenset('.;:()[]?!“”"')
MARKS: Final = ENDS | {","}
_KINDS: Final = ("killed", "wounded", "captured", "other")
_VERB_REACH: Final = 16  # "seven people, two of them minors, ... were wounded"
_FILLER_REACH: Final = 8  # "killing at least another ..."
_PARTICIPLE_REACH: Final = 4  # "had reportedly all been killed"
_TOLL_REACH: Final = 12  # "the death toll of Monday's air strike on the town at"
_BRACKET_REACH: Final = 20  # "(12 soldiers and four officers)"


class Fates:
    """The fates that the words of a sentence tell; places are indices of words."""

    def __init__(
        self,
        words: Words,
        lexicon: MeasureWords,
        demonyms: frozenset[int],
        starts: frozenset[int],
    ) -> None:
        self._words = words
        self._lexicon = lexicon
        self._demonyms = demonyms  # where demonyms of parties end
        self._starts = starts  # where numbers begin

    def of(self, word: str) -> str:
        """Return what a participle, noun or adjective says of whom it is said."""
        lists = self._lexicon.casualties
        return next((kind for kind in _KINDS if word in lists[kind]), "")

    def intransitive(self, word: str) -> str:
        """Return what a verb without object says of its subject."""
        lists = self._lexicon.casualties
        if word in lists["died"]:
            return "killed"
        if word in lists["disappeared"]:
            return "other"
        return "captured" if word in lists["surrendered"] else ""

    def toll(self, left: int) -> str:
        """Return what "the death toll rose to" says of the figure behind it."""
        lists = self._lexicon.casualties
        fillers = self._lexicon.grammar["fillers"] - lists["toll_verbs"]
        while left >= 0 and self._words.at(left) in fillers:
            left -= 1
        if self._phrase(left + 1, 2) in self._lexicon.grammar["quantifiers"]:
            left -= 1  # the "at" of "at least" introduces nothing
        if self._words.at(left) not in lists["toll_verbs"]:
            return ""
        for index in range(left - 1, max(-1, left - _TOLL_REACH), -1):
            word = self._words.at(index)
            if word in MARKS:
                return ""
            if word in lists["toll"]:
                return "killed"
            if (fate := self.of(word)) and self._words.at(index - 1) in lists["toll_lead"]:
                return fate
        return ""

    def before(self, index: int, *, has_noun: bool) -> str:
        """Return what the verb before an object says of it; `index` is the word before."""
        lists, fillers = self._lexicon.casualties, self._lexicon.grammar["fillers"]
        for _ in range(_FILLER_REACH):
            for phrase in (self._phrase(index, 2), self._words.at(index)):
                if fate := self.verb(phrase, has_noun=has_noun):
                    is_passive = self._words.at(index - 1) in self._lexicon.grammar["be"]
                    is_said = phrase in lists["other_verbs"] or not is_passive
                    return self._paired(index, fate) if is_said else ""
            if self._words.at(index) not in fillers:
                return ""
            index -= 1
        return ""

    def verb(self, phrase: str, *, has_noun: bool) -> str:
        """Return what a verb does to its object, empty if it is none of ours."""
        lists = self._lexicon.casualties
        if phrase in lists["needs_dead"] or (phrase in lists["needs_people"] and not has_noun):
            return ""
        return next((kind for kind in _KINDS if phrase in lists[f"{kind}_verbs"]), "")

    def after(self, start: int) -> str:
        """Return what the verb after a subject says of it, empty if it says nothing."""
        auxiliary, index = -_VERB_REACH, start - 1
        for _ in range(_VERB_REACH):
            index = self._after_bracket(index + 1)
            word = self._words.at(index)
            if not word or word in ENDS or word in self._lexicon.grammar["breaks"]:
                return self._lost_lives(index)
            if fate := self.intransitive(word):
                return self.joint(index, fate)
            if fate := self.of(word):
                is_passive = index - auxiliary <= _PARTICIPLE_REACH or self._is_reduced(index, fate)
                is_said = is_passive and not self.is_active(index, auxiliary)
                return self.joint(index, fate) if is_said else ""
            if word in self._lexicon.grammar["auxiliaries"]:
                auxiliary = index
            elif word in self._lexicon.casualties["suffered"]:
                return self._injured(index)
            elif self._is_other_verb(word) and index - auxiliary > _PARTICIPLE_REACH:
                return ""
        return ""

    def joint(self, index: int, fate: str) -> str:
        """Return the fate of "killed or missing" (killed) and "wounded or dead" (other)."""
        if self._words.at(index + 1) not in self._lexicon.grammar["joints"]:
            return fate
        second = index + 1
        while self._words.at(second) in self._lexicon.grammar["passed"]:
            second += 1
        word = self._words.at(second)
        other = self.of(word) or self.intransitive(word)
        is_missing = word in self._lexicon.casualties["missing"]
        if not other or is_missing or other == fate or self.is_active(second):
            return fate
        return "other"

    def is_active(self, index: int, auxiliary: int = -_VERB_REACH) -> bool:
        """Return whether a verb has an object of its own: "two gunmen killed three"."""
        if self._words.at(index) in self._lexicon.casualties["missing"] or index - auxiliary == 1:
            return False
        follower = self._words.at(index + 1)
        if f"{follower} {self._words.at(index + 2)}" in self._lexicon.grammar["quantifiers"]:
            return True
        is_number = bool(follower) and self._words.starts[index + 1] in self._starts
        return is_number or follower in self._lexicon.grammar["objects"]

    def _paired(self, index: int, fate: str) -> str:
        """Return the fate of "killed and injured twelve men", which is neither."""
        is_joined = self._words.at(index - 1) in self._lexicon.grammar["joints"]
        first = self.verb(self._words.at(index - 2), has_noun=False) if is_joined else ""
        return "other" if first and first != fate else fate

    def _phrase(self, index: int, count: int) -> str:
        return " ".join(self._words.lower[max(0, index - count + 1) : index + 1])

    def _after_bracket(self, index: int) -> int:
        """Return the index after words in brackets that open there."""
        if self._words.at(index) != "(":
            return index
        inside = self._words.lower[index : index + _BRACKET_REACH]
        return index + inside.index(")") + 1 if ")" in inside else index

    def _injured(self, index: int) -> str:
        following = self._words.lower[index + 1 : index + 6]
        return "wounded" if self._lexicon.casualties["injuries"].intersection(following) else ""

    def _lost_lives(self, index: int) -> str:
        is_lost = self._words.at(index) in self._lexicon.casualties["lost_lives"]
        following = self._words.lower[index + 1 : index + 4]
        if is_lost and self._lexicon.casualties["limbs"].intersection(following):
            return "wounded"
        return "killed" if is_lost and {"life", "lives"}.intersection(following) else ""

    def _is_reduced(self, index: int, fate: str) -> bool:
        """Return whether a participle stands right after a noun: "soldiers killed in"."""
        lists = self._lexicon.casualties
        if fate == "other" and self._words.at(index) not in lists["missing"]:
            return False  # "three soldiers returned" by themselves
        before = self._words.at(index - 1)
        return self._lexicon.is_noun(before) or self._words.ends[index - 1] in self._demonyms

    def _is_other_verb(self, word: str) -> bool:
        is_verb = word.endswith("ed") and word not in self._lexicon.grammar["not_verbs"]
        return is_verb and "-" not in word
