"""Which answers of a group may be told, out of numbers alone.

A member of a panel is known to the other members. Of a small group, and of one in which everybody gave the same answer,
the numbers tell what each of them said; so do two versions of one group that differ by a few people.
"""

from collections.abc import Sequence

# The smallest group that is shown; docs/figures.md says why.
MINIMUM = 10


def may_be_told(numbers: Sequence[int]) -> bool:
    """``numbers``: how many gave each answer."""
    size = sum(numbers)
    return size >= MINIMUM and max(numbers) < size


def told(versions: Sequence[Sequence[int]]) -> list[bool]:
    """Of each version of what one group said, the oldest first, whether it may be told: the newest goes before."""
    sizes: list[int] = []
    found = []
    for numbers in reversed(versions):
        is_told = may_be_told(numbers) and all(apart(sum(numbers), size) for size in sizes)
        if is_told:
            sizes.append(sum(numbers))
        found.append(is_told)
    return found[::-1]


def apart(size: int, other: int) -> bool:
    """Whether the people that one version has and the other has not are none, or no small group."""
    return size == other or abs(size - other) >= MINIMUM
