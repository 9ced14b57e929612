import pytest

from monitor.sentences import Group, say_statement


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], "Over deze stelling zijn nog geen antwoorden."),
        ([("jongeren", 60, 24)], "Van de jongeren was 40 procent het eens met de stelling (24 van de 60)."),
        # A half is rounded up; in a small group there is no percentage.
        ([("jongeren", 200, 25)], "Van de jongeren was 13 procent het eens met de stelling (25 van de 200)."),
        # One who thinks otherwise is not rounded away.
        ([("jongeren", 201, 200)], "Van de jongeren was 99 procent het eens met de stelling (200 van de 201)."),
        ([("jongeren", 201, 1)], "Van de jongeren was 1 procent het eens met de stelling (1 van de 201)."),
        ([("jongeren", 201, 201)], "Van de jongeren was 100 procent het eens met de stelling (201 van de 201)."),
        ([("ouders", 50, 20)], "Van de ouders was 40 procent het eens met de stelling (20 van de 50)."),
        ([("ouders", 49, 20)], "Van de ouders waren 20 van de 49 het eens met de stelling."),
        ([("ouders", 12, 1)], "Van de ouders was 1 van de 12 het eens met de stelling."),
        ([("ouders", 0, 0)], "Van de ouders gaf niemand antwoord."),
        (
            [("jongeren", 60, 0), ("ouders", None, None), ("professionals", 70, None)],
            (
                "Van de jongeren was 0 procent het eens met de stelling (0 van de 60). "
                "Van de ouders en professionals tonen we geen antwoord: "
                "de groep is te klein, of iedereen antwoordde hetzelfde."
            ),
        ),
    ],
)
def test_statement_is_said_per_group_with_its_number(groups, expected):
    assert say_statement([Group(*group) for group in groups]) == expected
