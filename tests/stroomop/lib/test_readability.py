import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.readability import MOST, WORDS_IN_PARAGRAPH, WORDS_IN_SENTENCE, remarks, sentences
from stroomop.lib.richtext import clean_html
from tests.hostile import HOSTILE

LONG = " ".join(["woord"] * (WORDS_IN_SENTENCE + 1))


def link(words: str, address: str = "/test/") -> str:
    return f'<p><a href="{address}">{words}</a></p>'


def test_a_plain_text_gets_no_remark():
    html = (
        "<p>Dit is een zin. Dit ook.</p><h2>Kop</h2><p>Lees <a href='/a/'>het rapport</a>.</p><h3>Kop</h3><h4>Kop</h4>"
        "<h2>Kop</h2><ul><li>Een</li></ul><table><tr><th>Jaar</th></tr><tr><td>2021</td></tr></table>"
    )

    assert remarks(html) == []
    assert remarks("") == []


@pytest.mark.parametrize(
    ("html", "remark"),
    [
        ("<h2> </h2>", "Er staat een lege kop in de tekst. Haal die weg, of schrijf er iets in."),
        ("<h4>Test</h4>", "De eerste kop, ‘Test’, is van niveau 4. Begin met een kop van niveau 2 of 3."),
        (
            "<h2>Een</h2><h4>Twee</h4>",
            "De kop ‘Twee’ is van niveau 4, en die erboven van niveau 2. Sla geen niveau over: kies niveau 3.",
        ),
        (
            link("Klik hier!"),
            "De link ‘Klik hier!’ zegt niet waar hij heen gaat. Noem in de link wat een lezer daar vindt.",
        ),
        (
            link("www.voorbeeld.nl/pad"),
            "De link ‘www.voorbeeld.nl/pad’ is een webadres. Noem in gewone woorden wat een lezer daar vindt.",
        ),
        (
            link("het rapport", "/een/") + link("het rapport", "/twee/"),
            "De woorden ‘het rapport’ zijn een link naar verschillende pagina's. Geef elke link eigen woorden.",
        ),
        (
            "<table><tr><td>Jaar</td><td>Aantal</td></tr></table>",
            "De tabel ‘Jaar Aantal’ heeft geen kopregel. Maak koppen van de cellen in de eerste rij.",
        ),
        (
            "<p>Let op: DIT IS HEEL BELANGRIJK.</p>",
            "Hier staan alleen hoofdletters: ‘DIT IS HEEL BELANGRIJK’. Die lezen lastig: gebruik kleine letters.",
        ),
        (
            f"<p>Kort. Nu {LONG}.</p>",
            "De zin ‘Nu woord woord woord woord woord …’ heeft 22 woorden. Knip hem door: tot 20 leest goed.",
        ),
        (
            f"<p>{'Nog een zin. ' * 34}</p>",
            "De alinea ‘Nog een zin. Nog een zin. …’ heeft 102 woorden. Knip hem in stukken, of maak er een lijst van.",
        ),
    ],
)
def test_what_could_be_better_is_said_with_its_place(html, remark):
    assert remarks(html) == [remark]


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote><p>{LONG}.</p></blockquote>",
        f"<p>{LONG[:60]}<br>{LONG[:60]}</p>",
        "<ul>" + "<li>vijf woorden in een punt</li>" * 30 + "</ul>",
        link("test@portaal.test", "mailto:test@portaal.test"),
        link("het rapport") * 2,
        link("") + link("", "/anders/"),
        "<p>VSO en SBO, NJi, RTA EN SWV.</p>",
        "<p>Test.</p></table></blockquote><th>Test.</th>",
    ],
)
def test_what_is_well_as_it_is_gets_no_remark(html):
    assert remarks(html) == []


def test_the_same_is_said_once():
    assert len(remarks(link("hier") * 3)) == 1


@pytest.mark.parametrize(("extra", "last"), [(0, None), (1, "En nog 1 ander punt."), (2, "En nog 2 andere punten.")])
def test_no_more_is_said_than_helps(extra, last):
    html = "".join(f"<p>{nth} {LONG}</p>" for nth in range(MOST + extra))

    found = remarks(html)

    assert found[MOST:] == ([last] if last else [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Een. Twee! Drie? Vier", ["Een. ", "Twee! ", "Drie? ", "Vier"]),
        ("Bijv. Utrecht, o.a. Zeist en dr. Jansen.", ["Bijv. Utrecht, o.a. Zeist en dr. Jansen."]),
        ("Het was 3.5 procent. Dat is 1.000 meer.", ["Het was 3.5 procent. ", "Dat is 1.000 meer."]),
        ("Door J. de Vries en A. B. Smit. Klaar.", ["Door J. de Vries en A. B. Smit. ", "Klaar."]),
        ("Hij zei: ‘Nee.’ Toen niets.", ["Hij zei: ‘Nee.’ ", "Toen niets."]),
        ("Scholen, huizen, enz. De rest volgt.", ["Scholen, huizen, enz. ", "De rest volgt."]),
        ("Eerst… 12 keer. En toen", ["Eerst… ", "12 keer. ", "En toen"]),
        ("regel een\nregel twee", ["regel een\n", "regel twee"]),
        ("", [""]),
    ],
)
def test_a_text_is_cut_into_sentences(text, parts):
    assert sentences(text) == parts


@given(st.text(alphabet="abzABZ .!?\n0…’‘", max_size=200))
def test_sentences_together_are_the_text(text):
    assert "".join(sentences(text)) == text


@given(st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join))
def test_any_clean_text_can_be_looked_at(html):
    found = remarks(clean_html(html))

    assert len(found) <= MOST + 1
    assert all(remark.endswith(".") for remark in found)


@given(st.lists(st.integers(2, 4), max_size=8))
def test_headings_are_in_order_when_nothing_is_said(levels):
    html = "".join(f"<h{level}>Kop {nth}</h{level}>" for nth, level in enumerate(levels))

    in_order = all(level <= above + 1 for above, level in zip([2, *levels], levels, strict=False))

    assert (remarks(html) == []) == in_order


@given(st.integers(1, 3 * WORDS_IN_SENTENCE), st.integers(1, 6))
def test_only_more_words_than_the_bound_make_a_long_sentence(words, count):
    sentence = "Woord" + " woord" * (words - 1) + "."
    html = f"<p>{' '.join([sentence] * count)}</p>"

    said = remarks(html)

    assert any(remark.startswith("De zin") for remark in said) == (words > WORDS_IN_SENTENCE)
    assert any(remark.startswith("De alinea") for remark in said) == (words * count > WORDS_IN_PARAGRAPH)
