"""For griffe: the section `Example:` of a docstring is one of examples, as `Examples:` is."""

from typing import Any

import griffe


class Examples(griffe.Extension):
    """Has each `Example:` read as code with its output."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Renames the section before the docstring is parsed."""
        if obj.docstring is not None:
            obj.docstring.value = obj.docstring.value.replace("\nExample:\n", "\nExamples:\n")
