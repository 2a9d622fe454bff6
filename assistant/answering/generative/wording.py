"""The words of retelling: those that say nothing of their own, and those that stand for others.

Two closed lists. A word belongs in the first if no act becomes another by it, in the second with
those that the texts themselves use for the same. What the United Nations tells apart is kept apart:
批准 and 核准, 义务 and 责任, 谈判 and 磋商.
"""

from __future__ import annotations

from functools import cache

# Words that join, place or point, and say nothing that an act could lack. Duties are judged by
# ``denial``; words of quantity, of place and of time are not among them.
JOINING = frozenset(
    """
    该 本 此 这 那 其 它 他 她 它们 他们 这个 这些 这一 这项 那些 该项 这份 该份 此事 此项 这件
    对此 就此 为此 因此 由此 据此 在此 这一点 这点 一点 这是 此举 以此 并 并且 而 而且 又 还
    还要 也 则 即 即为 就 便 再 以 以便 以及 及 及其 和 与 跟 同 或 或者 的 地 得 了 着 为 是 有
    在 于 从 自 起 由 被 把 将 使 让 令 对 对于 向 给 因 因为 由于 按 按照 根据 依照 依据 遵照
    关于 有关 相关 涉及 就其 方面 情况 内容 问题 事项 事宜 其中 此外 另外 同时 分别 旨在 用以
    用来 用于 从而 指出 表示 载明 说 称 决议 段 执行部分 序言 序言部分 号 项 个 次 份 名 位 条
    款 上 下 中 里 内 后 时 上述 该等 期间 之 所 者 进行 作出 做出 开展 予以 加以 给予 提出 具有
    属于 存在 等 等等 包括 即由 题为 名为 称为 所做 所作 这样做 这样 这么做 此时 时间 日期 已 来
    去 到 至 此前 以往 多项 一系列 各自 来说 而言 方式 中的 这方面 一方面 具体 做 事 做的 届
    届会 会议 联合国 大会 点 上的 内的 后的 间 为了 以期 要 致力于 第 年 月 日 天 应 应当 应该
    必须 须 需 需要 可 可以 能 能够 会 理事会 负有 如 活动 说明 获 所在 才 替 往 朝 暨 像 似 叫
    受 达 出 回 际 系 乃 样 些 们 件 章 节 力 却 仍 尚 作 办 行 设 定 派 表 讲 提 述 道 看 如何
    怎样 何 哪些 候 用 好 更 较 中间 能否 地位 该处 项下 面 边 头 此中 兼 指 明 出来 自己 于是
    举措 与会 全文 规定 提到 作为 情形 当中
    """.split()
)

ENGLISH_JOINING = frozenset(
    """
    the a an of to in on for and or by at with from that this these those its it they them their he
    his she her be is are was were been being will would has have had do does did done as which who
    whom whose when where while into upon under over per about regarding concerning thereof thereon
    therein so such also further there than resolution resolutions paragraph operative preambular
    assembly general united nations according accordance pursuant through if any how what out own
    s asked requested invited urged encouraged called calls calling
    help set up make made take taken carry out give given held
    """.split()
) - frozenset({"if", "any", "over", "united", "nations", "under"})
_EQUALS = """
    履行 = 兑现; 执行 = 落实 = 实施; 设立 = 设置 = 成立 = 建立 = 开设 = 所设;
    召开 = 举行 = 举办 = 召集; 开始 = 启动; 提供 = 给予; 提出 = 提交 = 递交 = 呈交 = 作出;
    报告 = 汇报; 加强 = 强化; 促进 = 推动 = 推进; 尽快 = 尽早 = 及早 = 早日 = 从速;
    迫切 = 紧迫 = 紧急 = 亟需 = 急需; 范围 = 限度; 意见 = 看法; 列入 = 纳入;
    转递 = 转交 = 送交 = 转送; 为期 = 历时; 导致 = 造成 = 引起 = 带来; 必要 = 必需; 公众 = 大众;
    手段 = 方式 = 方法 = 途径; 目标 = 目的; 载列 = 载有 = 所载 = 载于 = 刊载;
    拟订 = 制定 = 拟定 = 制订 = 订立; 随后 = 其后 = 此后 = 之后 = 以后; 理由 = 为由 = 借口;
    支付 = 缴付 = 付; 参加 = 参与; 派出 = 派遣; 定为 = 为 = 作为; 成果 = 结果; 唯一 = 仅有;
    只有 = 唯一; 才能 = 方式; 全世界 = 全球 = 世界各地; 发布 = 公布; 赞赏 = 感谢; 巨大 = 重大;
    大力 = 强烈; 普遍 = 广泛; 支持 = 支助; 人民 = 民众; 行为 = 行动; 当前 = 目前 = 现今;
    真诚 = 诚意 = 善意; 支柱 = 大支柱; 依然 = 仍然 = 仍 = 继续;
    所有 = 一切 = 任何 = 全部 = 全体 = 各 = 各项; 多边 = 多方; 建议 = 提议; 更为 = 更加 = 更;
    开放 = 开放供; 期待 = 盼望; 缔结 = 达成; 草案 = 案文; 得到 = 获得; 获得通过 = 通过;
    经 = 以 = 通过; 保证 = 保障 = 确保; 使用 = 动用; 之前 = 以前 = 前; 之内 = 以内 = 内;
    儿童 = 孩子; 信托基金 = 基金; 项目 = 议程项目; 经费 = 资金; 发放 = 分发; 至少 = 不少于 = 最少;
    超过 = 多于 = 以上; 最多 = 至多 = 不超过 = 不得超过; 防止 = 避免; 回顾 = 忆及; 确定 = 确立;
    消除 = 消灭; 各类 = 各种 = 各项; 可能 = 可; 国际日 = 纪念日; 无限成员名额 = 不限成员名额;
    重大 = 重要; 尽可能 = 尽量; 宣传 = 推广; 分项 = 分项目; 特别 = 尤其; 例如 = 如 = 包括;
    风险 = 危险 = 危害; 浩劫 = 灾难; 竭尽全力 = 尽力 = 全力 = 尽一切努力; 拥有 = 享有;
    承担 = 负有 = 负; 气氛 = 环境 = 形势; 措施 = 举措 = 步骤; 维护 = 维持 = 保持;
    制度 = 体制 = 体系; 追求 = 谋求 = 寻求 = 争取; 意外 = 事故; 蓄意 = 故意 = 有意;
    增进 = 加深 = 增强 = 提高; 认识 = 了解 = 理解; 网播 = 网络直播; 采用 = 运用 = 利用 = 借助;
    动员 = 调动; 彻底 = 完全; 征求 = 征集 = 听取 = 征询; 高级别 = 高级; 途径 = 办法 = 渠道;
    核心 = 中心; 作用 = 角色; 授权 = 赋予; 媒体 = 传媒 = 新闻媒体; 违反 = 违背;
    改进 = 改良 = 改善; 缔结 = 订立 = 达成; 停止 = 终止; 撤出 = 撤走 = 撤离 = 移除;
    迅速 = 尽快 = 快速 = 从速 = 早日; 防止 = 预防 = 避免; 优先 = 首要; 列为 = 视为 = 作为 = 当作;
    亟需 = 急需 = 迫切需要 = 亟须; 更换 = 替换; 储备 = 储存 = 备好; 名录 = 目录 = 名册;
    独自 = 单独; 通报 = 通知 = 告知; 附上 = 附有 = 附带 = 随附; 讲授 = 教授 = 传授; 免费 = 无偿;
    每个 = 每一 = 各 = 每一个; 唯一 = 仅 = 只; 成功 = 成败; 同意 = 赞同; 展望 = 预报;
    牵头 = 领导 = 主导; 专门 = 专为; 共同 = 一起 = 一道; 欣见 = 高兴; 看法 = 观点 = 见解;
    取得 = 获得; 进展 = 进步; 讨论 = 探讨 = 商讨; 充实 = 丰富; 参与 = 参加; 应对 = 应付 = 处理;
    管理 = 治理; 努力 = 力争; 出席 = 到场 = 参加; 首个 = 第一; 开始 = 着手; 后续 = 跟进;
    世界 = 全球; 提及 = 提到; 举行 = 开; 签署 = 签字 = 签订; 实现 = 达到 = 达成;
    需要 = 必须 = 有必要 = 需; 范围内 = 利用; 职能 = 职责
"""
_ENGLISH_EQUALS = """
    people = persons; over = more than = above; submit = present = transmit;
    begin = start = commence = launch; implement = carry out; establish = create = set up;
    help = assist = support; views = opinions; children's = children; convene = hold;
    proclaim = declare = designate; within = in; every = each; all = every = any = each;
    subitem = sub-item; died = killed = deaths = lost their lives; prepare = draw up = draft;
    provide = offer = supply; fund = finance; allow = permit; older = old = more than;
    currently = now = present; cooperation = collaboration; use = utilize; countries = states
"""


@cache
def equals() -> dict[str, tuple[str, ...]]:
    """Every word that others may stand for, with them."""
    table: dict[str, set[str]] = {}
    for row in (*_EQUALS.split(";"), *_ENGLISH_EQUALS.split(";")):
        words = [word.strip() for word in row.split("=")]
        for word in words:
            table.setdefault(word, set()).update(words)
    return {word: tuple(sorted(row - {word})) for word, row in table.items()}
