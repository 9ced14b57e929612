"""What is mailed about a message: to the editors when somebody may be in need, and to the sender what became of it."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from stroomop.models import HelpLine, Message

from .withdrawing import withdrawal_address

logger = logging.getLogger(__name__)
# Of the mail server, and of an address that no letter can go to.
FAULTS = (OSError, ValueError)
# Who else reads the sender's screen learns nothing from these.
TO_SENDER = "Je bericht aan StroomOP"
TO_EDITORS = "StroomOP: een bericht klinkt als nood"


def tell_editors(message: Message) -> None:
    """That somebody may be in need; not what was written, nor by whom. Never in the way of what was sent."""
    if not settings.EDITORS_EMAIL:
        return
    address = settings.SITE_URL + reverse("admin:stroomop_message_change", args=[message.pk])
    text = render_to_string("stroomop/messages/letters/nood.txt", {"address": address})
    try:
        send_mail(TO_EDITORS, text, None, [settings.EDITORS_EMAIL])
    except FAULTS:
        logger.exception("The editors could not be told of a message.")


def tell_sender(message: Message) -> bool:
    """What became of it, once. Whether a letter went now; when it could not, it may be tried again."""
    this = Message.objects.filter(pk=message.pk)
    # As it is by now: it may have been withdrawn in the meantime.
    now = this.first()
    if now is None or not this.claim_letter():
        return False
    try:
        send_mail(TO_SENDER, letter(now), None, [now.email])
    except FAULTS as error:
        this.update(told_at=None)
        # Without the words of the error, since the address is in them.
        logger.warning("The sender of message %s could not be told: %s.", now.pk, type(error).__name__)
        return False
    return True


def letter(message: Message) -> str:
    """By what became of it. Without what the sender wrote: a mailbox may be read by others."""
    placed = message.status == Message.Status.PUBLISHED
    context = {
        "message": message,
        "is_reaction": message.reason == Message.Reason.REACTION,
        "site": settings.SITE_URL,
        "contact": reverse("message", args=[Message.Reason.CONTACT]),
        "withdrawal": withdrawal_address(message) if placed else "",
        "help_lines": HelpLine.objects.all() if message.urgent else [],
    }
    return render_to_string(f"stroomop/messages/letters/{message.status}.txt", context)
