"""Who gets what at each address of the back-office.

A cell has two letters: what a GET gets and what a POST gets.
    o  opens (200)             r  leads on (302), for a POST: it was done
    s  leads to signing in     .  refused (403)
    -  not asked so (405)      ?  not there (404)
A row is named after the end of the address's name: ``import`` for ``admin:projects_project_import``. Words after that
are what a POST sends (``{pk}`` is the item), and then a cell has one letter.

A new address on a model's admin: add its row below the model in TABLE, as those of ``monitor.Import``. The same address
on many models: a row in their kind. A new model: a line in TABLE, an item in the fixture ``everything``, and its rights
in stroomop/roles.py. An address that belongs to no model: a row in SITE. Rows are joined with ``|``; the last wins.
"""

VISITORS = ["anoniem", "geen rol", "meelezer", "redacteur", "cijferbeheerder", "beheerder", "superuser"]


def rows(text):
    """By row the cell of each visitor, which are the last words of the line."""
    lines = [line.split() for line in text.strip().splitlines()]
    return {
        " ".join(line[: -len(VISITORS)]): dict(zip(VISITORS, line[-len(VISITORS) :], strict=True)) for line in lines
    }


# The columns: anoniem, geen rol, meelezer, redacteur, cijferbeheerder, beheerder, superuser.
SITE = rows("""
    index                       ss  oo  oo  oo  oo  oo  oo
    login                       ss  ro  ro  ro  ro  ro  ro
    logout                      rr  -o  -o  -o  -o  -o  -o
    password_change             ss  rr  rr  rr  rr  rr  rr
    password_change_done        ss  o-  o-  o-  o-  o-  o-
    autocomplete                ss  .-  .-  .-  .-  .-  .-
    jsi18n                      ss  o-  o-  o-  o-  o-  o-
    view_on_site                ss  rr  rr  rr  rr  rr  rr
    app_list                    ss  ??  oo  oo  oo  oo  oo
    worklist                    ss  .-  .-  o-  o-  o-  o-
    items                       ..  o-  o-  o-  o-  o-  o-
    readability                 ..  -o  -o  -o  -o  -o  -o
    (?P<url>.*)$                ss  ??  ??  ??  ??  ??  ??
""")
# Every model has an address that leads to that of the form, before it looks who asks.
EVERY = rows("""
    <path:object_id>/           ss  rr  rr  rr  rr  rr  rr
""")
LOOKED_AT = EVERY | rows("""
    version                     ss  .-  ?-  ?-  ?-  ?-  ?-
    put_back                    ss  -.  -.  -.  -.  -.  -.
    changelist                  ss  ..  oo  oo  oo  oo  oo
    history                     ss  ..  oo  oo  oo  oo  oo
    change                      ss  ..  o.  o.  o.  o.  o.
    add                         ss  ..  ..  ..  ..  ..  ..
    delete                      ss  ..  ..  ..  ..  ..  ..
""")
# Of what keeps its history; what can't be a draft is not put back.
KEPT = rows("version            ss  .-  o-  o-  o-  o-  o-")
# The same for all that can be published: it has no draft here, and a colleague asked somebody to read it.
PUBLISHED = KEPT | rows("""
    preview                     ss  .-  o-  o-  o-  o-  o-
    difference                  ss  .-  ?-  ?-  ?-  ?-  ?-
    read                        ss  -.  -r  -r  -r  -r  -r
""")
# It stands on a page of something that is not public here, or nowhere.
NO_PAGE = rows("preview         ss  .-  r-  r-  r-  r-  r-")
TABLE_OF_ITS_OWN = rows("""
    import                      ss  ..  ..  oo  ..  oo  oo
    review                      ss  ..  ..  rr  ..  rr  rr
    export                      ss  ..  oo  oo  oo  oo  oo
""")
# Drafts: what was public is not deleted by anybody (test_rights.py).
TEXT = LOOKED_AT | rows("""
    put_back                    ss  -.  -.  -?  -.  -?  -?
    change                      ss  ..  o.  oo  o.  oo  oo
    add                         ss  ..  ..  oo  ..  oo  oo
    delete                      ss  ..  ..  or  ..  or  or
""")
PUBLISHED_TEXT = (
    TEXT
    | PUBLISHED
    | rows("""
    put_back                    ss  -.  -.  -r  -.  -r  -r
    changelist action=publish&_selected_action={pk}  s  .  o  r  o  r  r
    changelist action=archive&_selected_action={pk}  s  .  o  r  o  r  r
""")
)
FIGURE = LOOKED_AT | rows("""
    put_back                    ss  -.  -.  -.  -?  -?  -?
    change                      ss  ..  o.  o.  oo  oo  oo
    add                         ss  ..  ..  ..  oo  oo  oo
    delete                      ss  ..  ..  ..  or  or  or
""")
PUBLISHED_FIGURE = (
    FIGURE
    | PUBLISHED
    | rows("""
    put_back                    ss  -.  -.  -.  -r  -r  -r
    changelist action=publish&_selected_action={pk}  s  .  o  o  r  r  r
    changelist action=archive&_selected_action={pk}  s  .  o  o  r  r  r
""")
)
# The figures as they came in, with small groups and with what is not public yet.
LEDGER = EVERY | rows("""
    version                     ss  .-  .-  .-  ?-  ?-  ?-
    put_back                    ss  -.  -.  -.  -.  -.  -.
    changelist                  ss  ..  ..  ..  oo  oo  oo
    history                     ss  ..  ..  ..  oo  oo  oo
    change                      ss  ..  ..  ..  o.  o.  o.
    add                         ss  ..  ..  ..  ..  ..  ..
    delete                      ss  ..  ..  ..  ..  ..  ..
""")
# Other items hang on the one that the test has: the page says which, and it stays.
TIED_TEXT = rows("delete        ss  ..  ..  oo  ..  oo  oo")
TIED_FIGURE = rows("delete      ss  ..  ..  ..  oo  oo  oo")
NOT_DELETED = rows("delete      ss  ..  ..  ..  ..  ..  ..")
# A correction is a row of its own.
JUDGEMENT = LOOKED_AT | rows("""
    add                         ss  ..  ..  oo  ..  oo  oo
""")
ACCESS = EVERY | rows("""
    changelist                  ss  ..  ..  ..  ..  oo  oo
    history                     ss  ..  ..  ..  ..  oo  oo
    change                      ss  ..  ..  ..  ..  o.  o.
    add                         ss  ..  ..  ..  ..  ..  ..
    delete                      ss  ..  ..  ..  ..  ..  ..
""")
NO_HISTORY = rows("""
    version                     ss  .-  .-  .-  .-  ?-  ?-
    put_back                    ss  -.  -.  -.  -.  -.  -.
""")
# Of a colleague; what belongs to a superuser is in test_accounts.py.
ACCOUNT = ACCESS | rows("""
    change                      ss  ..  ..  ..  ..  oo  oo
    add                         ss  ..  ..  ..  ..  oo  oo
    delete                      ss  ..  ..  ..  ..  ..  or
    changelist action=send_link&_selected_action={pk}                s  .  .  .  .  r  r
    changelist action=take_second_factor_away&_selected_action={pk}  s  .  .  .  .  r  r
""")

TABLE = {
    "advies.Advies": PUBLISHED_TEXT | TIED_TEXT,
    "advies.Agreement": TEXT | KEPT | TIED_TEXT,
    "advies.Assessment": JUDGEMENT,
    "advies.Check": TEXT
    | NOT_DELETED
    | rows("""
        change                  ss  ..  o.  or  o.  or  or
        quarter                 ss  ..  o.  o?  o.  o?  o?
    """),
    "advies.News": PUBLISHED_TEXT | TIED_TEXT | NO_PAGE | TABLE_OF_ITS_OWN,
    "advies.Report": PUBLISHED_TEXT | TIED_TEXT | NO_PAGE,
    "advies.Response": JUDGEMENT,
    "advies.Statement": PUBLISHED_TEXT | NO_PAGE,
    "monitor.ChartEvent": FIGURE,
    "monitor.Dimension": FIGURE | TIED_FIGURE,
    "monitor.Import": LEDGER
    | rows("""
        add                     ss  ..  ..  ..  oo  oo  oo
        change doe=nu           s   .   .   .   r   r   r
        change doe=op           s   .   .   .   r   r   r
        change doe=concept      s   .   .   .   r   r   r
        change doe=weg          s   .   .   .   r   r   r
        change doe=terug        s   .   .   .   r   r   r
        change doe=opnieuw      s   .   .   .   r   r   r
    """),
    "monitor.Indicator": PUBLISHED_FIGURE
    | rows("""
        change doe=niets-nieuws    s   .   .   .   r   r   r
        change doe=geen-antwoord   s   .   .   .   r   r   r
        change doe=nieuw           s   .   .   .   r   r   r
    """),
    "monitor.PanelRound": PUBLISHED_FIGURE
    | TIED_FIGURE
    | rows("""
        results                 ss  ..  ..  ..  oo  oo  oo
    """),
    "monitor.Period": LOOKED_AT,
    "monitor.Release": LEDGER
    | rows("""
        new_figure              ss  ..  ..  ..  oo  oo  oo
        change doe=nu           s   .   .   .   r   r   r
        change doe=op           s   .   .   .   r   r   r
        change doe=terug        s   .   .   .   r   r   r
    """),
    "monitor.Scale": FIGURE | TIED_FIGURE,
    "monitor.Source": FIGURE | TIED_FIGURE,
    "monitor.Speerpunt": PUBLISHED_FIGURE,
    "projects.Event": PUBLISHED_TEXT,
    # Its words are kept nowhere else.
    "projects.Experience": PUBLISHED_TEXT
    | NO_PAGE
    | rows("""
        version                 ss  .-  ?-  ?-  ?-  ?-  ?-
        put_back                ss  -.  -.  -?  -.  -?  -?
        changelist action=withdraw&_selected_action={pk}&post=ja  s  .  o  r  o  r  r
    """),
    "projects.GlossaryTerm": PUBLISHED_TEXT | TABLE_OF_ITS_OWN,
    "projects.Hoofddoel": PUBLISHED_TEXT,
    "projects.Image": TEXT,
    "projects.Initiative": PUBLISHED_TEXT,
    "projects.Lesson": PUBLISHED_TEXT,
    "projects.Organisation": PUBLISHED_TEXT | TIED_TEXT | TABLE_OF_ITS_OWN,
    "projects.Person": PUBLISHED_TEXT,
    "projects.Project": PUBLISHED_TEXT | TIED_TEXT,
    "projects.Publication": PUBLISHED_TEXT | TABLE_OF_ITS_OWN,
    "projects.Randvoorwaarde": PUBLISHED_TEXT,
    "projects.Redirect": TEXT,
    "projects.Story": PUBLISHED_TEXT,
    "projects.Theme": PUBLISHED_TEXT,
    "projects.Update": PUBLISHED_TEXT | NO_PAGE,
    "projects.Veranderopgave": PUBLISHED_TEXT,
    "stroomop.HelpLine": TEXT | KEPT | rows("delete  ss  ..  ..  ..  ..  or  or"),
    "stroomop.Page": PUBLISHED_TEXT,
    "stroomop.LinkCheck": LOOKED_AT,
    # With the names and addresses of readers.
    "stroomop.Message": LOOKED_AT
    | rows("""
        version                 ss  .-  .-  ?-  .-  ?-  ?-
        changelist              ss  ..  ..  oo  ..  oo  oo
        history                 ss  ..  ..  oo  ..  oo  oo
        change                  ss  ..  ..  o.  ..  o.  o.
        change doe=plaats       s   .   .   r   .   r   r
        change doe=weiger       s   .   .   r   .   r   r
        change doe=beantwoord   s   .   .   r   .   r   r
        change doe=spam         s   .   .   r   .   r   r
        change doe=haal-weg     s   .   .   r   .   r   r
        change doe=mail         s   .   .   r   .   r   r
        change doe=terug        s   .   .   r   .   r   r
        changelist action=refuse_quietly&_selected_action={pk}  s  .  .  r  .  r  r
    """),
    "stroomop.TextBlock": TEXT | KEPT | NOT_DELETED | rows("add  ss  ..  ..  ..  ..  ..  .."),
    # A group of their own; the four roles are changed by nobody (test_accounts.py).
    "auth.Group": ACCESS
    | NO_HISTORY
    | rows("""
        change                  ss  ..  ..  ..  ..  o.  oo
        add                     ss  ..  ..  ..  ..  ..  oo
        delete                  ss  ..  ..  ..  ..  ..  or
            put_back                ss  -.  -.  -.  -.  -.  -?
    """),
    "stroomop.SignIn": ACCESS | NO_HISTORY,
    "stroomop.User": ACCOUNT,
}
