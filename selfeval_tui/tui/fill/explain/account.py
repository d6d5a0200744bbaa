"""A standard rate of 附件2 beside the accounts: its formula, its figures, what is missing."""

from decimal import Decimal

from selfeval_tui.sheet.accounts import AccountRate, account_rate, figures_sheet
from selfeval_tui.sheet.propose.account import rate_text
from selfeval_tui.spec.model import Role
from selfeval_tui.tui.fill.content import Piece
from selfeval_tui.tui.fill.explain.about import About
from selfeval_tui.tui.fill.explain.remark import labelled


def rate(about: About) -> list[Piece]:
    """How the rate follows from the accounts: formula, figures and value, or what is missing."""
    if about.table is None or about.field.role is not Role.ACTUAL:
        return []
    found = account_rate(about.batch, about.address)
    return labelled("决算 ", _said(about, found)) if found else []


def _said(about: About, found: AccountRate) -> str:
    if isinstance(found.value, Decimal):
        return " = ".join(filter(None, (found.names, found.figures, rate_text(found))))
    if not found.missing:
        return f"{found.names} = {found.figures}，除数是 0，算不出"
    if figures_sheet(about.batch, about.sheet.with_role(Role.YEAR).strip()) is None:
        return f"{found.names}（在总览里新建“决算数据”，填了就能算）"
    return f"{found.names}，决算数据里缺：{'、'.join(found.missing)}"
