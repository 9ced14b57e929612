from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString

from stroomop.templatetags.stroomop import for_everybody, number, richtext
from tests.pages import words


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_richtext_is_shown_as_it_was_cleaned():
    assert isinstance(richtext("<p>Test.</p>"), SafeString)
    assert render("{{ html|richtext }}", html="<p>Test.</p>") == "<p>Test.</p>"


@pytest.mark.parametrize(("value", "text"), [(Decimal("1818.50"), "1.818,50"), (Decimal(0), "0"), (None, "")])
def test_number_is_written_in_dutch(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("can_be_filled_in", "wrapper"), [(True, '<div class="wrapper">'), (False, '<div class="wrapper" tabindex="0">')]
)
def test_rows_have_no_empty_headings_and_can_be_scrolled_to(can_be_filled_in, wrapper):
    rows = '<div class="wrapper"><th class="original"></th><th>Test</th><th></th></div>'

    assert for_everybody(rows, can_be_filled_in) == f'{wrapper}<td class="original"></td><th>Test</th><td></td></div>'


def test_breadcrumbs_lead_up_to_the_start():
    html = render('{% breadcrumbs "Nu" "Projecten" "projects:project_list" "Opgaven" "projects:veranderopgave_list" %}')

    assert words(html) == "Start Projecten Opgaven Nu"
    assert [part.partition('"')[0] for part in html.split('href="')[1:]] == ["/", "/projecten/", "/veranderopgaven/"]
    assert '<li aria-current="page">Nu</li>' in html


def test_breadcrumbs_of_a_section_lead_to_the_start():
    assert words(render("{% breadcrumbs title %}", title="Nu & <straks>")) == "Start Nu & <straks>"


def test_breadcrumbs_want_a_route_with_every_name():
    with pytest.raises(ValueError, match="incomplete batch"):
        render('{% breadcrumbs "Nu" "Projecten" %}')
