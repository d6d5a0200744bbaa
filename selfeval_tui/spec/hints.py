"""Did-you-mean for names a person wrote by hand."""

from collections.abc import Iterable

LONGEST = 60
"""Characters; comparing takes the product of two lengths, and no name of ours is longer."""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A Chinese question naming the nearest choice, or an empty text where none is near."""
    from difflib import get_close_matches

    if len(word) > LONGEST:
        return ""
    near = get_close_matches(word, list(choices), n=1, cutoff=0.5)
    return f"是不是“{near[0]}”？" if near else ""
