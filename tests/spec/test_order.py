"""The order of computation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_tui.problems import SpecError
from selfeval_tui.spec import evaluation_order


def test_inputs_come_before_what_they_feed() -> None:
    """得分 needs 执行率, which needs typed figures only."""
    needs = {"总分": ["得分"], "得分": ["执行率"], "执行率": ["执行数", "预算数"], "标题": ["年度"]}
    assert evaluation_order(needs) == ("执行率", "得分", "总分", "标题")


def test_a_cycle_is_named_by_its_members_only() -> None:
    """What leads into the circle or hangs on it is not blamed."""
    needs = {"引入": ["甲"], "甲": ["乙", "旁"], "乙": ["丙"], "丙": ["甲"], "旁": []}
    with pytest.raises(SpecError) as fault:
        evaluation_order(needs)
    assert "甲 → 乙 → 丙 → 甲" in fault.value.message
    assert "引入" not in fault.value.message
    assert "旁" not in fault.value.message


def test_a_formula_that_needs_itself_is_a_cycle() -> None:
    """The shortest circle has one member."""
    with pytest.raises(SpecError, match="甲 → 甲"):
        evaluation_order({"甲": ["甲"]})


def test_a_very_long_chain_is_ordered() -> None:
    """Depth is no matter."""
    needs = {number: [number + 1] for number in range(20_000)}
    assert evaluation_order(needs)[0] == 19_999


@given(st.dictionaries(st.integers(0, 12), st.sets(st.integers(0, 12), max_size=4), max_size=12))
def test_any_graph_is_ordered_or_refused(graph: dict[int, set[int]]) -> None:
    """Each key stands after its inputs, or somebody needs himself."""
    try:
        order = evaluation_order(graph)
    except SpecError:
        assert any(_reaches(graph, start) for start in graph)
    else:
        assert sorted(order) == sorted(graph)
        place = {key: index for index, key in enumerate(order)}
        assert all(place[n] < place[key] for key in graph for n in graph[key] if n in graph)


def _reaches(graph: dict[int, set[int]], start: int) -> bool:
    """Whether a key is among what it needs, near or far."""
    seen: set[int] = set()
    waiting = list(graph[start])
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting.extend(graph.get(key, ()))
    return start in seen
