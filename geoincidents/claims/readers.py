"""Reads one sentence after another into drafts, with a memory of what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims import blames, denials, grammar, lines, whens, wheres
from geoincidents.claims import held as figures_held
from geoincidents.claims import measures as figures
from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.filters import evidence, history, modality
from geoincidents.claims.filters.stories import Story
from geoincidents.claims.lines import QUOTES
from geoincidents.claims.parties import actors, grounds, groups
from geoincidents.claims.scenes import BROAD, CASUALTIES, VAGUE, Scene, Trigger
from geoincidents.claims.triggers import events, standing
from geoincidents.claims.voices import frames, threads
from geoincidents.claims.voices.frames import FrameKind, Speech
from geoincidents.claims.voices.regions import NARRATION
from geoincidents.claims.voices.threads import Thread
from geoincidents.model import (
    UNDATED,
    ClaimType,
    DatePrecision,
    Filtered,
    MeasureKind,
    SpeakerRole,
    Where,
    WhereRole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.dates import Dated
    from geoincidents.claims.lines import Line
    from geoincidents.claims.sentences import Sentence
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Measure, Speaker, When
    from geoincidents.vocabulary import Hit

_EVENT_WORDS = frozenset({"event_verb", "event_noun"})
_SPEECH_WORDS = frozenset(
    {
        "say_verb",
        "accuse_verb",
        "deny_verb",
        "say_according",
        "deny_false",
        "deny_no_such",
        "deny_noun",
    }
)
_STANDING_WORDS = frozenset(
    {"head_force", "object_post", "standing_control", "standing_enemy", "standing_extent"}
)
_SOON = 2  # sentences between an event and "the incident took place ..."
_NOWHERE = -9  # no paragraph
_LISTED = 3  # places that a sentence names to be a list
_THIS = frozenset({"the", "this", "that", "these", "those"})  # "the shooting": told before
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_EXTENTS = frozenset({MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.AREA})


class Reader:
    """Reads the sentences of one report in order."""

    def __init__(
        self,
        lexicon: Lexicon,
        context: Context,
        hits: Iterable[Hit] = (),
        *,
        shown: Sequence[int] = (),
    ) -> None:
        self.lexicon = lexicon
        self.context = context
        self.grammar = grammar.of(lexicon)
        self.drafts: list[Draft] = []
        self.filtered: list[Filtered] = []
        self._shown = shown
        self._begun = False  # whether an event with a side or arms was told
        self._number = 0
        self._paragraph = -1
        self._in_title = False
        self._spoken_in = -1  # the paragraph in which somebody spoke last
        self._quoting: Speaker | None = None
        self._quoted_in = _NOWHERE  # the paragraph that ended in somebody's quotation
        self._thread = Thread()
        self._anchor: When | None = None
        self._war: When | None = None  # when the war told of last was
        self._story = Story(context.report.published, hits)

    def read(self, sentence: Sentence) -> None:
        """Take in the next sentence."""
        self._number += 1
        if sentence.paragraph != self._paragraph:
            self._quoting = None
        self._paragraph = sentence.paragraph
        categories = {h.category for h in sentence.hits}
        if self._in_title and not sentence.in_title:
            self.context.leave_title()
        self._in_title = sentence.in_title
        self.context.see(sentence)
        if "filter_war" in categories:
            self._war = whens.of_war(sentence, self.lexicon) or self._war
        self._story.see(sentence, categories, begun=self._begun)
        if categories & (_EVENT_WORDS | _SPEECH_WORDS) or _may_stand(sentence, categories):
            self._take(sentence, categories)
        if sentence.text[-1:] in QUOTES and self._spoken_in == self._paragraph:
            self._quoted_in = self._paragraph
        if "object_ground" in categories and len(sentence.mentions) >= _LISTED:
            self.drafts += self._listed(sentence)
        self.context.meet(sentence)

    def _listed(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield the places that a sentence only lists ("The villages named are X, Y and Z")."""
        last = self.drafts[-1] if self.drafts else None
        line = lines.read(sentence)
        opens = line.low(0) in _THIS and line.has("object_ground", 1, 3)
        if not opens or last is None or last.number != self._number - 1:
            return
        named = [m for m in sentence.mentions if m.literal and not m.dateline]
        where = tuple(
            Where(role=WhereRole.AT, passage=m.passage, place_id=m.place_id) for m in named
        )
        if last.telling is Telling.ASSERTION and last.places and len(where) >= _LISTED:
            yield replace(
                last,
                sentence=sentence,
                number=self._number,
                where=where,
                when=UNDATED,
                measures=(),
                is_anaphoric=True,
                needs_event=True,
                position=line.tokens[0].start,
                reasons=("places listed of the event before",),
            )

    def _take(self, sentence: Sentence, categories: set[str]) -> None:
        line = lines.read(sentence)
        scene = self._scene(line)
        found = events.find(scene) if categories & _EVENT_WORDS else ()
        told, stated = self._dates(scene) if found or scene.measures else ((), ())
        drafts = list(self._drafts(scene, found, told))
        if stated and drafts:
            charged = whens.no_later(scene, stated)
            old = charged is not None and whens.is_long_ago(scene, charged)
            drafts = [replace(d, no_later=charged, is_past=d.is_past or old) for d in drafts]
        drafts += () if drafts else self._told_on(scene)
        drafts += blames.find(scene, self.drafts, self._number) if not drafts else ()
        blames.started(scene, drafts)
        drafts += blames.begun(scene, drafts, self.drafts, self._number)
        blames.by_both(scene, drafts, self.drafts, self._number, self.context)
        denied = denials.find(scene, drafts, self._number, self.context)
        self._credit(scene, is_answer=bool(denied))
        if not drafts and (told_by := threads.afterword(scene)):
            threads.credit_before(self.drafts, told_by, (self._number, self._paragraph))
        self.drafts += [*drafts, *denied]
        self._note(scene, drafts)

    def _told_on(self, scene: Scene) -> Iterator[Draft]:
        """Yield where and when the event before was ("The incident took place at X on Monday")."""
        mark = next(iter(scene.line.marks.get("again_happened", ())), None)
        last = self.drafts[-1] if self.drafts else None
        if (
            mark is None
            or mark.lo > 1
            or last is None
            or last.type is None
            or self._number - last.number > _SOON
        ):
            return
        told = self._dates(scene)[0]
        whole = Trigger(mark.lo, mark.hi, "", last.type, 0, len(scene.line.tokens))
        draft = self._draft(scene, whole, told, Telling.ASSERTION)
        is_told = bool(draft.places or draft.unknown) or draft.when.start is not None
        if last.telling is Telling.ASSERTION and is_told and not modality.judge(scene, whole).rule:
            yield replace(
                last,
                sentence=draft.sentence,
                number=self._number,
                speakers=draft.speakers if scene.speech.owner(mark.lo) else last.speakers,
                where=draft.where,
                when=draft.when,
                measures=(),
                is_anaphoric=True,
                is_title=False,
                needs_event=True,
                position=draft.position,
                reasons=("told on of the event before",),
            )

    def _dates(self, scene: Scene) -> tuple[tuple[Dated, ...], tuple[Dated, ...]]:
        return whens.of_events(scene, self.lexicon, self._anchor)

    def _scene(self, line: Line) -> Scene:
        opening = lines.dateline_end(line)  # "OSLO, Norway (Wire) -" does nothing to anybody
        spans = groups.find(line, self.grammar, self.context.local)
        spans = tuple(g for g in spans if g.lo >= opening)
        found = frames.find(line, spans, self.grammar, self.context)
        speech = Speech(line, found, self._carried(line) if not found else None)
        measures = figures.find(line.sentence, self.lexicon)
        measures = tuple(
            m for m in measures if not speech.is_frame_word(line.index(m.passage.span[0]))
        )
        return Scene(line, spans, speech, measures, self.grammar, self.context.gazetteer)

    def _carried(self, line: Line) -> Speaker | None:
        """Return who goes on speaking in a quotation without a speaker of its own."""
        if self._quoting:
            return self._quoting
        is_quote = bool(line.tokens) and line.tokens[0].low in QUOTES
        same = self._spoken_in == self._paragraph
        ends = line.sentence.text[-1:] in QUOTES and self._spoken_in == self._paragraph - 1
        goes_on = ends or self._quoted_in == self._paragraph - 1  # a paragraph of quotation alone
        return self.context.speaker if is_quote and (same or goes_on) else None

    def _credit(self, scene: Scene, *, is_answer: bool) -> None:
        """Credit plain sentences between two of one speaker's to that speaker."""
        voice = self._thread.see(scene.speech.frames, self._number, self._paragraph)
        if voice is not None and not is_answer:
            threads.credit(self.drafts, voice)

    def _note(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Remember the last doer, the last date and a quotation left open."""
        for draft in drafts:
            self.context.subject = draft.actor or self.context.subject
            named = [w.place_id for w in draft.where if w.place_id and w.role != "from"]
            self.context.where = named[0] if named else self.context.where
            if draft.when.start is not None:
                self._anchor = draft.when
        marks = [t.low for t in scene.line.tokens if t.low in QUOTES]
        is_open = marks[-1:] == ["“"] or (marks.count('"') % 2 == 1)
        if scene.speech.frames:
            self._spoken_in = self._paragraph
        if scene.speech.frames and is_open:
            self._quoting = scene.speech.frames[-1].speakers[0]
        elif marks and marks[-1] in {"”", '"'} and not scene.speech.frames:
            self._quoting = None

    def _drafts(
        self, scene: Scene, found: Sequence[Trigger], told: Sequence[Dated]
    ) -> Iterator[Draft]:
        kept: list[Trigger] = []
        for trigger in found:
            verdict = modality.judge(scene, trigger)
            rule = verdict.rule or history.rule(scene, trigger, told)
            rule = rule or self._story.rule(scene, trigger, told, begun=self._begun)
            rule = rule or evidence.rule(scene, shown=self._is_shown(scene))
            self._story.note(rule)
            if not rule:
                self._begun = self._begun or evidence.is_armed(scene)
                kept.append(trigger)
            elif rule == modality.PURPOSE and kept:
                # "breached the border to take the ford": the ford is where they went.
                kept[-1] = kept[-1]._replace(end=max(kept[-1].end, trigger.end))
                self._filter(scene, trigger, rule)
            elif verdict.is_negated or self._is_denied(scene, trigger):
                yield from self._negated(scene, trigger, rule)
            else:
                self._filter(scene, trigger, rule)
        asserted = [t for t in kept if not self._is_denied(scene, t)]
        for trigger in kept:
            if self._is_denied(scene, trigger):
                yield self._draft(scene, trigger, told, Telling.DENIAL)
        asserted = _leading(asserted)
        held = figures_held.of_events(scene, asserted, [t for t in found if t not in kept])
        if not asserted and not kept:
            yield from self._figures(scene, told)
        before: Draft | None = None
        for trigger in asserted:
            draft = self._draft(scene, trigger, told, Telling.ASSERTION)
            before = _by_the_same(draft, before)
            yield self._with_figures(scene, before, held.get(trigger.lo, ()))

    def _figures(self, scene: Scene, told: Sequence[Dated]) -> Iterator[Draft]:
        """Yield what is told by figure alone: losses, a depth, an area, posts, a distance."""
        if scene.line.has("filter_war", 0, len(scene.line.tokens)):
            return
        for trigger, found in standing.find(scene):
            if modality.judge(scene, trigger).rule or history.rule(scene, trigger, told):
                continue
            if self._story.rule(scene, trigger, told, begun=self._begun):
                continue
            if not (self.drafts or self._is_shown(scene)) and evidence.rule(scene, shown=False):
                continue
            draft = self._draft(scene, trigger, told, Telling.ASSERTION)
            draft = standing.by_another(draft, self.context)
            alone = standing.is_event(draft, trigger.key, self.context)
            yield self._with_figures(scene, replace(draft, needs_event=not alone), found)

    def _is_shown(self, scene: Scene) -> bool:
        """Return whether a side, a force or arms were told, or are told near a line."""
        return self._begun or evidence.is_near(self._shown, scene.line.sentence.span)

    def _negated(self, scene: Scene, trigger: Trigger, rule: str) -> Iterator[Draft]:
        """Yield a denial where a side says that it did not; anything else is no event."""
        draft = self._draft(scene, trigger, (), Telling.DENIAL)
        party = draft.speakers[0].party_id
        own = draft.speakers[0].role is SpeakerRole.STATE and party is not None
        if (
            own
            and trigger.is_main
            and draft.actor in {party, None}
            and trigger.type is not ClaimType.WITHDRAWAL
        ):
            yield draft
        else:
            self._filter(scene, trigger, rule)

    def _filter(self, scene: Scene, trigger: Trigger, rule: str) -> None:
        span = scene.line.span(trigger.lo, trigger.hi)
        passage = scene.line.sentence.passage(span)
        self.filtered.append(Filtered(passage=passage, rule=rule))

    def _is_denied(self, scene: Scene, trigger: Trigger) -> bool:
        owner = scene.speech.owner(trigger.lo)
        return owner is not None and owner.kind is FrameKind.DENY

    def _draft(
        self, scene: Scene, trigger: Trigger, told: Sequence[Dated], telling: Telling
    ) -> Draft:
        line, context = scene.line, self.context
        owner = scene.speech.owner(trigger.lo)
        carried = scene.speech.carried
        speaking = owner.speakers if owner else ((carried,) if carried else (NARRATION,))
        roles = actors.find(scene, trigger, context)
        where = wheres.find(scene, trigger, roles, context)
        roles = grounds.by_ground(roles, trigger, where, context, _party_of(speaking))
        if roles.actor:
            context.subject = roles.actor
        when = whens.find(scene, trigger, told, self._anchor, self._war)
        if when.start is None and any(w.place_id and not w.inferred for w in where):
            when = whens.shared(scene, trigger, told)
        if when.start is None:
            when = whens.opening(scene, told)
        return Draft(
            telling=telling,
            sentence=line.sentence,
            number=self._number,
            type=trigger.type,
            speakers=speaking,
            actor=roles.actor,
            target=roles.target,
            is_mutual=roles.is_mutual,
            is_blame=owner is not None and owner.mutual,
            is_vague=trigger.key in VAGUE,
            is_broad=bool({trigger.key, trigger.cause} & BROAD),
            where=where,
            when=when,
            is_main=trigger.is_main,
            is_casualty=trigger.key in CASUALTIES
            or (trigger.key == "lose" and trigger.type is ClaimType.CLASH),
            has_cause=bool(trigger.cause),
            is_military=line.has("head_force", trigger.start, trigger.end),
            is_anaphoric=bool(line.within("filter_anaphora", trigger.start, trigger.end))
            or (trigger.is_noun and line.low(trigger.lo - 1) in _THIS),
            is_further=_is_further(scene, trigger),
            is_return=trigger.key == "return_fire",
            is_title=line.sentence.in_title,
            is_series=when.prec >= DatePrecision.WEEK and _is_plural(scene, trigger),
            is_past=whens.is_past(scene, when),
            position=line.tokens[trigger.lo].start,
            reasons=(f"{trigger.type.value} by {trigger.reason}",),
        )

    def _with_figures(self, scene: Scene, draft: Draft, held: Sequence[Measure]) -> Draft:
        """Return a draft with its figures, each with its own giver where that is another."""
        given: list[Measure] = []
        for measure in held:
            owner = scene.speech.owner(scene.line.index(measure.passage.span[0]))
            giver = owner.speakers[0] if owner else NARRATION
            if not owner and scene.speech.carried:
                giver = scene.speech.carried
            other = giver.key != draft.speakers[0].key
            of = measure.of
            if of is None and measure.kind in _LOSSES:
                of = _own_side(scene, measure, giver) or (
                    draft.target if draft.is_casualty else None
                )
            given.append(replace(measure, said_by=giver if other else None, of=of))
        return replace(draft, measures=tuple(given))


def _own_side(scene: Scene, measure: Measure, giver: Speaker) -> str | None:
    """Return the party that tells of its own men ("12 of his country's troops")."""
    start, end = measure.passage.span
    lo, hi = scene.line.index(start), scene.line.index(end - 1) + 1
    is_own = giver.role is SpeakerRole.STATE and scene.line.has("pronoun_its", lo, hi)
    return giver.party_id if is_own else None


def _may_stand(sentence: Sentence, categories: set[str]) -> bool:
    """Return whether figures alone may tell of an event in a sentence without its words."""
    if categories & {"filter_anaphora", "again_happened"}:  # "two of the dead were civilians"
        return True
    return bool(categories & _STANDING_WORDS) and any(c.isdigit() for c in sentence.text)


def _is_plural(scene: Scene, trigger: Trigger) -> bool:
    """Return whether several events are told of at once ("clashes", "raids")."""
    nouns = scene.line.within("event_noun", trigger.start, trigger.end)
    return any(scene.line.low(m.hi - 1).endswith("s") for m in nouns)


def _is_further(scene: Scene, trigger: Trigger) -> bool:
    """Return whether words set an event apart.

    "Another 3 km" only adds to a figure, "another wounded" is of those who were killed.
    """
    line = scene.line
    marks = line.within("filter_again", trigger.start, trigger.end)
    starts = {line.index(m.passage.span[0]) for m in scene.measures if m.kind in _EXTENTS}
    return any(not starts & {m.lo, m.hi} and not _is_loss(scene, m.hi) for m in marks)


def _is_loss(scene: Scene, index: int) -> bool:
    """Return whether a verb of loss stands at a token or behind "was", "were"."""
    line = scene.line
    at = index + (line.low(index) in scene.grammar.passive_auxiliaries)
    verb = line.at("event_verb", at)
    return verb is not None and verb.key in CASUALTIES


def _by_the_same(draft: Draft, before: Draft | None) -> Draft:
    """Return a draft done by whom the one before names ("in addition to ... taken in May")."""
    is_more = before and draft.is_further and draft.type is before.type and draft.actor is None
    if not is_more or before is None:
        return draft
    return replace(draft, actor=before.actor, target=draft.target or before.target)


def _party_of(speaking: Sequence[Speaker]) -> str | None:
    return speaking[0].party_id if speaking[0].role is SpeakerRole.STATE else None


def _leading(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Leave out nouns that only back up another event of their sentence."""
    main = [t for t in triggers if t.is_main]
    if not main:
        return [t for t in triggers if not t.is_main][:1]
    return [t for t in triggers if t.is_main]
