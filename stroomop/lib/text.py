import re

# What neither XML nor a calendar file may hold; it comes along when text is pasted from a presentation.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without characters that would make a whole feed or calendar unreadable."""
    return UNWRITABLE.sub("", text)
