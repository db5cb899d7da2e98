"""A form as a person fills it in, sent as a browser sends it."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from werkzeug.datastructures import FileStorage, MultiDict

from tests.reading.finding import matching, one
from tests.reading.tree import Node

if TYPE_CHECKING:
    from tests.reader import PageResponse
    from tests.reading.page import Page

PRESSED = ("submit", "image")
NEVER_SENT = ("reset", "button")
TICKED = ("radio", "checkbox")
MULTIPART = "multipart/form-data"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Upload:
    """A file that was chosen in a form."""

    filename: str
    content: bytes
    mimetype: str


def kind(control: Node) -> str:
    """What sort of control it is: textarea, select, or the type of an input or button."""
    if control.tag in ("textarea", "select"):
        return control.tag
    return control.get("type", "submit" if control.tag == "button" else "text").lower()


def network_lines(value: str) -> str:
    """Line ends as a browser sends them."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")


def disabled(control: Node) -> bool:
    """Whether the control, or a group around it, is switched off."""
    groups = (node for node in control.above() if node.tag == "fieldset")
    return control.has("disabled") or any(group.has("disabled") for group in groups)


class Form:
    """One form of a page; what is typed stays with this object."""

    def __init__(self, page: "Page", node: Node) -> None:
        self.page = page
        self.node = node
        self.controls = [
            each for each in page.every("input", "select", "textarea", "button") if self._owns(each)
        ]
        self._typed: dict[Node, str] = {}
        self._ticked = {each: each.has("checked") for each in self.controls if kind(each) in TICKED}
        self._files: dict[Node, Upload] = {}

    def fill(self, label: str, value: str) -> "Form":
        """Type into a field, or choose a line of a list, by its label."""
        control = self._find(label)
        assert kind(control) not in (*TICKED, "file"), f"{control} is not typed into"
        assert not control.has("readonly"), f"{control} cannot be changed"
        if control.tag == "select":
            options = control.every("option")
            chosen = one(
                matching(options, _words, value),
                f"line “{value}”",
                [_words(each) for each in options],
            )
            value = chosen.get("value", chosen.words)
        limit = control.get("maxlength")
        assert not limit or len(value) <= int(limit), f"{control} takes {limit} characters only"
        self._typed[control] = value
        return self

    def choose(self, label: str, group: str = "") -> "Form":
        """Choose a radio button by its label, within the group of that legend if one is given."""
        control = self._find(label, group, "radio")
        for other in self._ticked:
            if kind(other) == "radio" and other.get("name") == control.get("name"):
                self._ticked[other] = False
        self._ticked[control] = True
        return self

    def tick(self, label: str, group: str = "", on: bool = True) -> "Form":
        """Tick a box by its label, or take its tick away."""
        self._ticked[self._find(label, group, "checkbox")] = on
        return self

    def attach(
        self, label: str, filename: str, content: bytes, mimetype: str = "application/octet-stream"
    ) -> "Form":
        """Choose a file."""
        self._files[self._find(label, "", "file")] = Upload(filename, content, mimetype)
        return self

    def value(self, label: str) -> str:
        """What stands in a field now."""
        return self._value(self._find(label))

    def chosen(self, group: str = "") -> list[str]:
        """The labels of what is ticked, within the group of that legend if one is given."""
        ticked = [control for control, on in self._ticked.items() if on]
        return [
            self.page.name(each)
            for each in ticked
            if not group or self._group(each).startswith(group)
        ]

    @property
    def buttons(self) -> list[str]:
        """The words of the buttons that send the form."""
        return [self.page.name(each) for each in self.controls if kind(each) in PRESSED]

    def press(self, button: str = "", browser_checks: bool = True) -> "Page":
        """Press a button (the first, as Enter does, if none is named) and land on the next page."""
        return self.send(button, browser_checks, follow_redirects=True).page

    def send(
        self, button: str = "", browser_checks: bool = True, follow_redirects: bool = False
    ) -> "PageResponse":
        """Press a button and hand out the first response; text browsers check nothing first."""
        pressed = self._button(button)
        if browser_checks and not self.node.has("novalidate") and not pressed.has("formnovalidate"):
            missing = [
                str(each) for each in self.controls if each.has("required") and self._empty(each)
            ]
            assert not missing, f"a browser asks for {', '.join(missing)} before it sends the form"
        address = urljoin(self.page.url, pressed.get("formaction") or self.node.get("action"))
        pairs = self._pairs(pressed)
        if (pressed.get("formmethod") or self.node.get("method")).lower() != "post":
            address = urlsplit(address)._replace(query=urlencode(pairs)).geturl()
            return self.page.visit("GET", address, follow_redirects=follow_redirects)
        if (pressed.get("formenctype") or self.node.get("enctype")).lower() == MULTIPART:
            data: object = self._multipart(pairs)
            coding = MULTIPART
        else:
            pairs += [(each.get("name"), file.filename) for each, file in self._files.items()]
            data, coding = urlencode(pairs).encode(), "application/x-www-form-urlencoded"
        return self.page.visit(
            "POST", address, data=data, content_type=coding, follow_redirects=follow_redirects
        )

    def pairs(self, button: str = "") -> list[Pair]:
        """The names and values that pressing the button would send, files apart."""
        return self._pairs(self._button(button))

    def _owns(self, control: Node) -> bool:
        if control.has("form"):
            return control.get("form") == self.node.get("id", "-")
        return control.within("form") is self.node

    def _group(self, control: Node) -> str:
        fieldset = control.within("fieldset")
        return next((legend.words for legend in fieldset.every("legend")), "") if fieldset else ""

    def _find(self, label: str, group: str = "", wanted: str = "") -> Node:
        fields = [
            each for each in self.controls if kind(each) not in (*PRESSED, *NEVER_SENT, "hidden")
        ]
        if wanted:
            fields = [each for each in fields if kind(each) == wanted]
        if group:
            fields = [each for each in fields if self._group(each).startswith(group)]
        found = one(
            matching(fields, self.page.name, label),
            f"field “{label}”",
            [self.page.name(each) for each in fields],
        )
        assert not disabled(found), f"{found} is switched off"
        return found

    def _button(self, words: str) -> Node:
        buttons = [each for each in self.controls if kind(each) in PRESSED and not disabled(each)]
        if not words:
            assert buttons, "the form has no button"
            return buttons[0]
        return one(matching(buttons, self.page.name, words), f"button “{words}”", self.buttons)

    def _value(self, control: Node) -> str:
        if control in self._typed:
            return self._typed[control]
        if control.tag == "textarea":
            return control.raw
        if control.tag != "select":
            return control.get("value", "on" if kind(control) in TICKED else "")
        options = [each for each in control.every("option") if not each.has("disabled")]
        chosen = [each for each in options if each.has("selected")] or options
        return chosen[0].get("value", chosen[0].words) if chosen else ""

    def _empty(self, control: Node) -> bool:
        if kind(control) in TICKED:
            same = (each for each in self._ticked if each.get("name") == control.get("name"))
            return not any(self._ticked[each] for each in same)
        return control not in self._files if kind(control) == "file" else not self._value(control)

    def _pairs(self, pressed: Node) -> list[Pair]:
        found = []
        for control in self.controls:
            sort = kind(control)
            pressable = sort in (*PRESSED, *NEVER_SENT)
            if not control.get("name") or disabled(control) or sort == "file":
                continue
            if (pressable and control is not pressed) or (
                sort in TICKED and not self._ticked[control]
            ):
                continue
            value = self._value(control)
            found.append(
                (
                    control.get("name"),
                    network_lines(value)
                    if sort in ("textarea", "hidden")
                    else " ".join(value.splitlines()),
                )
            )
        return found

    def _multipart(self, pairs: list[Pair]) -> "MultiDict[str, object]":
        data: MultiDict[str, object] = MultiDict(pairs)
        for control in self.controls:
            if kind(control) == "file" and control.get("name") and not disabled(control):
                file = self._files.get(control, Upload("", b"", "application/octet-stream"))
                data.add(
                    control.get("name"),
                    FileStorage(BytesIO(file.content), file.filename, content_type=file.mimetype),
                )
        return data


def _words(node: Node) -> str:
    return node.words
