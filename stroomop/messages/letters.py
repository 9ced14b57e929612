"""What is mailed about a message."""

import logging

from django.conf import settings
from django.core.mail import send_mail

from stroomop.models import Message

logger = logging.getLogger(__name__)


def tell_editors(message: Message) -> None:
    """That somebody may be in need; not what was written, nor by whom. Never in the way of what was sent."""
    if not settings.EDITORS_EMAIL:
        return
    text = f"Lees het vandaag nog: {settings.SITE_URL}/beheer/"
    try:
        send_mail("StroomOP: een bericht klinkt als nood", text, None, [settings.EDITORS_EMAIL])
    except OSError:
        logger.exception("The editors could not be told of a message.")
