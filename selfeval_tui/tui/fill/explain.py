"""What is said of the cell under the cursor, or of the text that is being typed into it."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from selfeval_tui.sheet import Address, Batch, Preview, field_at, show_value
from selfeval_tui.sheet.agree import disagrees
from selfeval_tui.sheet.depend import dependents
from selfeval_tui.sheet.values import value_of
from selfeval_tui.spec import Blank, FormulaKey, Value, spec_formulas
from selfeval_tui.spec.model import Field, Kind, Role
from selfeval_tui.text import Direction, Operator, Verdict, VerdictCode
from selfeval_tui.tui.fill.arithmetic import in_figures
from selfeval_tui.tui.fill.content import (
    NUMERIC,
    VERDICT_TONES,
    Piece,
    Tone,
    disagreement,
    verdict_glyph,
)
from selfeval_tui.tui.glyphs import Glyphs

UNREADABLE = "看不懂这个数，已照原样保留，不参加计算；写成如 {example} 就能计算"


@frozen
class Remark:
    """One thing that is said; a long one takes several lines."""

    pieces: tuple[Piece, ...]
    whole: bool = False
    """Whether it is the cell's own text, which gives way first where there is little room."""


@frozen
class Explainer:
    """Explains a cell.

    Args:
        batch: Where the texts are.
        address: The cell.
        glyphs: The marks that the terminal can show.
        preview: What the text that is being typed would mean; None while nobody types.
    """

    batch: Batch
    address: Address
    glyphs: Glyphs
    preview: Preview | None = None

    @property
    def text(self) -> str:
        """The text in question."""
        return self.preview.text if self.preview else self.batch.typed(self.address)

    @property
    def field(self) -> Field:
        """The field or column of the cell."""
        return field_at(self.batch.sheet(self.address.sheet).spec, self.address)

    def remarks(self) -> tuple[Remark, ...]:
        """Everything, the most important first."""
        if not self.address.name:
            return ()
        return tuple(
            Remark(tuple(pieces), whole)
            for pieces, whole in (
                (self._name(), False),
                (self._text(), True),
                (self._reading(), False),
                (self._verdict(), False),
                (self._disagreement(), False),
                (self._computed(), False),
                (self._options(), False),
                (self._help(), False),
            )
            if pieces
        )

    def _name(self) -> list[Piece]:
        """Where this is, and how long the text is."""
        name = self.field.label or self.field.name
        missing = "" if self.field.default else "  未填"
        count = f"  {len(self.text)}字" if self.text else missing
        return [Piece(f"{self._row_name()}{name}", Tone.HEADING), Piece(count, Tone.QUIET)]

    def _row_name(self) -> str:
        """The indicator, or the label of a fixed row."""
        if not self.address.table:
            return ""
        table = self.batch.sheet(self.address.sheet).spec.table(self.address.table)
        column = table.with_role(Role.INDICATOR)
        if column is not None and column.name != self.address.name:
            words = self.batch.typed(self.address.beside(column.name))
        else:
            words = next((row.label for row in table.rows if row.id == self.address.row), "")
        return f"{words} {self.glyphs.dot} " if words else ""

    def _text(self) -> list[Piece]:
        if self.text:
            return [Piece(self.text)]
        return [Piece(self.field.default.strip(), Tone.QUIET)] if self.field.default else []

    def _reading(self) -> list[Piece]:
        """How target and actual, or an amount, are understood."""
        verdict = self._judged()
        if verdict is not None:
            # The direction belongs to the target; repeated at the actual it only takes room.
            actual = evolve(verdict.actual, direction=Direction.none)
            sides = (("目标", verdict.target), ("实际", actual))
            said = [
                f"{side} {reading.describe()}"
                for side, reading in sides
                if reading.operator is not Operator.blank
            ]
            return _labelled("读作 ", "；".join(said)) if said else []
        if self.field.kind not in NUMERIC or not self.text.strip():
            return []
        value = value_of(self.field, self.text)
        if isinstance(value, Blank):
            example = self.field.example or "18.27"
            return [Piece(UNREADABLE.format(example=example), Tone.ASKED)]
        return _labelled("读作 ", f"{show_value(value, self.field)} {self.field.unit}".rstrip())

    def _verdict(self) -> list[Piece]:
        """The verdict and its arithmetic."""
        verdict = self._judged()
        if verdict is None or verdict.code is VerdictCode.blank:
            return []
        mark = f"{verdict_glyph(verdict.code, self.glyphs)} {verdict.code.label}"
        said = [Piece("判定 ", Tone.LABEL), Piece(mark, VERDICT_TONES[verdict.code])]
        return [*said, Piece(f"  {verdict.why}")] if verdict.why else said

    def _judged(self) -> Verdict | None:
        return self.preview.verdict if self.preview else self.batch.verdict(self.address)

    def _disagreement(self) -> list[Piece]:
        if self.preview or not self.field.calc or not disagrees(self.batch, self.address):
            return []
        computed = self.batch.computed_text(self.address)
        return [Piece(f"填写的与算出的不同：{disagreement(self.field, computed)}", Tone.ASKED)]

    def _computed(self) -> list[Piece]:
        """The computed cells that follow this one, with their arithmetic."""
        said = "；".join(self._equation(cell, value) for cell, value in self._following())
        return _labelled("算出 ", said) if said else []

    def _following(self) -> Iterator[tuple[Address, Value]]:
        """What would change; while nobody types, what this cell is or feeds on its own sheet."""
        if self.preview:
            changed = {cell.address: cell.value for cell in self.preview.computed}
            yield from ((cell, changed[cell]) for cell in self._nearest_first(changed))
            return
        sheets = {sheet.id: sheet for sheet in self.batch.sheets}
        fed = [
            cell
            for cell in self._nearest_first(dependents(sheets, [self.address]))
            if cell.sheet == self.address.sheet and cell.row in {"", self.address.row}
        ]
        for cell in [self.address, *fed] if self.field.calc else fed:
            value = self.batch.computed(cell)
            if value is not None and not isinstance(value, Blank):
                yield cell, value

    def _nearest_first(self, cells: Iterable[Address]) -> list[Address]:
        here = self.address.sheet
        return sorted(cells, key=lambda cell: (cell.sheet != here, cell.table, cell.row, cell.name))

    def _equation(self, cell: Address, value: Value) -> str:
        """A computed cell: 执行率 = 4.76 ÷ 5 = 95.2%."""
        spec = self.batch.sheet(cell.sheet).spec
        field = field_at(spec, cell)
        shown = show_value(value, field) or "（缺数，算不出）"
        formula = spec_formulas(spec).get(FormulaKey(cell.table, cell.name))
        figures = in_figures(formula.tree, lambda name: self._figure(cell, name)) if formula else ""
        sheet = self.batch.sheet(cell.sheet)
        where = "" if cell.sheet == self.address.sheet else sheet.with_role(Role.ATTACHMENT)
        name = f"{where} {field.name}".lstrip()
        return " = ".join(part for part in (name, figures, shown) if part)

    def _figure(self, cell: Address, name: str) -> str:
        """What stands in a cell that a formula reads."""
        other = cell.beside(name)
        if cell.table and not _has_column(self.batch, other):
            other = Address(cell.sheet, name)
        text = self.text if other == self.address else self.batch.typed(other)
        field = field_at(self.batch.sheet(other.sheet).spec, other)
        if field.kind in NUMERIC and isinstance(value_of(field, text), Blank):
            text = ""
        return text or self.batch.computed_text(other)

    def _options(self) -> list[Piece]:
        """The standard words of a column."""
        words = " ".join(suggestions(self.batch, self.address))
        return _labelled("常用 ", words) if words else []

    def _help(self) -> list[Piece]:
        """How to fill the cell."""
        said = [self.field.help] if self.field.help else []
        if self.field.example:
            said.append(f"例：{self.field.example}")
        elif self.field.kind is Kind.DATE:
            said.append("写作 2024年4月23日")
        return [Piece("  ".join(said), Tone.QUIET)] if said else []


def suggestions(batch: Batch, address: Address) -> tuple[str, ...]:
    """The standard 一级指标, or the 二级指标 that belong to the row's 一级指标."""
    if not address.table:
        return ()
    table = batch.sheet(address.sheet).spec.table(address.table)
    first = table.with_role(Role.LEVEL1)
    role = table.column(address.name).role
    if role is Role.LEVEL1:
        return tuple(table.skeleton)
    if role is Role.LEVEL2 and first is not None:
        return table.skeleton.get(batch.typed(address.beside(first.name)), ())
    return ()


def _labelled(label: str, text: str) -> list[Piece]:
    return [Piece(label, Tone.LABEL), Piece(text)]


def _has_column(batch: Batch, address: Address) -> bool:
    table = batch.sheet(address.sheet).spec.table(address.table)
    return any(column.name == address.name for column in table.columns)
