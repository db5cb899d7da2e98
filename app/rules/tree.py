"""A tree of categories: what is inside each of them, and finding one by its words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

SIGN = ">"
BETWEEN = f" {SIGN} "
TOP = ""
MOST_FOUND = 20
LONGEST_SEARCH = 200

# Marks that are a part of the letter stand below this class: nuktas, voicing marks, viramas.
_LETTER_MARKS = 9
_SAME_LETTERS = str.maketrans("\u0649\u0629", "\u064a\u0647", "\u0640")
# "And" and "the", which Arabic writes together with the word after them.
_AND, _THE = "\u0648", "\u0627\u0644"
_SHORTEST = 3
# Written without spaces, so that each sign begins a word.
_UNSPACED = (range(0x3041, 0x3100), range(0x3400, 0xA000), range(0x20000, 0x40000))


@dataclass(frozen=True, slots=True)
class Node:
    """A category: its key, its name and path in the language at hand, and the keys inside it."""

    key: str
    name: str
    path: str
    inside: tuple[str, ...]

    @property
    def is_leaf(self) -> bool:
        """Whether nothing is inside, so that it can be an answer."""
        return not self.inside


@dataclass(frozen=True, slots=True)
class Found:
    """The leaves that a search shows, the best first, and how many it found."""

    shown: tuple[Node, ...]
    total: int


@dataclass(frozen=True)
class Tree:
    """Leaves by their keys: each is its whole path in the language of the pool.

    `paths` are the same paths in the language `lang`, in the same order.
    """

    keys: tuple[str, ...]
    paths: tuple[str, ...]
    lang: str = ""

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every category by its key, the top of the tree included."""
        inside: dict[str, dict[str, None]] = {TOP: {}}
        said = {TOP: ""}
        for leaf, words in zip(self.keys, self.paths, strict=True):
            above = TOP
            for key, path in zip(_way(leaf), _way(words), strict=True):
                inside[above][key] = None
                inside.setdefault(key, {})
                said[key] = path
                above = key
        return {
            key: Node(key, said[key].rpartition(BETWEEN)[2], said[key], tuple(below))
            for key, below in inside.items()
        }

    @cached_property
    def _index(self) -> list[tuple[str, str, str]]:
        """Each leaf's key with the words of its path and those of its name, a space before each."""
        own = {key: _spaced(node.name) for key, node in self.nodes.items()}
        return [(key, "".join(own[one] for one in _way(key)), own[key]) for key in self.keys]

    def inside(self, key: str) -> tuple[Node, ...]:
        """The categories right inside one."""
        return tuple(self.nodes[one] for one in self.nodes[key].inside)

    def search(self, typed: str, most: int = MOST_FOUND) -> Found:
        """The leaves in whose path every word that was typed begins a word, the best first."""
        sought = tuple(map(_without_the, words_of(typed[:LONGEST_SEARCH])))
        if not sought:
            return Found((), 0)
        hits = self._index
        for start in (f" {word}" for word in sought):
            hits = [hit for hit in hits if start in hit[1]]
        best = nsmallest(most, hits, key=lambda hit: _distance(sought, hit[1], hit[2]))
        return Found(tuple(self.nodes[key] for key, *_ in best), len(hits))


def above(key: str) -> str:
    """The key of the category around one; the top's where nothing is around it."""
    return key.rpartition(BETWEEN)[0]


def tidy_path(text: str) -> str:
    """A path with one space around each of its signs, as keys have it."""
    return BETWEEN.join(" ".join(part.split()) for part in text.split(SIGN))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without regard to capitals, accents and the style of digits."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return tuple("".join(map(_plain, plain.translate(_SAME_LETTERS))).split())


def _way(path: str) -> Iterator[str]:
    """The paths of what a path leads through, from the top, itself at last."""
    parts = path.split(BETWEEN)
    return (BETWEEN.join(parts[: depth + 1]) for depth in range(len(parts)))


def _spaced(name: str) -> str:
    """The words of a name, each also without what is written together with it."""
    ways = ((word, _without_the(word), _without_the(_without_and(word))) for word in words_of(name))
    return "".join(f" {word}" for forms in ways for word in dict.fromkeys(forms))


def _without_the(word: str) -> str:
    return word[2:] if word.startswith(_THE) and len(word) >= len(_THE) + _SHORTEST else word


def _without_and(word: str) -> str:
    return word[1:] if word.startswith(_AND) and len(word) >= len(_AND) + _SHORTEST else word


def _distance(sought: tuple[str, ...], path: str, own: str) -> tuple[int, int, int]:
    """How far a leaf is from what was typed: words outside its name, unfinished words, length."""
    outside = sum(f" {word}" not in own for word in sought)
    unfinished = sum(f" {word} " not in f"{path} " for word in sought)
    return outside, unfinished, own.count(" ")


def _plain(char: str) -> str:
    """A character of a word; a space for what parts words; nothing for accents and the unseen."""
    category = unicodedata.category(char)
    if category == "Cf" or unicodedata.combining(char) > _LETTER_MARKS:
        return ""
    if category[0] not in "LMN":
        return " "
    if any(ord(char) in signs for signs in _UNSPACED):
        return f" {char} "
    digit = unicodedata.digit(char, -1)
    return char if digit < 0 else str(digit)
