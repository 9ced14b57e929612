"""What changes which figures the public may read, changes that at once; targets and baselines stay."""

from datetime import date

import pytest

from monitor import publication
from monitor.models import Baseline, Category, ChartEvent, Dimension, PublicFigure, Target
from tests import factories as make
from tests.advies.back_office.forms import faults, post
from tests.advies.back_office.stored import values
from tests.stroomop.back_office.staff import add, save, url

pytestmark = pytest.mark.django_db


def publish(indicator, value, *categories, period="2024"):
    release = make.make_release(published_at=None)
    make.make_observation(make.make_series(indicator, *categories), period, value, release=release)
    publication.publish([release])


def public(indicator):
    figures = PublicFigure.objects.filter(series__indicator=indicator).order_by("series__key")
    return [None if figure.value is None else str(figure.value) for figure in figures]


def test_other_rule_changes_what_the_public_reads(client, editor, catalogue):
    publish(catalogue, "7")
    assert public(catalogue) == ["7"]

    save(client, catalogue, smallest=10)
    assert public(catalogue) == [None]

    save(client, catalogue, exception_on="2026-11-01", exception_reason="Besloten door de redactie.")
    assert public(catalogue) == ["7"]


def test_other_rule_changes_what_was_worked_out_from_it(client, editor, catalogue):
    change = make.make_indicator(derived_from=catalogue, measure="overig")
    publish(catalogue, "7")
    publish(change, "2")
    assert public(change) == ["2"]

    save(client, catalogue, smallest=10)

    assert public(change) == [None]


def test_what_does_not_touch_the_figures_leaves_them(client, editor, catalogue, monkeypatch):
    monkeypatch.setattr(publication, "refresh_indicators", None)

    assert save(client, catalogue, name="Andere naam").name == "Andere naam"


def test_exception_asks_for_a_reason(client, editor, catalogue):
    page = post(client, catalogue, exception_on="2026-11-01")

    assert faults(page) == [{"__all__": ["Geef bij een uitzondering de dag en de reden."]}]


def test_new_indicator_has_no_rows_yet(client, editor):
    form = client.get("/beheer/monitor/indicator/add/")

    names = [formset.opts.__class__.__name__ for formset in form.context["inline_admin_formsets"]]
    ties = ["AdviesIndicatorInline", "ProjectIndicatorInline"]
    assert names == ["DefinitionInline", "BreakInline", "NewTargetInline", "NewBaselineInline", *ties]


@pytest.mark.parametrize(("model", "extra"), [(Target, {"kind": "bereiken"}), (Baseline, {})])
def test_new_target_or_baseline_is_known_from_today_and_stays(client, editor, catalogue, model, extra):
    prefix = f"{model._meta.model_name}s-2"
    row = {"value": "0", "period_code": "2030", "source": make.make_source(title="Plan").pk, **extra}
    address = url(type(catalogue), "change", catalogue.pk)

    save(client, catalogue, **{f"{prefix}-0-{name}": value for name, value in row.items()})

    assert values(model.objects, "indicator", "period_code", "known_on") == [
        (catalogue.pk, "2030", date(2026, 11, 1)),
    ]
    page = client.get(address)
    assert "2030" in page.text
    offered = page.context["inline_admin_formsets"][3 if model is Target else 5].formset.forms[0].fields["supersedes"]
    assert list(offered.queryset) == [model.objects.get()]
    [shown] = [
        formset
        for formset in page.context["inline_admin_formsets"]
        if formset.opts.model is model and formset.opts.__class__.__name__ == f"{model.__name__}Inline"
    ]
    assert (shown.has_change_permission, shown.has_delete_permission) == (False, False)


def test_target_of_a_draft_stays_as_well(client, editor, catalogue):
    catalogue.published_at = None
    catalogue.save()
    Target.objects.create(
        indicator=catalogue, kind="bereiken", value="0", period_code="2030", source=make.make_source()
    )

    save(client, catalogue, **{"targets-0-value": "1,250"})

    assert [str(target.value) for target in Target.objects.all()] == ["0"]


def test_new_target_takes_a_number_in_dutch(client, editor, catalogue):
    row = {"value": "1.250,5", "period_code": "2030", "source": make.make_source().pk, "kind": "bereiken"}

    save(client, catalogue, **{f"targets-2-0-{name}": value for name, value in row.items()})

    assert [str(target.value) for target in Target.objects.all()] == ["1250.5"]


def test_slip_in_a_target_is_told(client, editor, catalogue):
    row = {"targets-2-0-value": "0", "targets-2-0-period_code": "later", "targets-2-0-kind": "bereiken"}

    [wrong] = [errors for errors in faults(post(client, catalogue, **row)) if errors]

    assert set(wrong) == {"period_code", "source"}


@pytest.fixture
def parts(catalogue):
    """Two parts of which one is too small, without a total: as long as they are no whole, one may be read."""
    dimension = Dimension.objects.create(slug="regio", name="Regio", plural="regio's")
    north, south = (make.make_category(dimension=dimension, name=name, slug=name) for name in ("noord", "zuid"))
    publish(catalogue, "100")
    publish(catalogue, "97", north)
    publish(catalogue, "3", south)
    return dimension


def test_breakdown_that_covers_the_total_hides_more(client, editor, catalogue, parts):
    before = public(catalogue)

    save(client, parts, covers="on")

    assert (before, public(catalogue)) == (["100", "97", None], ["100", None, None])


def test_new_category_makes_the_public_figures_anew(client, editor, catalogue, parts, monkeypatch):
    refreshed = []
    monkeypatch.setattr(publication, "refresh_indicators", refreshed.extend)

    save(client, parts, **{"categories-2-0-name": "Oost", "categories-2-0-slug": "oost"})

    assert Category.objects.get(slug="oost").dimension == parts
    assert refreshed == [catalogue]


def test_breakdown_is_described_without_touching_figures(client, editor, parts, monkeypatch):
    monkeypatch.setattr(publication, "refresh_indicators", None)

    assert save(client, parts, note="Let op.").note == "Let op."


def test_new_breakdown_has_a_first_category(client, editor):
    added = add(
        client, Dimension, slug="leeftijd", name="Leeftijd", plural="leeftijden",
        **{"categories-0-name": "Jong", "categories-0-slug": "jong"},
    )  # fmt: skip

    assert [category.name for category in added.categories.all()] == ["Jong"]


def test_event_stands_beside_figures(client, editor, catalogue):
    added = add(client, ChartEvent, title="Nieuwe wet", indicators=[catalogue.pk], date_from="2024-01-01",
                date_to="2024-01-01", precision="dag")  # fmt: skip

    assert list(added.indicators.all()) == [catalogue]
