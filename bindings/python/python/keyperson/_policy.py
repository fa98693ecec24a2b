"""The policy: all judgement in one document."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike, fspath
from typing import Any, Union

from keyperson import _keyperson
from keyperson._errors import Made, text_file
from keyperson._keyperson import DEFAULT_POLICY_TOML

__all__ = ["Policy", "PolicyLike"]


class Policy(Made):
    """All judgement: weights, thresholds, half-lives, patterns, ladder, cadence, calendars. Immutable.

    A document is laid over the default policy, so it holds only what differs; lists are replaced. Every setting is
    explained in `Policy.default_toml()`, and labelled there as judgement where it is one.

    Example:
        >>> import keyperson as kp
        >>> policy = kp.Policy.default().changed({"fit": {"bar": 0.7}})
        >>> policy["fit"]["bar"]
        0.7
        >>> policy == kp.Policy.from_toml("[fit]\\nbar = 0.7\\n")
        True
    """

    __slots__ = ("__weakref__", "_handle")
    _handle: _keyperson.Policy

    def __init__(self) -> None:
        raise TypeError("use Policy.default(), Policy.read(path), Policy.from_toml(text) or Policy.from_dict(plain)")

    @classmethod
    def _of(cls, handle: _keyperson.Policy) -> Policy:
        self = object.__new__(cls)
        object.__setattr__(self, "_handle", handle)
        return self

    @classmethod
    def default(cls) -> Policy:
        """The default policy.

        Example:
            >>> import keyperson as kp
            >>> len(kp.Policy.default()["ladder"]["rungs"])
            3
        """
        return cls._of(_keyperson.Policy.default())

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Policy:
        """Reads a policy from a TOML file, or from a JSON file where its name ends in `.json`.

        Args:
            path: The file, in UTF-8.

        Raises:
            OSError: The file cannot be read.
            KeypersonError: Every problem of the document.

        Example:
            >>> import keyperson as kp, pathlib, tempfile
            >>> file = pathlib.Path(tempfile.mkdtemp(), "policy.toml")
            >>> _ = file.write_text("[fit]\\nbar = 0.7\\n")
            >>> kp.Policy.read(file)["fit"]["bar"]
            0.7
        """
        text = text_file(path)
        if fspath(path).lower().endswith(".json"):
            return cls._of(_keyperson.Policy.from_json(text))
        return cls.from_toml(text)

    @classmethod
    def from_toml(cls, text: str) -> Policy:
        """Reads a policy from TOML text.

        Raises:
            KeypersonError: Every problem of the document, each with its path.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.from_toml('name = "strict"')
            Policy('strict')
        """
        return cls._of(_keyperson.Policy.from_toml(text))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Policy:
        """Reads a policy from dictionaries and lists.

        Raises:
            KeypersonError: Every problem of the document, each with its path.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.from_dict({"fit": {"rho": 0.5}})["fit"]["rho"]
            0.5
        """
        return cls._of(_keyperson.Policy.from_dict(document))

    @staticmethod
    def default_toml() -> str:
        """The default policy as a document to begin with: every setting explained, in English and Japanese.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.from_toml(kp.Policy.default_toml()) == kp.Policy.default()
            True
        """
        return DEFAULT_POLICY_TOML

    def changed(self, changes: Mapping[str, Any]) -> Policy:
        """This policy with `changes` laid over it, key by key; a list is replaced. The policy itself stays as it is.

        Args:
            changes: Tables and values as in the document, such as `{"fit": {"bar": 0.7}}`.

        Raises:
            KeypersonError: Every problem of the result, each with its path.

        Example:
            >>> import keyperson as kp
            >>> policy = kp.Policy.default()
            >>> policy.changed({"traits": {"time": {"weight": 2}}})["traits"]["time"]["weight"]
            2.0
        """
        return self._of(self._handle.changed(changes))

    @property
    def name(self) -> str:
        """The name shown on every brief."""
        return self._handle.name()

    def __getitem__(self, section: str) -> Any:
        return self._handle.plain()[section]

    def to_dict(self) -> dict[str, Any]:
        """Every setting, as plain data of its own.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.default().to_dict()["fit"]["rho"]
            1.0
        """
        return self._handle.plain()

    def to_json(self) -> str:
        """Every setting as JSON, in a fixed order.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.default().to_json()[:20]
            '{"extends":"nothing"'
        """
        return self._handle.json()

    def to_toml(self) -> str:
        """Every setting as TOML, without comments.

        Example:
            >>> import keyperson as kp
            >>> kp.Policy.from_toml(kp.Policy.default().to_toml()) == kp.Policy.default()
            True
        """
        return self._handle.toml()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Policy is frozen: use .changed({...})")

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Policy) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __copy__(self) -> Policy:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Policy:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self._handle,))

    def __repr__(self) -> str:
        return f"Policy({self.name!r})"


PolicyLike = Union[Policy, Mapping[str, Any], None]
"""A policy, a dictionary of what differs from the default one, or None for the default policy."""


def _again(handle: _keyperson.Policy) -> Policy:
    return Policy._of(handle)  # pyright: ignore[reportPrivateUsage]


_default: _keyperson.Policy | None = None


def handle_or_none(policy: Policy | None) -> _keyperson.Policy | None:
    """The handle of a policy, None where none was given."""
    if policy is None:
        return None
    if isinstance(policy, Policy):  # pyright: ignore[reportUnnecessaryIsInstance]
        return policy._handle  # pyright: ignore[reportPrivateUsage]
    raise TypeError(f"policy is a Policy or None, not {type(policy).__name__}")


def handle_of(policy: PolicyLike) -> _keyperson.Policy:
    """The handle of what was given as a policy."""
    global _default
    if policy is None:
        if _default is None:
            _default = _keyperson.Policy.default()
        return _default
    if isinstance(policy, Policy):
        return policy._handle  # pyright: ignore[reportPrivateUsage]
    return _keyperson.Policy.from_dict(policy)
