"""The sender's own way to take a message back, without an account: whoever holds the link may do so."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from stroomop.lib import clock
from stroomop.models import Message

SALT = "stroomop.messages.withdraw"
VALID_FOR = timedelta(days=365)


def withdrawal_address(message: Message) -> str:
    token = signing.dumps(message.pk, salt=SALT)
    return settings.SITE_URL + reverse("message_withdraw", args=[token])


def message_of(token: str) -> Message | None:
    """None when it is there no more. Raises signing.SignatureExpired, or signing.BadSignature for no link of ours."""
    return Message.objects.filter(pk=signing.loads(token, salt=SALT, max_age=VALID_FOR)).first()


def withdraw(message: Message) -> None:
    """Take all that was written out of the row, the answer as well, whatever staff do with it at that moment."""
    now = clock.now()
    Message.objects.filter(pk=message.pk).exclude(status=Message.Status.WITHDRAWN).update(
        status=Message.Status.WITHDRAWN, handled_at=now, name="", email="", text="", source="", answer="", urgent=False
    )
