"""Sending the form of the back-office on behalf of somebody, without a browser."""

from typing import Any, cast

from django.contrib.admin.options import IS_POPUP_VAR, SOURCE_MODEL_VAR, TO_FIELD_VAR
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict

from .intent import ASK, DISCARD, MOMENT, Button, Intent

type Data = dict[str, list[str]]

# The list of actions stands in the same form, and comes along with every button.
ACTION = {"CHANGE_FORM-action", "_selected_action", "select_across", "index"}
BUTTONS = {DISCARD, *Button}
# Of Django's own forms; ours do without, but for the popups.
DJANGOS = {"_continue", "_addanother", "_saveasnew"}
POPUP = {IS_POPUP_VAR, TO_FIELD_VAR, SOURCE_MODEL_VAR}
# What belongs to the sending of a form and not to what was filled in.
NO_CONTENT = {"csrfmiddlewaretoken", "_version", *ACTION, *BUTTONS, *DJANGOS, *POPUP}
APART = (f"{MOMENT}-", f"{ASK}-")


def filled_in(request: HttpRequest) -> Data:
    return {
        # No database keeps the one character, and no field takes it.
        name: [str(value).replace("\0", "") for value in values]
        for name, values in request.POST.lists()
        if name not in NO_CONTENT and not name.startswith(APART)
    }


def asks_for_action(request: HttpRequest, actions: dict[str, Any]) -> bool:
    """Whether one of the actions was asked for. When a button was pressed instead, what the list of actions sent is
    dropped: Django takes all but its own buttons for an action. So are those buttons, which would save at once."""
    if actions and "CHANGE_FORM-action" in request.POST and not (BUTTONS | DJANGOS) & request.POST.keys():
        return True
    post: Any = request.POST.copy()
    for name in ACTION | DJANGOS:
        post.pop(name, None)
    request.POST = post
    return False


def as_posted(data: Data) -> QueryDict:
    post = QueryDict(mutable=True)
    for name, values in data.items():
        post.setlist(name, values)
    return post


def request_of(user: Any, path: str, data: Data, files: MultiValueDict, intent: Intent) -> HttpRequest:
    """As if this user had sent the form; nobody reads the messages."""
    request: Any = HttpRequest()
    request.method, request.path, request.path_info = "POST", path, path
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "SCRIPT_NAME": ""}
    request.user, request.intent = user, intent
    request.POST, request._files = as_posted(data), files
    request._messages = BaseStorage(request)
    # There is no browser that somebody else could make send it.
    request._dont_enforce_csrf_checks = True
    return cast(HttpRequest, request)


def was_saved(response: HttpResponse) -> bool:
    """The admin leads on from a form that was right, and shows one that was not."""
    return response.status_code == 302


def faults(response: Any) -> str:
    """Why the form was refused."""
    return " ".join(str(message) for messages in response.context_data["errors"] for message in messages)
