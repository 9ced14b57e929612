"""What belongs to the site as a whole: who signs in, what is being written, and the words on every page."""

from .draft import Draft, DraftFile
from .link_check import LinkCheck
from .loaded import LoadedItem
from .message import Message
from .pages import HelpLine, Page, TextBlock
from .reading import ReadRequest
from .search_entry import SearchEntry
from .sign_in import SignIn
from .user import User

__all__ = [
    "Draft",
    "DraftFile",
    "HelpLine",
    "LinkCheck",
    "LoadedItem",
    "Message",
    "Page",
    "ReadRequest",
    "SearchEntry",
    "SignIn",
    "TextBlock",
    "User",
]
