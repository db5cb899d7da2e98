"""What a person reads on the way, in the language that they read."""

import tomllib
from typing import Any

from app.kinds.ask import FieldWords
from app.language import Language, language
from tests.site import SAMPLES


class Speech:
    """The words of the pages, and of the pools that were brought as samples, in one language."""

    def __init__(self, code: str) -> None:
        self.speaks: Language = language(code)

    def __call__(self, words: str, **values: int | str) -> str:
        """A text of the pages, by its English words, up to what nobody can know beforehand."""
        said = self.speaks.gettext(words)
        for name, value in values.items():
            known = value if isinstance(value, str) else self.speaks.number(value)
            said = said.replace(f"%({name})s", known)
        return said.partition("%(")[0].strip()

    def counted(self, one: str, many: str, number: int) -> str:
        """A text of the pages that counts something."""
        return self.speaks.ngettext(one, many, number) % {"num": self.speaks.number(number)}

    def earned(self, minor: int) -> str:
        """What the pages say of pay in sample pools."""
        return self("You earned %(money)s in sample pools.", money=self.money(minor))

    def money(self, minor: int) -> str:
        """An amount of money."""
        return self.speaks.money(minor, "EUR")

    def name(self) -> str:
        """What the language calls itself."""
        own = self.speaks.name_of(self.speaks.code)
        return own[:1].upper() + own[1:]

    def title(self, slug: str) -> str:
        """The title of a sample pool."""
        return str(self._words(slug)["title"])

    def question(self, slug: str) -> str:
        """What a sample pool asks."""
        return str(self._words(slug)["question"])

    def choice(self, slug: str, number: int) -> str:
        """One of the choices of a sample pool."""
        return str(self._words(slug)["choices"][number])

    def field(self, slug: str, name: str) -> FieldWords:
        """One of the questions that a sample pool names itself."""
        spec = tomllib.loads((SAMPLES / slug / "pool.toml").read_text("utf-8"))
        names = [one["name"] for one in spec["pool"]["ask"]["fields"]]
        found = self._words(slug)["fields"][names.index(name)]
        said = found.get("hint", ""), tuple(found.get("choices", ())), found.get("heading", "")
        return FieldWords(found["label"], *said)

    def _words(self, slug: str) -> dict[str, Any]:
        spec = tomllib.loads((SAMPLES / slug / "pool.toml").read_text("utf-8"))
        pool = spec["pool"]
        if pool["language"] == self.speaks.code:
            return {**pool, **pool["ask"]}
        found: dict[str, Any] = pool["words"][self.speaks.code]
        return found
