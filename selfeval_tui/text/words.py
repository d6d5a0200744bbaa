"""The Chinese vocabulary of the sheets: comparators, judgements, negations. Data only."""

from selfeval_tui.text.lexicon import Lexicon, ordered, table, words

# Words before a figure. The longest match comes first: 不少于 is not 少于.
BEFORE = Lexicon(
    table(
        ge="""
≥ 不低于 不少于 不小于 不得低于 不得少于 不应低于 大于等于 大于或等于 大于或者等于 高于或等于
至少 最少 最低 不低於 不能低于 不少於 高于等于 不短于 不早于 不下于 应达到 力争达到
""",
        gt="> 大于 高于 超过 多于 超出 突破 优于 已超 超",
        le="""
≤ 不超过 不高于 不大于 不多于 不得超过 不得高于 不应超过 不能超过 小于等于 小于或等于
小于或者等于 低于或等于 低于等于 少于等于 少于或等于 控制在 控制到 不超出 不超 未超过 未超出
未超 未突破 不突破 最多 至多 最高 没有超过 未高于 不得高於 不长于 不晚于 上限 控制 没超过 不迟于
""",
        lt="< 小于 低于 少于 不足 不到 未达到 未达 没有达到 不满 未满 短于 没达到 尚未达到",
        eq="= 等于 ≈= 等於",
        approx="约 大约 约为 约计 大概 近似 ≈ 左右约 约合 约有 预计",
        near="近 接近 将近",
    )
)
# Words right after the figure and its unit.
AFTER = Lexicon(
    table(
        ge="""
以上 及以上 (含)以上 以上(含) 含以上 或以上 及其以上 (及以上) (以上) 以上(含本数) 起 +
""",
        le="""
以内 之内 内 以下 及以下 (含)以下 以下(含) 或以下 之下 (以内) (含)以内 以内(含) 封顶 (以下)
""",
        approx="左右 上下 (左右)",
        over="余 多 有余 ↑",
    )
)
# Between the figure and its unit: 100余人, 30多次.
BETWEEN = frozenset("余多")

NOT_APPLICABLE = words("""
不涉及 未涉及 无涉及 不适用 不适合 无此项 无此项目 无此指标 无该项 不考核 不纳入考核 不评价
不参评 / \\ - -- ---- n/a N/A na NA 无相关指标 未设置 未设定 此项不涉及 本项目不涉及 本年不涉及
不涉及该指标 /- ／
""")
# Nothing was there: 0 for what is counted, nothing reached for a promise in words.
NOTHING = words("""
无 零 没有 未发生 未出现 无发生 没有发生 未发现 尚未发生 从未发生 未有发生 零发生 0发生 未发生过
无情况 没有出现 均未发生
""")
# What stands before something unwanted to say that there was none of it.
# 确保不发生事故 promises what 不发生事故 promises.
RESOLVE = ordered("确保 力争 坚决 全年 本年 实现 做到 均 已")
NONE_OF = ordered("""
未发生 未出现 没有发生 没有 未发现 不发生 不出现 未有 未收到 未接到 没有收到 未产生 未造成 杜绝
不存在 无人 无 零 0 未
""")
NOT_DONE = words("""
未完成 未达成 未达标 未达到 未达 未实施 未开展 没有完成 没完成 尚未完成 未执行 未启动 未实现
未建成 未开工 未达到目标 尚未开展 尚未实施 暂未开展 暂未实施 未达到预期 未达成预期指标
未达成年度指标 未达到预期目标 未达预期 未实行 没有开展 没有达到 未达成年度指标且效果较差
未达成预期指标且效果较差 未完成目标 未按时完成 未按期完成 未及时完成 未按计划完成 未达到年初目标
未达成目标 未达成年度目标 未完成年度目标 未达到年度目标 不达标 不合格 未通过 未投入使用 尚未启动
未采购 未支付 未达到年度指标 基本未完成
""")
# 未验收, 尚未招聘: a short "not yet" beside a promised amount, whatever the verb.
NOT_YET = ("尚未", "暂未", "还未", "仍未", "未", "没有")
# 未到期, 未超支, 未统计 are no refusal: the time has not come, it is well, nobody has counted.
NOT_A_REFUSAL = ordered("""
超 发 出现 知 统计 调查 测评 评 到期 到时 到验收 下达 要求 纳入 接 收到 见 产生 造成 结束 扣 突破
""")
PARTLY = words("""
部分达成 部分完成 部分达标 部分实现 部分达到 完成部分 部分达成预期指标
部分达成年度指标 部分达到预期目标 部分达成年度指标并具有一定效果 部分达成预期指标并具有一定效果
部分达成目标 部分达成年度目标 未全部完成 未完全达到 未全部达到 未完全完成 未完全达成
部分达成并具有一定效果 未能全部完成 未完全达标 没有全部完成
""")
# Said of the promise as a whole.
REACHED = words("""
达成 已达成 全部达成 完全达成 达成预期 达成预期指标 达成预期目标 达成年度指标 达成年度目标
达成目标 达成指标 达到预期 达到预期目标 达到预期指标 达到预期效果 达到预期值 已达到预期
达到年度目标 达到年初目标 达到年度指标 达到目标 达到目标值 达到指标 达到指标值 达到标准 达标
已达标 全部达标 完全达标 完成预期目标 完成预期指标 完成年度目标 完成年度指标 完成目标 实现目标
实现预期目标 已达到 达到 已达预期 完全达到 全部达到 完全达到预期 已达到预期目标 达成年度指标值
完成年初目标 完成指标 达到预期绩效目标 达成绩效目标 完成绩效目标 达到要求 达到预期要求 已实现
已达成预期指标 已达成年度指标 已完成年度目标 达成年初目标 实现年度目标 达到绩效目标
达到年初目标值 完成年度指标值 完成预期 已完成目标 已完成预期目标 达到预期水平 达成预期效果
达成预期指标值 实现预期指标 实现预期效果 已达到目标 已达目标 完成既定目标 达到既定目标 全部实现
已全部达成
""")
REACH_VERBS = ("达到", "达成", "完成", "实现", "达")
PROMISED = ordered("预期 年度 年初 既定 绩效 预定 设定 全年 当年 本年度 本年")
AIMS = ordered("目标值 目标 指标值 指标 效果 要求 标准 水平 值 任务")
DONE = words("""
完成 已完成 全部完成 已全部完成 均已完成 完成率100% 100%完成 按计划完成 已按计划完成 圆满完成
全面完成 顺利完成 按要求完成 完成100% 已按要求完成 100% 均完成 完成全部 全完成 全额完成 足额完成
已圆满完成 已经完成
""")
ON_TIME = words("""
按时完成 按期完成 及时完成 已按时完成 已按期完成 已及时完成 如期完成 提前完成 按时 及时 按期
准时 按时按质完成 已提前完成 按时足额 按时限完成 按规定时间完成 按时按量完成 按进度完成
在规定时间内完成 规定时间内完成
""")
# Promises in words that 100% keeps.
WHOLE = words("""
完成 全部完成 全覆盖 全面覆盖 达标 合格 全部合格 全部达标 全部 验收合格 全额 足额 已完成
全部到位 到位 按计划完成 完成任务 全部验收合格 完成全部 完成率100%
""")
# Words that are 100% beside a promised share.
ALL_OF_IT = words("""
全覆盖 全面覆盖 全部覆盖 实现全覆盖 百分百 百分之百 已全覆盖
""")
# Particles that change nothing about what was reached: 已完成 is 完成, 得到提升 is 提升.
EMPTY_WORDS = ("已经", "已", "均", "都", "得到了", "得到", "得以", "了", "全部", "达到", "实现")
PUNCTUATION = "。;,、:!.·"
NEGATIONS = ("不", "未", "没有", "没", "无", "非", "未能", "不能")
# A promise of one is broken by the other.
OPPOSITES = {
    "是": words("否 不是"),
    "否": words("是"),
    "有": words("无 没有"),
    "有效": words("无效 失效"),
    "及时": words("延迟 滞后 逾期 超期 拖延"),
    "按时": words("延迟 滞后 逾期 超期 拖延"),
}
# Something is there, where none of it was promised.
SOME = words("有 存在 发生 出现 已发生")
EARLY = "提前"
# 不突破预算, 未超出预算, 不超过预算 say the same.
BEYOND = ("超过", "超出", "突破", "高于", "超")
# Beside a harm named by the indicator these promise that there will be none.
NEVER = words(
    "否 不存在 不发生 不出现 杜绝 杜绝发生 避免 避免发生 确保不发生 坚决杜绝 防止发生 不产生"
)
# Where this was promised, 无 need not be a failure: 影响小, 减少事故, 防范风险.
LESS = ordered("""
下降 降低 减少 压减 缩短 减轻 缓解 小 低 少 轻 不大 避免 防止 遏制 预防 防范 消除 杜绝 可控
""")
# Grades (评价等次) from worst to best.
GRADES = {
    **dict.fromkeys(("差", "较差", "不合格", "不满意"), 0),
    **dict.fromkeys(("中", "一般", "合格", "及格", "达标"), 1),
    **dict.fromkeys(("良", "良好", "优良"), 2),
    **dict.fromkeys(("优", "优秀"), 3),
}

# Words beside a figure that may turn its meaning: 计划12次, 尚差2次, 80%未完成. Harmless words that
# hold such a character stand beside them, so that the longest match passes over them.
ASIDE = Lexicon(
    table(
        aside="""
计划 目标 应 拟 预计 原定 原 上年 去年 往年 上一年 同期 剩余 其余 尚 还差 差 缺 欠 未 没 不 占
折合 预算 下达 预期 申报 暂 少 停 取消 退 分年
""",
        fine="""
不低于 不少于 不小于 不得低于 不得少于 不超过 不高于 不大于 不多于 不超 未超过 未超出 未超
未突破 不足 不到 未达到 未达 没有超过 误差 差错 差旅 差异 偏差 温差 应用 应急 适应 响应 供应
反应 对应 应聘 应届 感应 效应 不断 不限 未来 未成年 不动产 应收 应检尽检 应保尽保 应享尽享
应纳尽纳 原材料 原则 原因 还原 高原 平原 源 原有 原始 按计划 计划生育 停车 少年 少儿 少数民族
退休 退役 退耕 退伍 减少 停电 不动 不间断 不良 不合格 占地 占道 达到目标 完成目标 目标责任
目标任务 预算执行 预算 总预算 预算控制 不含 未超预算 不超预算 较少 缺陷 欠薪 欠费 没有达到
未发生 未出现 不满意 不满 暂住 暂存
""",
    )
)
# Between two amounts these make a sentence of what would be a list.
SENTENCE = ordered("""
其中 含 包括 实际 完成 超 增 减 比 较 每 平均 达 率 共 合计 总 累计 分别 各 占 剩 原 计划 目标
另 至 到 宽 厚 直径 深
""")
# A fall by so much, a rise by so much; after 至 or 到 stands the level reached instead.
FALLS = ("下降", "降低", "减少", "压减", "节约", "节省", "缩短", "压缩", "降幅", "削减")
FALLING = (*FALLS, "下滑", "减", "降", "负增长", "少")
RISING = ("增长", "增加", "提高", "上升", "提升", "增", "新增", "增幅", "涨", "多")
LEVEL = "至到为"
RISES = ("增长", "增加", "提高", "上升", "提升", "上涨", "增幅")
# 有所下降 and 较上年下降 promise a fall of any size; 显著下降 does not.
ANY_SIZE = ordered("""
较上年度 较上年 比上年 较去年 比去年 与上年相比 同比 逐年 逐步 有所 稳步 持续
不断 进一步 稳定 稳中有 得到
""")
# How strongly a rise or a state is said, from the weakest: 明显提升 keeps 有效提升. What is to last
# is kept by what lasts alone; what is said plainly by 有效 and more, not by 有所.
LASTING, PLAINLY = 1, 2
STRENGTHS = {
    "有所": 0,
    **dict.fromkeys(words("持续 不断 逐步 逐渐 稳步 进一步 逐年 日益"), LASTING),
    **dict.fromkeys(words("有效 切实"), PLAINLY),
    "明显": 3,
    **dict.fromkeys(words("显著 大幅度 大幅 极大"), 4),
}
# Beside such a name 9/10 may be a day.
POINTS_IN_TIME = ("时间", "日期", "时限", "期限")
START = ("开工", "开始", "启动", "动工")
END = ("完", "竣", "结", "毕")
WHOLE_YEAR = words("全年 全年度 整年 一年 1年 全年开展 贯穿全年")
# A promise that speaks of time is not kept by 已完成 alone.
TIME_WORDS = ordered("""
及时 按时 按期 如期 准时 时限 时间 期限 按进度 进度 当年 年内
""")
DOING_WORDS = ordered("""
完成 建成 开展 实施 竣工 投入使用 办结 举办 完工 购置 采购 发放 支付 拨付 落实 建设 安装 编制
签订 达到 实现
""")
