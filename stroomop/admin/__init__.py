"""The back-office of the site as a whole: its pages, who may do what, and who came in."""

from allauth.account import admin as address_admin
from allauth.mfa import admin as factor_admin
from django.contrib import admin
from django_tasks_db import admin as tasks_admin

from .accounts import StaffAdmin
from .links import LinkCheckAdmin
from .messages import MessageAdmin
from .pages import HelpLineAdmin, PageAdmin, TextBlockAdmin
from .rights import GroupAdmin
from .sign_ins import SignInAdmin

__all__ = [
    "GroupAdmin",
    "HelpLineAdmin",
    "LinkCheckAdmin",
    "MessageAdmin",
    "PageAdmin",
    "SignInAdmin",
    "StaffAdmin",
    "TextBlockAdmin",
]

# Both are a way in, and are looked after from the page of the account.
admin.site.unregister([factor_admin.Authenticator, address_admin.EmailAddress])
# What a worker did, or could not, is told where staff asked for it; the rest is in the server's log.
admin.site.unregister(tasks_admin.DBTaskResult)
