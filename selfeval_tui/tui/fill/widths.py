"""How wide each column of a line is for a given screen."""

from collections.abc import Sequence

from selfeval_tui.tui.fill.lines import Track

NARROWEST = 9
"""Four characters and a blank; below this a column says nothing, and 一级指标 is cut itself."""


def column_widths(tracks: Sequence[Track], width: int) -> tuple[int, ...]:
    """Share a line among its columns.

    Args:
        tracks: The columns.
        width: The cells of the whole line.

    Returns:
        One width a column, `width` in all; 0 for a column that is left out. What is spare goes
        by `grow`; what lacks is taken from those that grow least, and an optional column goes
        before others get narrower than `NARROWEST` or their headers.
    """
    kept = [True] * len(tracks)
    if _least(tracks, kept) > width:
        kept = [not track.optional for track in tracks]
    widths = [track.min if keep else 0 for track, keep in zip(tracks, kept, strict=True)]
    spare = width - sum(widths)
    if spare > 0:
        _grow(tracks, widths, spare)
    else:
        _shrink(tracks, widths, -spare)
    return tuple(widths)


def _least(tracks: Sequence[Track], kept: Sequence[bool]) -> int:
    return sum(
        track.min if track.rigid or track.optional else min(track.min, _narrowest(track))
        for track, keep in zip(tracks, kept, strict=True)
        if keep
    )


def _narrowest(track: Track) -> int:
    return max(NARROWEST, track.header)


def _grow(tracks: Sequence[Track], widths: list[int], spare: int) -> None:
    """Give what is spare by `grow`; the last growing column takes what cannot be divided."""
    growing = [n for n, track in enumerate(tracks) if track.grow and widths[n]]
    if not growing:
        widths[-1] += spare
        return
    whole = sum(tracks[n].grow for n in growing)
    for n in growing:
        widths[n] += spare * tracks[n].grow // whole
    widths[growing[-1]] += spare - sum(spare * tracks[n].grow // whole for n in growing)


def _shrink(tracks: Sequence[Track], widths: list[int], lacking: int) -> None:
    """Take what lacks cell by cell, from columns that need not grow first."""
    soft = [n for n, track in enumerate(tracks) if not (track.rigid or track.optional)]

    def plenty(n: int) -> tuple[bool, float]:
        return widths[n] > _narrowest(tracks[n]), widths[n] / (tracks[n].grow + 1)

    while lacking and any(widths[n] for n in soft):
        widths[max(soft, key=plenty)] -= 1
        lacking -= 1
    for n in reversed(range(len(widths))):
        taken = min(widths[n], lacking)
        widths[n] -= taken
        lacking -= taken
