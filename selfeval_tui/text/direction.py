"""Which way is better when no comparator says so: the indicator's meaning decides."""

from selfeval_tui.text import words
from selfeval_tui.text.lexicon import Lexicon, table
from selfeval_tui.text.reading import Direction

# The last word found in the name decides: 故障率 is lower, 故障修复率 higher, 故障修复时间 lower.
_MEANING = Lexicon(
    table(
        lower="成本 控制数 控制率 控制额 预算数 故障 投诉 变动率 调整率 结转 结余 结转结余 事故 差错 错误 出错 误差 偏差 偏离 "
        "死亡 病死 伤亡 致残 发病 患病 感染率 违规 违纪 违法 违约 超支 超编 超标 超时 超期 响应时间 处理时间 修复时间 办理时间 "
        "办结时间 完成时间 到场时间 到达时间 反应时间 等待时间 恢复时间 解决时间 审核时间 审批时间 办结时限 时限 期限 工期 周期 用时 耗时 "
        "响应时长 处理时长 处置时长 办理时长 修复时长 等待时长 延误 延迟 逾期 拖欠 失业 返工 返修 空置 闲置 能耗 耗能 耗电 耗水 "
        "用水量 用电量 排放 扬尘 污染 噪声 噪音 浓度 PM2.5 PM10 支出 费用 经费 开支 造价 单价 总价 价格 投诉率 纠纷 上访 信访 "
        "舆情 泄密 泄露 失窃 盗窃 被盗 火灾 灾害 损失 损坏 损耗 破损 漏损 流失 流失率 辍学 复发 再犯 重新犯罪 误诊 漏诊 漏报 瞒报 退货 "
        "差评 不合格 不达标 不良 不满 不符合 不及时 未完成 未达标 隐患 风险 犯罪 发案 案发 警情 贫困发生 返贫 负债 债务 赤字 "
        "欠款 欠薪 欠费 欠缴 积压 驳回 退回 撤销 改判 发回重审 申诉 问责 处分 处罚 通报批评 批评 侵权 缺陷 中断 停机 宕机 断电 停电 "
        "停水 爆管 跑冒滴漏 三公 三公经费 公用经费 公务接待 会议费 差旅费 培训费 接待费 购置费 维护费 运维费 运行费 租赁费 服务费 工程费 咨询费 劳务费 印刷费 "
        "水电费 电费 水费 伙食费 燃油费 交通费 审计费 监理费 设计费 评审费 制作费 宣传费 管理费 聘用费 工作经费 项目资金 总投资 "
        "虚假 舞弊 冒领 错发 漏发 错漏 复诉 重复率 负面 新增地方政府隐性债务 缺勤 脱岗 旷工 空岗 空缺 裁员 疵点 延期 滞后 变更率 变化率 "
        "压覆 毁坏 倒塌 中毒 溺水 传播 爆发 暴发 疫情 病例 虫害 病虫害 死亡率 淘汰率 不良反应 并发症 抗议 群体性事件 安全事件 责任事件 突发事件 黑臭",
        higher="节约 节省 节支 压减 压缩 降低 减少 下降 削减 减排 降耗 缩减 缩短 减轻 降幅 "
        "处理 处置 修复 维修 检修 抢修 排除 解决 办结 办理 查处 整治 治理 整改 化解 回复 反馈 回访 受理 调解 救援 救治 治愈 防治 防控 预防 "
        "消除 消缺 排查 检查 检测 监测 监控 巡查 演练 培训 宣传 教育 达标 合格 完成 及时 准确 规范 合规 有效 覆盖 到位 执行 保障 提升 提高 "
        "增长 增加 增收 增幅 改善 满意 知晓 参与 使用率 利用率 支付率 支付进度 拨付 发放 兑现 落实 达成 实现 优良 优秀 公开 公示 审结 结案 侦破 破案 "
        "追回 挽回 清理 清运 清洁 清偿 化债 偿还 按时 按期 足额 正常 完好 安全率 稳定 健全 完善 科学 合理 相符 匹配 一致 应用率 "
        "执行率 完成率 进度 响应率 处理率 完整 服务 服务时长 开放时间 开放天数 服务时间 培训时间 运行时间 运行天数 保存时间 供水时间 使用年限 使用寿命 "
        "保修期 质保期 优良天数 播出时长 演出时长 学习时长 收入 产值 税收 引资 到位资金 到账 利润 效益 营收 投资完成额 完成投资 "
        "创收 收益 就业 受益 惠及 带动 新增 新建 建设 改造 修建 购置数量 购买数量 采购数量 数量 人数 次数 场次 面积 覆盖率 达标率 合格率 成功率 "
        "查办 立案 抓捕 缴获 督办 督促 降低率 减少率 下降率 控制达标 争取 撬动 募集 捐赠 收缴 征收 入库 追缴 监管 管控 管理 扑救 处突 应急 "
        "抽检 评估 评价 鉴定 审核 审查 审计 分析 报告 修订 制定 研究 调研 排放达标 达标排放 投入使用",
        equal="补助标准 补贴标准 发放标准 工资标准 奖励标准 资助标准 救助标准 供养标准 收费标准 支付标准 人均标准 标准 补助金额 补贴金额 "
        "保障标准 生活费标准 经费标准 补助 补贴 津贴 抚恤金 保障金 慰问金 奖励金",
    )
)  # fmt: skip
_MOST_OF_HARM = 20
_NUMBERS_OF = ("人数", "次数", "数量", "户数", "家数", "件数", "场次", "率", "数", "量")


def meaning(name: str) -> Direction | None:
    """The direction a folded indicator name speaks of, or None when it does not say.

    Nouns of counting (次数, 数量) leave the decision to what is counted: 投诉次数 is lower.
    """
    decided: str | None = None
    for start, end, group in _MEANING.find(name):
        word = name[start:end]
        if word in _NUMBERS_OF and decided is not None:
            continue
        decided = group
    return Direction(decided) if decided else None


def harmful(noun: str) -> bool:
    """Whether a noun names something nobody wants, so that none of it is what was promised."""
    return meaning(noun) is Direction.lower


def says_nothing(text: str) -> bool:
    """Whether a folded text says that nothing of the kind was there: 无, 未发生, 零投诉, 无安全事故."""
    return text in words.NOTHING or says_none_of_harm(text)


def says_none_of_harm(text: str) -> bool:
    """Whether a folded text names something unwanted and says there was none: 无投诉, 未发生事故."""
    if len(text) > _MOST_OF_HARM:
        return False
    for word in words.NONE_OF:
        if text.startswith(word):
            noun = text.removeprefix(word).removesuffix("发生")
            return noun.isalpha() and harmful(noun)
    return False
