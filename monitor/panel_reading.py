"""What a page tells of a round of the panel: each stelling with how every group answered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from monitor import charts, sentences
from monitor.models import Answer, PanelRound, PublicAnswer, Release, Stelling
from monitor.panel_rule import MINIMUM

HIDDEN = "niet getoond"


@dataclass(frozen=True)
class GroupReading:
    name: str
    release: Release
    # In the order of the scale; None where they are not shown.
    numbers: Sequence[int] | None

    @property
    def size(self) -> int | None:
        return None if self.numbers is None else sum(self.numbers)


@dataclass(frozen=True)
class StellingReading:
    stelling: Stelling
    answers: Sequence[Answer]
    # Those of which there was something to tell, if only that it is not shown.
    groups: Sequence[GroupReading]

    @property
    def place(self) -> str:
        """The id of its heading."""
        return f"stelling-{self.stelling.pk}"

    @property
    def sentence_id(self) -> str:
        return f"{self.place}-zin"

    @property
    def sentence(self) -> str:
        return sentences.say_statement(
            [sentences.Group(group.name, group.size, self.agreed(group)) for group in self.groups]
        )

    def agreed(self, group: GroupReading) -> int | None:
        if group.numbers is None:
            return None
        pairs = zip(self.answers, group.numbers, strict=True)
        return sum(number for answer, number in pairs if answer.side == Answer.Side.AGREE)

    @property
    def told(self) -> list[GroupReading]:
        return [group for group in self.groups if group.numbers is not None]

    @property
    def chart(self) -> charts.AnswerChart | None:
        if not self.told:
            return None
        groups = [charts.Group(group.name.capitalize(), group.numbers, HIDDEN) for group in self.groups]
        scale = [charts.Answer(answer.text, answer.side) for answer in self.answers]
        return charts.answer_chart(groups, scale, minimum=MINIMUM)

    @property
    def rows(self) -> list[tuple[str, list[int]]]:
        """Of the table: each answer with its number in every group that is told of."""
        columns = [group.numbers or () for group in self.told]
        return [(answer.text, list(row)) for answer, *row in zip(self.answers, *columns, strict=True)]

    @property
    def releases(self) -> list[Release]:
        """Each once."""
        return list(dict.fromkeys(group.release for group in self.groups))


def read_round(panel_round: PanelRound, day: date) -> list[StellingReading]:
    """As it was known on a day, in a number of queries that does not grow."""
    answers = PublicAnswer.objects.held_on(day).filter(stelling__panel_round=panel_round)
    said: dict[tuple[int, str], list[PublicAnswer]] = defaultdict(list)
    for one in answers.select_related("release__source"):
        said[one.stelling_id, one.group].append(one)
    stellingen = panel_round.stellingen.select_related("scale").prefetch_related("scale__answers")
    return [read_stelling(stelling, said) for stelling in stellingen]


def read_stelling(stelling: Stelling, said: dict[tuple[int, str], list[PublicAnswer]]) -> StellingReading:
    answers = list(stelling.scale.answers.all())
    groups = [
        read_group(group.label, found, answers)
        for group in Stelling.Group
        if (found := said.get((stelling.pk, group.value)))
    ]
    return StellingReading(stelling, answers, groups)


def read_group(name: str, found: Sequence[PublicAnswer], answers: Iterable[Answer]) -> GroupReading:
    """Of a group that is not shown there is one row, without an answer."""
    numbers = {one.answer_id: one.number or 0 for one in found}
    told = None if None in numbers else [numbers.get(answer.pk, 0) for answer in answers]
    return GroupReading(name, found[0].release, told)
