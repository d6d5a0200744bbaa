"""Rows that tempt to a wrong 达到 or 未达到: harms, opposites, other units, half sentences."""

from tests.text.table import misjudged


def test_counts() -> None:
    """数量指标: counts, sums, people and visits."""
    assert not misjudged(
        """
        met | 精简会议文件 | 精简10% | 精简15%
        met | 文件数量压减率 | ≥5% | 压减6.2%
        missed | 超编人数 | 0人 | 2人
        missed | 在编人数 | 35人 | 33人
        missed | 供养人员数 | 12人 | 10人（2人死亡）
        met | 消除隐患 | 20处 | 25处
        met | 隐患排查次数 | ≥12次 | 15次
        met | 安全隐患数 | ≤5处 | 3处
        met | 欠薪案件办结数 | 100% | 100%
        missed | 受理投诉件数 | ≥100件 | 86件
        met | 处置舆情 | 10起 | 12起
        person | 事故救援 | 按需 | 32次
        exceeded | 突发事件处置数量 | 5件 | 8件
        met | 减少贫困人口 | 1000人 | 1236人
        met | 化解债务 | 5000万元 | 5236万元
        met | 偿还债务本金 | 2000万元 | 2000万元
        met | 债务余额 | ≤5亿元 | 4.8亿元
        met | 空置率 | ≤10% | 8%
        met | 降低空置率 | ≥5% | 6%
        met | 用电量 | ≤50万度 | 48.2万千瓦时
        met | 用水量 | 5000吨 | 4800吨
        missed | 供水量 | 5000吨 | 4800吨
        missed | 垃圾处理量 | 5万吨 | 4.8万吨
        met | 废水排放量 | 100吨 | 90吨
        met | 违章建筑拆除面积 | 2000㎡ | 2300㎡
        met | 病媒生物密度 | ≤3% | 2.1%
        met | 疾病发病率 | 10/10万 | 8/10万
        person | 贷款贴息 | 50万元 | 43.5万元
        person | 奖励企业资金 | 100万元 | 80万元
        met | 拨付补助资金 | 320万元 | 320万元
        exceeded | 争取上级资金 | 1000万元 | 1500万元
        met | 三公经费 | 12万元 | 8.5万元
        met | 公务接待批次 | ≤20批次 | 12批次
        met | 公务接待人次 | 100人次 | 68人次
        met | 因公出国人数 | 0 | 0
        met | 课题费 | 5万元 | 5万元
        met | 机构运行经费保障人数 | 56人 | 56人
        person | 监测频次 | 1次/月 | 12次
        met | 监测频次 | 1次/月 | 1次/月
        person | 每月例会 | 12次 | 每月1次
        person | 发放人数 | 1000人 | 12000人次
        person | 发放人次 | 12000人次 | 1000人
        met | 发放贷款 | 30笔 | 35笔，金额1200万元
        person | 收治病人 | 5000人 | 5126人次
        met | 编制方案 | 1套 | 1个
        met | 购置车辆 | 2辆 | 2台
        met | 工作站 | 3个 | 3家
        met | 商标注册 | 500件 | 500个
        met | 培训 | 3期 | 3次
        met | 培训人数 | 300人 | 3期320人
        missed | 培训人数 | 300人 | 3期280人
        person | 建设长度 | 3公里 | 3200米，宽5米
        met | 道路宽度 | ≥4.5米 | 4.5米
        person | 安置房 | 300套 | 3万平方米
        met | 储备粮 | 1万吨 | 1000万公斤
        met | 土壤样品 | ≥50个 | 共采集土壤样品62个
        met | 招生人数 | 800-1000 | 950
        missed | 招生人数 | 800~1000人 | 780人
        met | 教师数 | ≥100，≤120 | 110
        person | 总编制 | 100/98 | 98
        met | 出版物 | 12期（每月1期） | 12期
        exceeded | 新媒体阅读量 | 100万+ | 156万
        met | 粉丝数 | ≥10万 | 12.3万人
        met | 点击量 | ≥50万次 | 52万
        met | 覆盖率 | 100%覆盖 | 覆盖100%
        person | 乡镇覆盖率 | 100% | 12个乡镇全覆盖
        """,
        level2="数量指标",
    )


def test_quality() -> None:
    """质量指标: rates, grades and words."""
    assert not misjudged(
        """
        person | 合格率 | 100% | 合格
        restated | 合格率 | ≥95% | 合格率≥95%
        met | 合格率 | 95%（含）以上 | 96%
        missed | 合格率 | ≥95% | 未达标
        person | 合格率 | ≥95% | 达标
        missed | 合格率 | ≥95% | 不合格
        person | 通过率 | ≥95% | 全部通过
        person | 准确率 | 100% | 准确
        person | 完整率 | 100% | 99.5%以上
        met | 完整率 | ≥98% | 99.5%以上
        met | 发生率 | 小于1‰ | 0.05%
        missed | 发生率 | ≤1‰ | 0.2%
        met | 缺陷率 | 低于2% | 低于1%
        missed | 缺陷率 | 低于2% | 高于2%
        met | 出错次数 | ≤1次 | 未出错
        met | 停电次数 | ≤2次 | 未停电
        met | 事故率 | 为0 | 0
        met | 事故率 | 零事故 | 未发生事故
        missed | 事故率 | 零事故 | 发生1起事故
        missed | 违规事项 | 无 | 有
        missed | 违规事项 | 无 | 1起
        missed | 违规事项 | 无 | 1
        met | 违规行为 | 不存在 | 不存在
        met | 违规行为 | 不存在 | 无
        missed | 内部控制 | 有效 | 无效
        person | 内部控制 | 有效 | 较有效
        person | 制度执行 | 有效执行 | 有效
        person | 制度执行 | 严格执行 | 执行
        missed | 项目管理 | 规范 | 不规范
        person | 项目管理 | 规范 | 不够规范
        person | 服务态度 | 好 | 良好
        met | 服务态度 | 优良 | 优
        missed | 评定等级 | 优秀 | 合格
        missed | 评定等级 | 合格 | 不合格
        person | 评定等级 | 良好及以上 | 良好
        person | 评定等级 | A | B
        met | 评定等级 | 一等 | 一等
        met | 评定等级 | 三级 | 三级
        person | 评定等级 | 二级以上 | 一级
        person | 水质类别 | Ⅲ类以上 | Ⅲ类
        """,
        level2="质量指标",
    )


def test_time() -> None:
    """时效指标: deadlines, durations and promptness."""
    assert not misjudged(
        """
        met | 时效 | 2023年12月31日前 | 2023年12月31日
        met | 时效 | 2023年12月31日前 | 2022年12月31日
        met | 时效 | 2023年底前完成 | 2023年年底前已完成
        person | 时效 | 2023年11月底前 | 2023年12月底前
        missed | 时效 | 按时 | 未按时
        missed | 时效 | 及时 | 不及时
        person | 时效 | 及时 | 基本及时
        person | 时效 | 及时 | 100%
        met | 时效 | 及时 | 及时完成
        person | 时效 | 2023年 | 及时完成
        met | 时效 | 3天内 | 2天
        person | 时效 | 3天内 | 当天
        met | 时效 | 24小时 | 1天
        person | 时效 | 24小时内 | 及时
        person | 时效 | ≤2小时 | 2-3小时
        met | 时效 | ≤2小时 | 1-2小时
        person | 时效 | 提前完成 | 按时完成
        exceeded | 提前完工天数 | 10天 | 15天
        met | 服务时长 | ≥8小时 | 10小时
        missed | 服务时间 | 365天 | 350天
        missed | 开放时间 | ≥300天 | 280天
        met | 培训天数 | 5天 | 5天
        missed | 培训天数 | 5天 | 4天
        met | 培训时长 | 40学时 | 48学时
        exceeded | 保修期 | 2年 | 3年
        missed | 等待时间 | 15分钟 | 20分钟
        met | 延误率 | ≤5% | 2%
        missed | 逾期率 | 0 | 1.2%
        """,
        level2="时效指标",
    )


def test_cost() -> None:
    """成本指标: budgets, standards and unit costs."""
    assert not misjudged(
        """
        met | 成本 | 10-12万元 | 11.5万元
        met | 成本 | 约10万元 | 9.8万元
        met | 成本 | ≤10万元 | 9.8万
        person | 成本 | ≤10万元 | 98000
        person | 成本 | ≤10万元 | 10万元左右
        person | 成本 | ≤10万元 | 未超支
        met | 成本 | ≤10万元 | 0
        person | 成本 | ≤10万元 | 0万元，项目未实施
        missed | 成本 | 10万元 | 10.00001万元
        missed | 成本 | 节约5% | 节约3%
        missed | 成本 | 降低 | 上升
        met | 成本节约 | ≥5万元 | 5.2万元
        met | 设备成本 | A设备5万元，B设备8万元 | A设备4.8万元，B设备8万元
        met | 补贴 | 人均100元 | 人均100元
        met | 补助发放标准 | 200元/人/月 | 200元每人每月
        met | 补助发放标准 | 200元/人·月 | 200元/月/人
        person | 补助发放标准 | 2400元/人/年 | 200元/人/月
        met | 取暖费 | 26元/平米 | 26元/平方米
        met | 取暖费 | 26元/平米 | 24元/平方米
        met | 预算 | 100万元 | 80万元，结余20万元
        met | 预算 | ≤100万元 | 实际支出80万元，结余20万元
        """,
        level2="成本指标",
    )


def test_benefit() -> None:
    """效益指标: trends, harms and amounts."""
    assert not misjudged(
        """
        missed | 失业率 | ≤5% | 5.2%
        met | 失业率 | 控制在5%以内 | 4.5%
        missed | 失业率 | 下降0.5个百分点 | 下降0.3个百分点
        missed | 就业率 | 提高3个百分点 | 提高2个百分点
        met | 物价涨幅 | 3%左右 | 2.1%
        met | CPI涨幅 | ≤3% | 1.2%
        missed | GDP增长 | 6% | 下降1.2%
        missed | GDP增长 | 6% | -1.2%
        met | 粮食产量 | 稳定 | 稳定
        missed | 粮食产量 | 较上年增加 | 较上年减少
        met | 粮食产量 | 较上年增加 | 较上年增加2%
        met | 污染物排放 | 减少 | 减少5%
        missed | 污染物排放量 | 减少5% | 减少3.2%
        person | 发案率 | 逐年降低 | 降低
        person | 事故 | 下降 | 0
        missed | 安全 | 无事故 | 1起
        missed | 安全事故 | 少于3起 | 3起
        met | 投诉 | 少于5起 | 无投诉
        met | 受益人数 | 全体职工 | 全体职工
        met | 受益人口 | 全县60万人 | 全县62万人
        person | 影响 | 5年以上 | 长期
        person | 影响 | 长期 | 5年
        met | 环境 | 优美 | 优美
        person | 环境 | 明显改善 | 改善明显
        missed | 能力 | 提升 | 未提升
        person | 能力 | 提升 | 提升不明显
        person | 能力 | 提升 | 没有变化
        met | 能力 | 提升 | 达到预期指标值
        person | 能力 | 提升 | 偏离预期
        """,
        level2="效益指标",
    )
