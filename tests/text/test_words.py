"""Promises in words, judgements, 无 and 不涉及."""

from tests.text.table import misjudged


def test_the_same_words_keep_a_promise() -> None:
    """Full stops, 已 and 了 make no difference."""
    assert not misjudged("""
        met    | 制度健全性 | 健全 | 健全
        met    | 便利性 | 有力推进“互联网+政府采购”。 | 有力推进"互联网+政府采购"
        met    | 办事效率 | 提升 | 得到提升
        met    | 办事效率 | 得到提升 | 已得到提升
        met    | 完成情况 | 完成 | 已完成
        met    | 完成情况 | 按计划完成 | 已按计划完成
        met    | 及时性 | 及时 | 及时。
        met    | 质量 | 合格 | 均合格
        met    | 安全生产 | 不发生安全事故 | 未发生安全事故
        met    | 成本 | 不超预算 | 未超预算
    """)


def test_other_words_are_for_a_person() -> None:
    """健全 is not 较健全."""
    assert not misjudged("""
        person | 制度健全性 | 健全 | 较健全
        person | 规范性 | 规范 | 较规范
        person | 提高办事效率 | 提高便民服务度 | 得到提升
        person | 效果 | 显著 | 较显著
        person | 效果 | 显著提升 | 有所提升
        person | 效果 | 长期 | 中期
        person | 及时性 | 及时 | 已完成
        person | 效果 | 改善生态环境 | 植树造林成效好
        person | 效果 | 效果明显 | 95%
    """)


def test_a_judgement_keeps_a_promise_in_words_but_not_in_figures() -> None:
    """达成预期指标 answers 效果明显; beside ≥95% no figure is seen."""
    assert not misjudged("""
        met    | 持续影响 | 效果明显 | 达成预期指标
        met    | 经费合规性 | 严格执行相关制度规定 | 达成预期指标
        met    | 及时性 | 在计划时间内完成 | 达成年度指标
        met    | 效果 | 显著 | 达到预期目标
        met    | 完成情况 | 完成建设任务 | 已完成
        met    | 及时性 | 按时完成 | 按期完成
        person | 效果 | 显著 | 部分达成预期指标并具有一定效果
        missed | 效果 | 显著 | 未达成预期指标且效果较差
        missed | 效果 | 显著 | 未完成
        person | 满意度 | ≥95% | 达成预期指标
        person | 满意度 | ≥95% | 满意
        person | 次数 | 12次 | 已完成
        person | 次数 | ≥12次 | 达标
        person | 次数 | 12次 | 是
        person | 成本 | ≤20万元 | 未超预算
        missed | 次数 | ≥12次 | 未完成
        missed | 次数 | 12次 | 未开展
        person | 完成率 | 100% | 部分完成
        met    | 完成情况 | 完成 | 100%
    """)


def test_nothing_is_zero_for_counts_and_a_miss_for_promises() -> None:
    """无 keeps 投诉 ≤3次, misses 培训 ≥3次 and 效果显著."""
    assert not misjudged("""
        met    | 投诉次数 | ≤3次 | 无
        met    | 投诉次数 | 0次 | 无
        met    | 安全事故 | 0 | 无
        met    | 安全事故 | ≤0起 | 未发生
        met    | 安全事故 | 0起 | 零事故
        met    | 安全事故 | 0起 | 无安全事故
        met    | 安全事故发生率 | 0% | 未发生安全事故
        missed | 培训次数 | ≥3次 | 无
        missed | 培训次数 | 3次 | 0
        missed | 效果 | 显著 | 无
        missed | 及时性 | 及时 | 不及时
        missed | 合格情况 | 合格 | 不合格
        missed | 成本 | 不超预算 | 超预算
        missed | 成本控制情况 | 不超预算 | 无
        met    | 投诉情况 | 无投诉 | 零投诉
        met    | 投诉情况 | 零投诉 | 0次
        met    | 投诉情况 | 无投诉 | 无
        missed | 投诉情况 | 无投诉 | 2次
        met    | 安全生产 | 无重大安全事故 | 未发生重大安全事故
    """)


def test_grades_have_an_order() -> None:
    """优秀 keeps 良好; 良 misses 优."""
    assert not misjudged("""
        met    | 考核等次 | 良好 | 优秀
        missed | 考核等次 | 优 | 良
        met    | 考核等次 | 优 | 优秀
    """)


def test_not_applicable_and_blank() -> None:
    """不涉及 needs 不涉及 on both sides; a blank is no answer."""
    assert not misjudged("""
        na     | 生态效益 | 不涉及 | 不涉及
        na     | 生态效益 | / | /
        na     | 生态效益 | — | —
        na     | 生态效益 | N/A | 无
        na     | 生态效益 | 不适用 | /
        na     | 生态效益 | 无 | 无
        na     | 生态效益 | 不涉及 |
        person | 生态效益 | 不涉及 | 100%
        person | 满意度 | ≥95% | 不涉及
        person | 满意度 | ≥95% | /
        blank  | 满意度 | ≥95% |
        blank  | 满意度 | | 95%
        blank  | 满意度 | |
    """)


def test_a_part_is_for_a_person() -> None:
    """部分达成 says neither how much was promised nor how much is lacking."""
    assert not misjudged("""
        person | 满意度 | ≥95% | 部分达成
        person | 完成时间 | 2023年12月底 | 部分完成
        person | 效果 | 显著 | 基本达成目标
        person | 投诉 | ≤3次 | 部分达成年度指标
        missed | 效果 | 显著 | 未达成年度指标
        missed | 效果 | ≥95% | 基本未完成
        met    | 效果 | 显著 | 达成年度指标
        met    | 能力 | 提升 | 达到预期指标值
        met    | 能力 | 提升 | 完成全年目标任务
        person | 投资完成比例 | 100% | 未到期
        missed | 次数 | ≥3次 | 未开展
    """)


def test_negations_of_the_same_agree() -> None:
    """不发生 and 未发生, 不超过预算 and 未超预算; 是 is denied by 否."""
    assert not misjudged("""
        met    | 安全事故 | 不发生 | 未发生
        met    | 安全事故 | 不发生重大安全事故 | 未发生
        met    | 安全事故 | 无重大安全事故发生 | 未发生重大安全事故
        met    | 重大舆情 | 不发生 | 无
        met    | 重大舆情 | 杜绝 | 未发生
        met    | 是否发生安全事故 | 否 | 未发生
        met    | 违规行为 | 不存在 | 无
        met    | 出错次数 | ≤1次 | 未出错
        missed | 违规事项 | 无 | 有
        missed | 内部控制 | 有效 | 无效
        missed | 资金拨付 | 及时 | 滞后
        person | 完成情况 | 提前完成 | 按时完成
        met    | 完成情况 | 提前完成 | 已提前完成
        person | 对周边环境影响 | 小 | 无
        person | 安全事故 | 减少 | 无
        person | 投诉处理率 | 100% | 无投诉
        met    | 采购成本 | 不超过预算 | 未超预算
        met    | 采购成本 | 不突破预算 | 未超出预算
        missed | 工程是否良性运行 | 是 | 否
        met    | 工程是否良性运行 | 是 | 是
    """)


def test_a_trend_is_kept_by_any_figure_that_goes_its_way() -> None:
    """逐年提升 is kept by 提升3%; 显著提升 is for a person."""
    assert not misjudged("""
        met    | 事故起数 | 下降 | 下降5%
        met    | 知晓率 | 逐年提升 | 较上年提升3%
        met    | 旅游收入 | 稳步增长 | 同比增长12.5%
        missed | 知晓率 | 逐年提升 | 下降3%
        missed | 事故起数 | 有所下降 | 上升
        person | 知晓率 | 显著提升 | 提升3%
        person | 知晓率 | 逐年提升 | 提升至95%
    """)


def test_the_same_said_more_strongly_keeps_a_promise() -> None:
    """有效提高 keeps 提高; 有所提高 may be less, and what was to last must last."""
    assert not misjudged("""
        met    | 干部素质 | 提高 | 有效提高
        met    | 办学条件 | 有效改善 | 显著改善
        met    | 治理能力 | 明显提升 | 大幅提升
        met    | 群众获得感 | 不断增强 | 持续增强
        person | 治理能力 | 显著提升 | 明显提升
        person | 治理能力 | 有效提升 | 提升
        person | 治理能力 | 提升 | 有所提升
        person | 群众获得感 | 不断增强 | 显著增强
        person | 制度 | 健全 | 较健全
    """)


def test_a_limit_in_words_is_kept_in_other_words() -> None:
    """控制在预算范围内 and 未超预算 say the same."""
    assert not misjudged("""
        met    | 成本 | 控制在预算内 | 未超预算
        met    | 成本 | 控制在预算范围内 | 控制在预算以内
        met    | 成本 | 不超预算 | 严格控制在预算范围内
        person | 成本 | 控制在预算内 | 控制在合理范围内
        person | 成本 | 控制在预算内 | 98.5万元
    """)


def test_what_was_never_to_happen_is_counted() -> None:
    """2起 breaks 不发生, where the indicator names something unwanted."""
    assert not misjudged("""
        missed | 安全责任事故 | 不发生 | 2起
        met    | 安全责任事故 | 不发生 | 0
        person | 安全责任事故 | 不发生 | 上年2起
        person | 培训活动 | 避免 | 2场
    """)
