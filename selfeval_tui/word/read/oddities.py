"""What a document holds besides plain text, and how a person is told of it."""

from enum import Enum

from attrs import Factory, define

_NAMED = 3
"""So many places are named; of the others only the number is told."""


class Oddity(Enum):
    """What was read otherwise than it stands, or not at all."""

    HIDDEN = "有隐藏的文字，也读进来了，请核对"
    TEXT_BOX = "有文本框，框里的文字没有读进来，请对照原文补填"
    NUMBERED = "的编号是自动编号，不在文字里，没有读进来"
    NOTE = "有脚注或尾注，注里的文字没有读进来"
    CHANGED = "有修订痕迹，读的是接受修订以后的文字，请核对"
    PICTURE = "有图片，图上的内容没有读进来"
    NESTED = "里面还有一张小表，它的文字按行并进这一格"
    COVERED = "被合并的格子盖住了，里面的文字没有读进来"
    FOREIGN = "插入了别的文件，里面的内容没有读进来"
    SYMBOL = "有认不出的符号，没有读进来，请对照原文补填"


@define
class Oddities:
    """Gathers what was met, by place."""

    _met: dict[Oddity, dict[str, None]] = Factory(dict)

    def meet(self, oddity: Oddity, origin: str) -> None:
        """Note that something was met; once for a place."""
        self._met.setdefault(oddity, {})[origin] = None

    def told(self) -> tuple[str, ...]:
        """One sentence for each kind."""
        return tuple(
            f"{_places(tuple(places))}{oddity.value}。" for oddity, places in self._met.items()
        )


def _places(places: tuple[str, ...]) -> str:
    named = "、".join(places[:_NAMED])
    return f"{named}等 {len(places)} 处" if len(places) > _NAMED else named
