from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Where no server hands out what is kept. A function, so that a migration knows no folder."""
    return storages["private"]
