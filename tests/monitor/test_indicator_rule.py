"""Which small numbers of an indicator stay hidden, as its editors set it."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from monitor.disclosure import Rule
from monitor.models import Indicator
from stroomop.lib import clock
from tests.factories import make_indicator

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("measure", "rule"), [("personen", Rule(5, 1)), ("aandeel", Rule(5, 1)), ("overig", Rule())], ids=str
)
def test_rule_is_about_people(measure, rule):
    assert Indicator(measure=measure).rule == rule


@pytest.mark.parametrize(("day", "is_open"), [(21, True), (22, True), (23, False)])
def test_exception_holds_from_its_day(day, is_open):
    with clock.fixed_at(NOON):
        assert Indicator(exception_on=date(2026, 11, day)).rule == Rule(5, 1, exception=is_open)


def test_indicator_is_worked_out_from_one_that_is_not():
    base, other = make_indicator(), make_indicator()
    change = make_indicator(derived_from=base)
    change.clean()

    def refused(indicator, value):
        indicator = Indicator.objects.get(pk=indicator.pk)
        indicator.derived_from = Indicator.objects.get(pk=value.pk)
        with pytest.raises(ValidationError) as error:
            indicator.clean()
        return error.value.message_dict

    source = {"derived_from": ["Kies het cijfer waar alles uit is uitgerekend."]}
    assert refused(other, other) == source
    assert refused(other, change) == source
    assert refused(base, other) == {"derived_from": ["Uit dit cijfer is een ander uitgerekend. Dan kan het niet zelf."]}
