"""Sentences that several pages share."""

NOT_CHECKED = "Nog niet nagekeken: dat ligt aan ons."
NO_NEWS = "Geen nieuws met datum gevonden."
NO_AGREEMENT = "Geen afspraak met een datum gevonden."
NOT_JUDGED = "Nog niet beoordeeld"
# The cells of an advies of which nothing is known, after its name.
NOTHING_KNOWN = ["onbekend", f"{NOT_CHECKED} {NO_NEWS}", NO_AGREEMENT, NOT_JUDGED]
CITED = "StroomOP-portaal, {}, zoals bekend op {}, https://portaal.test{}?stand={} (bekeken op {})."
