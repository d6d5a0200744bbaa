"""What an actual value rests on (依据): documents and a survey's counts; never printed."""

from collections.abc import Iterator

from attrs import frozen

from selfeval_tui.text.reading import Labelled


class BasisPart(Labelled):
    """The parts of a `Basis` by the name of their attribute, with the words a clerk sees."""

    document = "document", "合同号或文件号"
    evidence = "evidence", "验收单等佐证材料"
    satisfied = "satisfied", "问卷满意数"
    valid = "valid", "问卷有效数"


@frozen
class Basis:
    """Where a clerk can look up how a row's actual value came about; texts to the letter."""

    document: str = ""
    evidence: str = ""
    satisfied: str = ""
    valid: str = ""

    def __bool__(self) -> bool:
        """Whether anything is written there."""
        return any(text for _, text in self.parts())

    def parts(self) -> Iterator[tuple[BasisPart, str]]:
        """Each part with its text, blank ones too."""
        return ((part, str(getattr(self, part))) for part in BasisPart)

    def in_words(self) -> str:
        """What is written there, on one line: 合同号或文件号：某服务合同；问卷满意数：96."""
        return "；".join(f"{part.label}：{text}" for part, text in self.parts() if text)
