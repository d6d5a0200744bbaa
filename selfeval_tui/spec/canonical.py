"""One written form for a resolved sheet: for people to read, and for its hash."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

_WIDE = 90
"""Characters of a list on one line; a longer one has a line for each item."""


def content_hash(content: Mapping[str, Any]) -> str:
    """The sha256 of the content; the order of keys does not count, that of lists does."""
    import json
    from hashlib import sha256

    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=_number)
    return sha256(text.encode()).hexdigest()


def _number(value: object) -> str:
    """A figure without exponent; a date, which no sheet that loads has, as it is written."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def as_toml(content: Mapping[str, Any]) -> str:
    """The content as TOML: plain keys first, then the fields, then the blocks."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: Mapping[str, Any]) -> Iterator[str]:
    nested = ("field", "block")
    yield from (f"{_key(k)} = {_value(v)}" for k, v in content.items() if k not in nested)
    for name, field in content["field"].items():
        yield f"\n[field.{_key(name)}]"
        yield from (f"{_key(k)} = {_value(v)}" for k, v in field.items())
    for block in content["block"]:
        yield "\n[[block]]"
        yield from (f"{_key(k)} = {_value(v)}" for k, v in block.items())


def _key(key: str) -> str:
    """A bare key where TOML allows one."""
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else _text(key)


def _value(value: object) -> str:
    """A value; a long list has one item a line."""
    line = _inline(value)
    if isinstance(value, list) and len(line) > _WIDE:
        return "[\n" + "".join(f"  {_inline(each)},\n" for each in value) + "]"
    return line


def _inline(value: object) -> str:
    """A value on one line, as inline tables demand."""
    match value:
        case str():
            return _text(value)
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f")
        case dict():
            items = ", ".join(f"{_key(key)} = {_inline(each)}" for key, each in value.items())
            return f"{{ {items} }}" if items else "{}"
        case list():
            return f"[{', '.join(map(_inline, value))}]"
    return str(value)


def _text(text: str) -> str:
    """A basic string; JSON escapes the same characters the same way, but for DEL."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
