"""The kinds of task; a new one is one module here and one template in `templates/kinds`."""

import pkgutil
from functools import cache
from importlib import import_module

from app.kinds.kind import Kind

_NOT_KINDS = {"ask", "kind", "material", "walk"}


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return {
        name: import_module(f"{__name__}.{name}").KIND
        for name in sorted(names)
        if name not in _NOT_KINDS
    }
