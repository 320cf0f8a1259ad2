"""Display words: how parties, dates, figures and statuses are written for people.

Everything is a pure function of records; the words themselves are in
`lexicons/LANGUAGE/wording.toml`. Nothing here is in the voice of a judge: types and
denials always carry who speaks.

>>> from datetime import date
>>> from geoincidents import wording
>>> words = wording.load()
>>> words.day(date(2021, 5, 12))
'12 May 2021'
>>> words.metres(3218.688), words.square_metres(1e8), words.count(1, "report")
('3,219 m', '100 km²', '1 report')
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from geoincidents import resources
from geoincidents.model import (
    ANSWERING,
    NARRATOR,
    DatePrecision,
    Hedge,
    MeasureKind,
    Speaker,
    Stance,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from geoincidents.geography import Gazetteer
    from geoincidents.model import (
        Account,
        Claim,
        ClaimType,
        Incident,
        Measure,
        When,
        WherePrecision,
    )

_FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}
_LENGTHS = frozenset(
    {MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.LENGTH, MeasureKind.WIDTH}
)
_M2_PER_KM2 = 1e6
_M_PER_KM = 1e3
_M_PER_MILE, _M_PER_FOOT = 1609.344, 0.3048  # exact, international (1959)
_WHOLE_MILES = 10  # longer scale bars need no decimal
_LEAST_MILES = 0.1  # shorter lengths are written in feet
_M2_PER_ACRE = 4046.8564224
_LEAST_SQ_MILES = 0.01  # smaller areas are written in acres
UNITS = ("km", "mi", "both")
_LEAST_KM2 = 0.01  # smaller areas are written in square metres


def load(language: str = "en", units: str = "km") -> Wording:
    """Return the display words of a language that ships with the package.

    Parameters
    ----------
    units
        In which converted lengths and areas are written: one of `UNITS`.
    """
    return Wording(tables=_tables(language), units=units)


@cache
def _tables(language: str) -> Mapping[str, Any]:
    # This file alone: a whole lexicon takes as long to read as a report.
    path = resources.lexicon_folder(language) / "wording.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """The display words of one language; `tables` as `wording.toml` gives them."""

    tables: Mapping[str, Any]  # Any: nested tables of strings and lists, as TOML gives them
    units: str = "km"  # of converted lengths and areas: one of `UNITS`

    # --- who -----------------------------------------------------------------

    def party(self, party_id: str | None, gazetteer: Gazetteer) -> str:
        """Return a party's usual name, its id where no pack knows it, "" for None."""
        return "" if party_id is None else gazetteer.party_name(party_id)

    def speaker(self, speaker: Speaker, gazetteer: Gazetteer) -> str:
        """Return who speaks: the party where the words are a party's, else the name."""
        if speaker.party_id is not None:
            return self.party(speaker.party_id, gazetteer)
        if speaker.name.casefold() == NARRATOR:
            return str(self.tables["speakers"]["narrator"])
        return speaker.name

    def voice(self, account: Account, incident: Incident, gazetteer: Gazetteer) -> str:
        """Return what stands before a claimant's words: "Lisk says", "Orm denies; says"."""
        own = [c.stance for c in incident.claims if c.id in account.claims] or [account.stance]
        form = _voice(own)
        return self._form("voices", form, who=self.speaker(account.claimant, gazetteer))

    def type_said(self, account: Account, gazetteer: Gazetteer) -> str:
        """Return the types beside who says so: "incursion, says Lisk"."""
        types = ", ".join(map(self.type_, account.types))
        who = self.speaker(account.claimant, gazetteer)
        return self._form("type_said", account.stance.value, type=types, who=who)

    def claim_voice(self, claim: Claim, account: Account, gazetteer: Gazetteer) -> str:
        """Return what stands before the words of one claim of an account: "Lisk says"."""
        who = self.speaker(account.claimant, gazetteer)
        return self._form("voices", _voice([claim.stance]), who=who)

    def types_said(self, account: Account, incident: Incident, gazetteer: Gazetteer) -> str:
        """Return each type an account's claims name, with how: "clash, says Lisk"."""
        who = self.speaker(account.claimant, gazetteer)
        said = [
            self._form("type_said", c.stance.value, type=self.type_(c.type), who=who)
            for c in incident.claims
            if c.id in account.claims
        ]
        return "; ".join(dict.fromkeys(said)) or self.type_said(account, gazetteer)

    def type_(self, type_: ClaimType) -> str:
        """Return a type's word; it may only be shown beside its speaker."""
        return str(self.tables["types"][type_.value])

    def status(self, incident: Incident, gazetteer: Gazetteer) -> str:
        """Return the status in words, with the parties' names.

        "Said by both sides" / "Said by Lisk" / "Said by Lisk, denied by
        Orm" / "Said by others" / "Corrected".
        """
        if incident.status not in {Status.ONE_SIDE, Status.DENIED}:
            return self._form("status", incident.status.value)
        said = [a for a in incident.accounts if a.stance not in ANSWERING]
        denied = [a for a in incident.accounts if a.stance in ANSWERING]
        third = set(incident.also_said_by)
        own = [a for a in said if not third & {a.key, self.speaker(a.claimant, gazetteer)}]
        who = self._names(_parties_first(own or said), gazetteer)
        denier = self._names(_parties_first(denied), gazetteer)
        key = _status_form(incident, said=bool(who))
        return self._form("status", key, who=who, denier=denier)

    def status_kind(self, status: Status) -> str:
        """Return what a status means, without names: the words of a legend."""
        return str(self.tables["status_short"][status.value])

    # --- when ----------------------------------------------------------------

    def day(self, day: date) -> str:
        """Return a day as "12 May 2021"."""
        return f"{day.day} {self._month(day)} {day.year}"

    def when(self, when: When) -> str:
        """Return when something is said to have been, its alternatives joined by "or".

        "12 May 2021", "12 to 14 May 2021", "week of 10 May 2021", "May 2021", "2021",
        "May 2022 or May 2021", "before 14 May 2021", "date not given".
        """
        first = self._stretch(when.start, when.end, when.prec)
        others = (self._stretch(start, end, when.prec) for start, end in when.alternatives)
        return str(self.tables["dates"]["or"]).join(dict.fromkeys([first, *others]))

    # --- how much ------------------------------------------------------------

    def measure_kind(self, kind: MeasureKind) -> str:
        """Return the word for what a figure measures."""
        return str(self.tables["measures"][kind.value])

    def figure(self, measure: Measure) -> str:
        """Return a figure in the report's own unit, hedge included: "about 3 ½ km".

        A figure without value ("several kilometers") is the report's words.
        """
        if measure.value is None or measure.hedge is Hedge.SEVERAL:
            return measure.passage.text
        return self._form("hedges", measure.hedge.value, figure=self._own(measure))

    def figure_with_si(self, measure: Measure) -> str:
        """Return a figure with SI behind it where it is another number: "2 miles (3,219 m)"."""
        own, in_si = self.figure(measure), self.si(measure)
        if not in_si or self._is_plain(measure) or in_si == own:
            return own
        return f"{own} ({in_si})"

    def said(self, measure: Measure) -> str:
        """Return the reported words, then SI where it adds something: "“2 miles” (3,219 m)"."""
        in_si = self.si(measure)
        words = f"“{measure.passage.text}”"
        number = self.si_range(measure.kind, measure.low, measure.high)
        is_exact = measure.hedge is Hedge.EXACT and measure.low == measure.high
        is_said = is_exact and number in measure.passage.text
        is_said = is_said or measure.kind is MeasureKind.OTHER  # of a unit nobody knows
        return words if is_said or not in_si else f"{words} ({in_si})"

    def si(self, measure: Measure) -> str:
        """Return the SI value with the sign of its hedge: "≈ 3,500 m", "" without one."""
        if measure.low is None and measure.high is None:
            return ""
        sign = str(self.tables["signs"][measure.hedge.value])
        return sign + self.si_range(measure.kind, measure.low, measure.high)

    def si_range(self, kind: MeasureKind, low: float | None, high: float | None) -> str:
        """Return bounds in SI: metres, square metres or a count; one value when equal."""
        ends = [v for v in (low, high) if v is not None]
        write = self._writer(kind)
        return "–".join(dict.fromkeys(map(write, ends)))

    def metres(self, value: float) -> str:
        """Return metres with thousands separated: "3,219 m", or in the units chosen."""
        return self._converted(f"{round(value):,} m", _miles(value))

    def kilometres(self, value_m: float) -> str:
        """Return metres in the larger unit once it fits: "3.5 km", "300 m"."""
        if value_m < _M_PER_KM:
            return self.metres(value_m)
        return self._converted(f"{_trimmed(value_m / _M_PER_KM)} km", _miles(value_m))

    def scale(self, value_m: float) -> str:
        """Return the length of a scale bar, always in both units: "20 km · 12 mi"."""
        metric = replace(self, units="km").kilometres(value_m)
        miles = value_m / _M_PER_MILE
        return (
            f"{metric} · {miles:.0f} mi" if miles >= _WHOLE_MILES else f"{metric} · {miles:.1f} mi"
        )

    def square_metres(self, value: float) -> str:
        """Return an area in km², small ones in m²: "41 km²", "2,500 m²"."""
        is_small = value < _LEAST_KM2 * _M2_PER_KM2
        metric = f"{round(value):,} m²" if is_small else f"{_trimmed(value / _M2_PER_KM2)} km²"
        return self._converted(metric, _square_miles(value))

    def _converted(self, metric: str, customary: str) -> str:
        return {"km": metric, "mi": customary}.get(self.units, f"{metric}, {customary}")

    def depth_label(self, account: Account, gazetteer: Gazetteer) -> str:
        """Return the label of a depth: "2 miles to 3 ½ km (Lisk)", "" without a value."""
        depths = [m for m in account.measures if m.kind is MeasureKind.DEPTH and m.high is not None]
        return self._range_label(depths, account, gazetteer)

    def measures_label(
        self, measures: Iterable[Measure], account: Account, gazetteer: Gazetteer
    ) -> str:
        """Return the smallest to the largest of some figures with who says them."""
        return self._range_label([m for m in measures if m.high is not None], account, gazetteer)

    # --- where and from whom -------------------------------------------------

    def where_prec(self, prec: WherePrecision) -> str:
        """Return what a precision code means."""
        return str(self.tables["where"][str(prec.value)])

    def within(self, where: str, doubt_m: float) -> str:
        """Return how far off a place may be behind what it is: "named site, within 1.6 km"."""
        step = 10.0 ** (math.floor(math.log10(doubt_m)) - 1)  # two figures: it is no measurement
        doubt = self.kilometres(math.ceil(doubt_m / step) * step)
        return str(self.tables["where"]["within"].format(where=where, doubt=doubt))

    def count(self, n: int, noun: str) -> str:
        """Return a number with its noun, "1 report", "4 reports"; nouns of table `counts`."""
        one, more = self.tables["counts"][noun]
        return f"{n:,} {one if n == 1 else more}"

    def origins(self, incident: Incident) -> str:
        """Return how many reports and origins an incident has, and which origins."""
        reports = self.count(len(incident.reports), "report")
        origins = self.count(len(incident.origins), "origin")
        names = "; ".join(incident.origins)
        return self._form(
            "sources",
            "named" if names else "line",
            reports=reports,
            origins=origins,
            names=names,
        )

    def unchecked(self, reports: int) -> str:
        """Return the notice that no person has looked at the results."""
        return self._form("sources", "checked", reports=self.count(reports, "report"))

    def notice(self, reports: int, checked_by: Sequence[str]) -> str:
        """Return who checked the results, or that no person has."""
        if not checked_by:
            return self.unchecked(reports)
        who = ", ".join(checked_by)
        return self._form("sources", "by_a_person", reports=self.count(reports, "report"), who=who)

    @property
    def silence(self) -> str:
        """Return what stands for something that a claimant is not reported to say."""
        return str(self.tables["sources"]["silence"])

    # --- pieces --------------------------------------------------------------

    def _form(self, table: str, key: str, **parts: str) -> str:
        many = f"{table}_of_many"
        is_many = many in self.tables and re.search(self.tables["many"]["who"], parts["who"])
        return str(self.tables[many if is_many else table][key]).format(**parts)

    def _names(self, accounts: Iterable[Account], gazetteer: Gazetteer) -> str:
        names = dict.fromkeys(self.speaker(a.claimant, gazetteer) for a in accounts)
        return " and ".join(names)

    def _month(self, day: date) -> str:
        return str(self.tables["months"]["names"][day.month - 1])

    def _stretch(self, start: date | None, end: date | None, prec: DatePrecision) -> str:
        if prec is DatePrecision.BEFORE_PUBLICATION or (start is None and end is None):
            last = end or start
            return self._date("before", last) if last else str(self.tables["dates"]["none"])
        first, last = start or end, end or start
        assert first is not None  # noqa: S101  # one of the two is set, see above
        assert last is not None  # noqa: S101  # as above
        if prec is DatePrecision.WEEK:
            return self._date("week", first)
        whole = self._whole(first, last, prec)
        return whole or self._days(first, last)

    def _date(self, form: str, day: date) -> str:
        return self._form("dates", form, start=self.day(day))

    def _whole(self, first: date, last: date, prec: DatePrecision) -> str:
        if prec not in {DatePrecision.MONTH, DatePrecision.LONGER}:
            return ""
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
        ends = dict.fromkeys(f"{self._month(d)} {d.year}" for d in (first, last))
        return self._joined([*ends])

    def _days(self, first: date, last: date) -> str:
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._joined([str(first.day), self.day(last)])
        return self._joined([self.day(first), self.day(last)])

    def _joined(self, ends: list[str]) -> str:
        return (
            ends[0] if len(ends) == 1 else self._form("dates", "range", start=ends[0], end=ends[1])
        )

    def _own(self, measure: Measure) -> str:
        assert measure.value is not None  # noqa: S101  # callers turn these away
        ends = [measure.value]
        if measure.value_max is not None and measure.value_max != measure.value:
            ends.append(measure.value_max)
        in_fractions = any(c in measure.passage.text for c in "/½¼¾")
        number = "–".join(_number(v, in_fractions=in_fractions) for v in ends)
        one, more = self.tables["units"].get(measure.unit, (measure.unit, measure.unit))
        return f"{number} {one if ends == [1] else more}".rstrip()

    def _is_plain(self, measure: Measure) -> bool:
        """Return whether the own figure is SI already or a count."""
        unit = self.tables["units"].get(measure.unit, ("?",))[0]
        return unit in {"", "m", "km", "m²", "km²"}

    def _writer(self, kind: MeasureKind) -> Callable[[float], str]:
        if kind in _LENGTHS:
            return self.metres
        return self.square_metres if kind is MeasureKind.AREA else _people

    def _range_label(self, measures: list[Measure], account: Account, gazetteer: Gazetteer) -> str:
        if not measures:
            return ""
        least = min(measures, key=_low_bound)
        most = max(measures, key=_high_bound)
        told = [least] if _high_bound(least)[0] == _high_bound(most)[0] else [least, most]
        ends = dict.fromkeys(map(self.figure, told))
        return f"{self._joined([*ends])} ({self.speaker(account.claimant, gazetteer)})"


def _voice(stances: list[Stance]) -> str:
    answering = [s for s in stances if s in ANSWERING]
    if answering:
        instead = any(s is not Stance.DENIES for s in stances)
        denies = Stance.DENIES in answering
        return "denies_and_says" if denies and instead else "denies" if denies else "says"
    if all(s is Stance.CONCEDES for s in stances):
        return "concedes"
    return "unconfirmed" if all(s is Stance.UNCONFIRMED for s in stances) else "says"


def _status_form(incident: Incident, *, said: bool) -> str:
    """Return "denied" only for an explicit denial; a re-description is "disputed"."""
    if incident.status is not Status.DENIED:
        return incident.status.value
    stances = {c.stance for c in incident.claims} | {a.stance for a in incident.accounts}
    form = "denied" if Stance.DENIES in stances else "disputed"
    return form if said else f"{form}_unsaid"


def _parties_first(accounts: list[Account]) -> list[Account]:
    """Return the accounts of parties, or all where no party speaks."""
    return [a for a in accounts if a.claimant.party_id is not None] or accounts


def _number(value: float, *, in_fractions: bool) -> str:
    whole, part = divmod(value, 1)
    if in_fractions and part in _FRACTIONS:
        return f"{int(whole)} {_FRACTIONS[part]}" if whole else _FRACTIONS[part]
    return _trimmed(value)


def _trimmed(value: float) -> str:
    """Return a number to two decimals without trailing zeros: "3.5", "1,200"."""
    text = f"{value:,.2f}" if value >= 0.1 else f"{value:.3g}"  # noqa: PLR2004  # two digits
    return text.rstrip("0").rstrip(".") if "." in text else text


def _miles(value_m: float) -> str:
    miles = value_m / _M_PER_MILE
    if miles < _LEAST_MILES:
        return f"{round(value_m / _M_PER_FOOT):,} ft"
    return f"{_trimmed(miles)} mi"


def _square_miles(value_m2: float) -> str:
    square_miles = value_m2 / _M_PER_MILE**2
    if square_miles < _LEAST_SQ_MILES:
        return f"{_trimmed(value_m2 / _M2_PER_ACRE)} acres"
    return f"{_trimmed(square_miles)} sq mi"


def _people(value: float) -> str:
    return f"{round(value):,}"


def _low_bound(measure: Measure) -> tuple[float, bool, str]:
    # "Up to 3 km" begins at nothing, but what is drawn and lettered is the 3 km.
    is_open = measure.hedge is Hedge.AT_MOST or measure.low is None
    low = measure.high if is_open else measure.low
    return (low or 0.0, measure.hedge is not Hedge.EXACT, measure.passage.text)


def _high_bound(measure: Measure) -> tuple[float, str]:
    return (measure.high or 0.0, measure.passage.text)
