"""Whether what a reader wrote may stand on the site."""

from stroomop.models import Message

from .subjects import takes_reactions

URGENT = "Dit bericht klinkt als nood. Zo'n bericht komt nooit op de site."
NO_PLACE = (
    "Deze reactie kan niet op de site: de pagina gaat over een gevoelig onderwerp, of staat niet (meer) op de site."
)


def obstacle(message: Message) -> str:
    """Why this reaction can't be placed, in words for staff; empty when it can."""
    if message.urgent:
        return URGENT
    return "" if takes_reactions(message.item) else NO_PLACE
