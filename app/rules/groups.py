"""Answers that no key can compare: groups of those in which every two are alike."""

from collections.abc import Callable, Sequence


def grouped(keys: Sequence[str], alike: Callable[[int, int], bool]) -> list[str]:
    """For each answer the name of its group, whatever the order in which they come.

    `keys` are the same for equal answers, and `alike` compares two by their places. The largest
    group is taken out first, so that a majority is found.
    """
    places = sorted(range(len(keys)), key=lambda one: keys[one])
    near = {(a, b): a == b or keys[a] == keys[b] or alike(a, b) for a in places for b in places}
    names = list(keys)
    while places:
        group = max((_around(seed, places, near) for seed in places), key=len)
        for one in group:
            names[one] = keys[group[0]]
        places = [one for one in places if one not in group]
    return names


def _around(seed: int, places: Sequence[int], near: dict[tuple[int, int], bool]) -> list[int]:
    """One answer, and each next one that is alike to all of them so far."""
    found = [seed]
    for one in places:
        if one != seed and all(near[one, other] for other in found):
            found.append(one)
    return found
