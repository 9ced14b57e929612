"""The letter with which a new colleague chooses a password, so that nobody ever types or mails somebody else's."""

import logging

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.core.context import request_context
from django.conf import settings
from django.http import HttpRequest

from stroomop.models import User

logger = logging.getLogger(__name__)
DAYS = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)


def send_link(request: HttpRequest, account: User) -> bool:
    """Whether the letter went. It does not say anything that somebody else could come in with after a few days."""
    # Also after the answer was made, when allauth no longer knows whose request it is.
    with request_context(request):
        adapter = get_adapter(request)
        key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
        context = {
            "account": account,
            "days": DAYS,
            "link": adapter.get_reset_password_from_key_url(key),
            "login": f"{settings.SITE_URL}/beheer/",
            "second_factor": settings.BACK_OFFICE_SECOND_FACTOR,
        }
        try:
            adapter.send_mail("account/email/choose_password", account.email, context)
        except OSError:
            logger.exception("A letter could not be sent.")
            return False
        return True
