"""selfeval: fill the yearly 绩效自评表 (performance self-evaluation sheets) in a terminal.

The rooms and the direction in which they know each other are drawn in `docs/architecture.md`.
"""

__version__ = "0.1.0"
