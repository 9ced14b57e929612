from datetime import UTC, date, datetime, timedelta
from typing import Any

from stroomop.models import HelpLine, LinkCheck, Message, Page, TextBlock, User

from .shared import LONG_AGO, numbers


def make_user(**kwargs: Any) -> User:
    return User.objects.create_user(**{"username": f"test{next(numbers)}", "password": "test", **kwargs})


def make_page(**kwargs: Any) -> Page:
    number = next(numbers)
    defaults = {"slug": f"testpagina-{number}", "title": f"Testpagina {number}", "description": "Een test."}
    return Page.objects.create(**{**defaults, "body": "<p>Test.</p>", "published_at": LONG_AGO, **kwargs})


def make_help_line(**kwargs: Any) -> HelpLine:
    return HelpLine.objects.create(
        **{"slug": "testlijn", "name": "Testlijn", "phone": "0", "tel": "0", "text": "Test.", **kwargs}
    )


def make_text_block(key: str, text: str) -> TextBlock:
    return TextBlock.objects.create(key=key, text=text)


def make_dead_link(address: str = "https://bron.test/", since: date = date(2026, 10, 1)) -> LinkCheck:
    """One that failed on three days."""
    days = {"failing_since": since, "last_failed_on": since + timedelta(days=2), "failures": 3}
    return LinkCheck.objects.create(address=address, outcome="mislukt", words="De site geeft een fout (500).", **days)


def make_message(item: Any = None, **kwargs: Any) -> Message:
    """One that was handled has a moment for that."""
    number = next(numbers)
    defaults = {"reason": "contact", "name": "Testpersoon", "text": "Een testbericht.", "consent": "Test."}
    defaults |= {"sent_at": LONG_AGO, "fingerprint": f"test{number}"}
    about = {"item": item, "path": item.get_absolute_url()} if item else {}
    handled = {"handled_at": LONG_AGO} if kwargs.get("status", "nieuw") != "nieuw" else {}
    return Message.objects.create(**{**defaults, **about, **handled, **kwargs})


def make_reaction(item: Any, **kwargs: Any) -> Message:
    """One that readers see."""
    return make_message(item, **{"reason": "reactie", "status": "geplaatst", **kwargs})


def make_queued(item: Any = None, **kwargs: Any) -> Message:
    """A reaction as staff find it in their queue, of a sender who can be mailed."""
    sender = {"name": "Testlezer", "email": "lezer@voorbeeld.test", "text": f"Testbericht {next(numbers)}."}
    sent = {"reason": "reactie", "sent_at": datetime(2026, 10, 31, 12, tzinfo=UTC)}
    return make_message(item, **{**sender, **sent, **kwargs})
