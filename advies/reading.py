"""An advies as it stood on a day: what pages, tables, the sheet of paper and the feeds tell, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format

from advies import sentences
from advies.agreements import AgreementReading
from advies.models import Advies, Assessment, News, Response, Responsibility
from advies.stroming import Sign, State, Stroming, stroming

NOT_ASSESSED = "nog niet beoordeeld"


@dataclass(frozen=True)
class NewsReading:
    news: News
    day: date
    # Whether we, and no source, say that it bears on this advies.
    derived: bool

    @property
    def has_ended(self) -> bool:
        return self.news.runs_until is not None and self.news.runs_until < self.day

    @property
    def sign(self) -> Sign:
        news = self.news
        # Only a draft is known on no day.
        assert news.known_on is not None
        return Sign(news.kind, news.date_from, news.date_to, news.runs_until, news.known_on)


@dataclass(frozen=True)
class PartyReading:
    responsibility: Responsibility
    response: Response | None

    @property
    def answer(self) -> str:
        """What it said, or that nobody asked. To ask is no count against who is only inferred."""
        if self.response is None:
            return Response.NOT_ASKED
        asked = f"gevraagd op {date_format(self.response.asked_on, 'j F Y')}" if self.response.asked_on else ""
        if self.response.answer == Response.Answer.NONE:
            return asked if self.responsibility.is_inferred else f"geen antwoord, {asked}"
        return self.response.get_answer_display()


@dataclass(frozen=True)
class AdviesReading:
    """Asks for ``Advies.objects.for_list(day)``."""

    advies: Advies
    day: date

    @cached_property
    def news(self) -> list[NewsReading]:
        """Newest first; what has no date stands last."""
        items = [
            NewsReading(bearing.news, self.day, bearing.derived)
            for bearing in self.advies.bearings.all()
            if not bearing.news.is_corrected
        ]
        return sorted(items, key=lambda item: (item.news.date_from or date.min, item.news.pk), reverse=True)

    @cached_property
    def stroming(self) -> Stroming:
        verdict = self.assessment.verdict if self.assessment else None
        return stroming(
            [item.sign for item in self.news],
            last_check=self.advies.last_check,
            done=verdict == Assessment.Verdict.DONE,
            day=self.day,
        )

    @property
    def fact(self) -> str:
        running = self.stroming.running
        ends = [item.news.end_in_words for item in self.news if running is not None and item.sign == running]
        return sentences.fact(self.stroming, ends[0] if ends else "")

    @property
    def label(self) -> str:
        return sentences.label(self.stroming)

    @property
    def silence(self) -> int:
        """In months, for sorting; below zero where it cannot be counted."""
        if self.stroming.state not in (State.FLOWS, State.RIPPLES, State.STILL):
            return -1
        return 0 if self.stroming.running else self.stroming.months or 0

    @property
    def last_news(self) -> NewsReading | None:
        return next((item for item in self.news if item.news.date_from), None)

    @cached_property
    def agreements(self) -> list[AgreementReading]:
        """What comes first, first. The news that told of it may have been corrected since."""
        found = [
            AgreementReading(agreement, self.day, ledger)
            for bearing in self.advies.bearings.all()
            for agreement in bearing.news.agreements.all()
            if (ledger := list(agreement.deadlines.all()))
        ]
        return sorted(found, key=lambda item: item.urgency)

    @property
    def next_agreement(self) -> AgreementReading | None:
        return next((item for item in self.agreements if not item.is_closed), None)

    @cached_property
    def assessment(self) -> Assessment | None:
        return next(reversed(self.advies.assessments.all()), None)

    @property
    def verdict(self) -> str:
        return self.assessment.get_verdict_display() if self.assessment else NOT_ASSESSED

    @cached_property
    def parties(self) -> list[PartyReading]:
        """Who is asked to act, each with its last answer."""
        answers = {response.organisation_id: response for response in self.advies.responses.all()}
        asked = (item for item in self.advies.responsibilities.all() if not item.is_partner)
        return [PartyReading(item, answers.get(item.organisation_id)) for item in asked]

    @cached_property
    def partners(self) -> list[Responsibility]:
        """With whom they are to act."""
        return [item for item in self.advies.responsibilities.all() if item.is_partner]

    @property
    def only_inferred(self) -> bool:
        """Whether no source names who is to act: then its silence is ranked against nobody."""
        return all(party.responsibility.is_inferred for party in self.parties)


def read(adviezen: Iterable[Advies], day: date) -> list[AdviesReading]:
    return [AdviesReading(advies, day) for advies in adviezen]


def by_silence(readings: Iterable[AdviesReading]) -> list[AdviesReading]:
    """The longest silence first. Where something runs there is none; where none can be counted, it comes last."""
    return sorted(readings, key=lambda reading: reading.silence, reverse=True)
