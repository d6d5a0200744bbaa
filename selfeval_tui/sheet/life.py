"""The life of a sheet: 草稿, 定稿, 已报送, 退回修改; what is locked, and what was recorded when."""

from attrs import evolve, frozen

from selfeval_tui.text.reading import Labelled


class Stage(Labelled):
    """Where a sheet stands."""

    draft = "draft", "草稿"
    final = "final", "定稿"
    """Locked; every finding is mended or explained."""
    submitted = "submitted", "已报送"
    """Locked; it was handed in."""
    returned = "returned", "退回修改"
    """Open again, with what was handed in kept beside it."""


class ReturnReason(Labelled):
    """Why a sheet was opened again."""

    head = "head", "领导修改"
    bureau = "bureau", "财政退回"
    correction = "correction", "更正"


CHANNELS = ("纸质", "财政业务系统", "电子邮件", "纸质和电子版")
"""报送方式 that are offered; any other may be typed."""


@frozen
class Life:
    """What happened to a sheet so far; dates as 2024-04-23, empty where it has not happened."""

    stage: Stage = Stage.draft
    finalised: str = ""
    content: str = ""
    """The fingerprint (校验码) of what was finalised."""
    spec: str = ""
    """The form's hash at that time."""
    rules: str = ""
    """The hash of the rules that it was checked by."""
    submitted: str = ""
    channel: str = ""
    """报送方式."""
    returned: str = ""
    reason: str = ""
    """Why it was opened again."""

    @property
    def locked(self) -> bool:
        """Whether nobody may change the sheet."""
        return self.stage in {Stage.final, Stage.submitted}

    @property
    def words(self) -> str:
        """Where it stands, since when and how: 已报送 2024-04-25（纸质）."""
        date, how = {
            Stage.draft: ("", ""),
            Stage.final: (self.finalised, self.content),
            Stage.submitted: (self.submitted, self.channel),
            Stage.returned: (self.returned, self.reason),
        }[self.stage]
        return f"{self.stage.label} {date}".rstrip() + (f"（{how}）" if how else "")

    def finalise(self, date: str, content: str, spec: str, rules: str) -> "Life":
        """定稿: locked from now on."""
        return evolve(
            self, stage=Stage.final, finalised=date, content=content, spec=spec, rules=rules
        )

    def submit(self, date: str, channel: str) -> "Life":
        """已报送."""
        return evolve(self, stage=Stage.submitted, submitted=date, channel=channel)

    def reopen(self, date: str, reason: str) -> "Life":
        """退回修改: open again."""
        return evolve(self, stage=Stage.returned, returned=date, reason=reason)
