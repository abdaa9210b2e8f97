"""nbformat, imported in a tenth of the time: everything of the report that needs it takes it from
here.

On its way in, jsonschema compiles the grammar of internationalised addresses (RFC 3987) for two
seconds, for a check of a format that no notebook has; where that package is missing it goes on.
"""
import sys

_GRAMMAR = "rfc3987_syntax"
_hidden = sys.modules.setdefault(_GRAMMAR, None) is None    # type: ignore[arg-type]
import nbformat  # noqa: E402

if _hidden:
    del sys.modules[_GRAMMAR]

__all__ = ["nbformat"]
