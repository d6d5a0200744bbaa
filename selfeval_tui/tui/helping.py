"""The wording of F1 for one field: how it is filled, what the form says, how it is read."""

from collections.abc import Iterator

from selfeval_tui.sheet import Address, Sheet
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.text import Direction

_KIND_HINTS = {
    Kind.MONEY: "填金额，单位{unit}；也可以连单位一起写，如 20万元。",
    Kind.NUMBER: "填数字。",
    Kind.PERCENT: "填百分数，如 95%；留空时由程序算出。",
    Kind.DATE: "填日期，如 2024年4月23日。",
    Kind.CHOICE: "从下面选一项：{options}。",
    Kind.FLAGS: "从下面选一项或几项：{options}。",
}
_NUMERIC_HINT = "全角数字、千分位逗号、万、亿都认得；看不懂的照原样保留，不参加计算。"
_SAMPLES = (
    ("≥95%", "不低于95%", "95%以上"),
    ("≤3次", "不超过3次", "3次以内"),
    ("10-20人",),
    ("2023年12月底前",),
)
_NO_COMPARATOR = (
    "没有写≥、≤这类词的，按指标的意思读作{higher}或{lower}；"
    "读得不对，按 F7 由您定，您写的字不会改动。"
)
_ACTUAL = (
    "写实际完成的数，与年初目标值用同一个单位，程序比出达到或未达到，并写出算式。",
    "{higher}的，不低于目标为达到；{lower}的，不超过目标为达到。",
    "照抄“≥95%”这样的目标值，看不出实际数，会标为“与目标值相同，未见实际数”。",
    "程序看不准的标为“请自行判断”，按 F7 由您定。",
)


def field_lines(field: Field) -> Iterator[str]:
    """How a field is filled, in sentences."""
    if field.help:
        yield f"{field.help}。"
    if hint := _KIND_HINTS.get(field.kind):
        yield hint.format(unit=field.unit, options="、".join(field.options))
    if field.kind in {Kind.MONEY, Kind.NUMBER}:
        yield _NUMERIC_HINT
    if field.calc:
        yield "程序也会算出这一格的值，放在旁边对照；以填写的为准。"
    if field.example:
        yield f"例如：{field.example}"
    yield "这一格必须填写。" if field.required else "这一格可以不填。"


def reading_lines(field: Field) -> Iterator[str]:
    """How what is typed there is read, for targets and actuals; nothing for others."""
    words = {"higher": Direction.higher.label, "lower": Direction.lower.label}
    match field.role:
        case Role.TARGET:
            yield from _target_samples()
            yield _NO_COMPARATOR.format(**words)
        case Role.ACTUAL:
            yield from (line.format(**words) for line in _ACTUAL)


def form_notes(sheet: Sheet, address: Address) -> tuple[str, ...]:
    """The lines of the form's own notes (备注) that speak of a cell or of what its row is about."""
    notes = sheet.spec.field_with_role(Role.NOTES)
    if notes is None:
        return ()
    text = sheet.typed(Address(sheet.id, notes.name)) or notes.default
    words = tuple(_subjects(sheet, address))
    return tuple(line for line in text.splitlines() if any(word in line for word in words))


def _subjects(sheet: Sheet, address: Address) -> Iterator[str]:
    yield address.name
    if not address.row:
        return
    for column in sheet.spec.table(address.table).columns:
        word = sheet.typed(address.beside(column.name))
        if column.group and word:
            yield word


def _target_samples() -> Iterator[str]:
    """Examples, read by the reader itself."""
    from selfeval_tui.text import read_target

    for samples in _SAMPLES:
        written = "、".join(f"“{sample}”" for sample in samples)
        yield f"{written} 读作 {read_target(samples[0]).describe()}"
