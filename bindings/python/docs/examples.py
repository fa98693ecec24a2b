"""For griffe: the section `Example:` of a docstring is one of examples, and an attribute of a result has its type."""

from typing import Any

import griffe


class Examples(griffe.Extension):
    """Has each `Example:` read as code with its output."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Renames the section before the docstring is parsed."""
        if obj.docstring is not None:
            obj.docstring.value = obj.docstring.value.replace("\nExample:\n", "\nExamples:\n")

    def on_attribute(self, *, attr: griffe.Attribute, **kwargs: Any) -> None:
        """Shows what is read, `float | None`, in place of what reads it, `Attribute[float | None]`."""
        of = attr.annotation
        if isinstance(of, griffe.ExprSubscript) and str(of.left) == "Attribute":
            attr.annotation = of.slice
