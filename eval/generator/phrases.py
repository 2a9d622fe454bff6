"""Half-sentences for the paragraphs of a plan; ``{topic}`` is the resolution's topic.

Written so that none begins a second act (，并 and a verb), and none names a body.
"""

# ruff: noqa: E501 - tables of pairs

from __future__ import annotations

# What somebody is asked to do: 促请会员国 + 加强…
DEEDS: tuple[tuple[str, str], ...] = (
    ("加强{topic}方面的数据共享", "to strengthen the sharing of data on {topic}"),
    ("在地方一级开展{topic}方面的培训", "to provide training in {topic} at the local level"),
    ("为{topic}指定协调人", "to designate focal points for {topic}"),
    ("把{topic}纳入长期规划", "to include {topic} in long-term planning"),
    ("公布{topic}的年度统计数字", "to publish annual statistics on {topic}"),
    ("消除妨碍{topic}的行政障碍", "to remove administrative obstacles to {topic}"),
    ("采取切实措施改善{topic}的条件", "to take practical measures to improve the conditions of {topic}"),
    ("扩大当地社区对{topic}的参与", "to widen the participation of local communities in {topic}"),
    ("为{topic}划拨可预测的资源", "to allocate predictable resources to {topic}"),
    ("审查与{topic}有关的法规", "to review the regulations relating to {topic}"),
    ("拟订{topic}的最低标准", "to develop minimum standards for {topic}"),
    ("恢复{topic}的常设记录", "to resume the permanent record of {topic}"),
    ("在学校课程中介绍{topic}", "to introduce {topic} into school curricula"),
    ("交流{topic}方面的最佳做法", "to exchange best practices in {topic}"),
)  # fmt: skip
MEANS: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("，包括建立公开的观测记录", ", including by keeping open observation records"),
    ("，特别是在偏远地区", ", in particular in remote areas"),
    ("，同时顾及当地居民的传统知识", ", taking into account the traditional knowledge of local inhabitants"),
    ("，以便及早发现变化", ", so as to detect changes at an early stage"),
    ("，包括为青年提供实习机会", ", including by offering internships to young people"),
    ("，尤其是在雨季到来之前", ", especially ahead of the rainy season"),
    ("，以期缩小城乡之间的差距", ", with a view to narrowing the gap between town and countryside"),
    ("，包括使用开放源码工具", ", including through the use of open-source tools"),
    ("，以利于后代", ", for the benefit of future generations"),
    ("，必要时采用临时安排", ", where necessary through interim arrangements"),
)  # fmt: skip

# What is reaffirmed, stressed, recognized: 强调 + …
STATEMENTS: tuple[tuple[str, str], ...] = (
    ("{topic}对当地居民的生计至关重要", "that {topic} is vital to the livelihoods of local inhabitants"),
    ("{topic}需要稳定的长期投入", "that {topic} requires stable long-term investment"),
    ("{topic}有助于增进邻近地区之间的互信", "that {topic} helps to build trust between neighbouring areas"),
    ("必须在公平的基础上开展{topic}", "that {topic} must be carried out on an equitable basis"),
    ("{topic}应当以现有最佳数据为依据", "that {topic} should be based on the best available data"),
    ("妇女和青年在{topic}中发挥重要作用", "that women and young people play an important role in {topic}"),
    ("{topic}的成本低于不作为的代价", "that the cost of {topic} is lower than the price of inaction"),
    ("各级机构在{topic}方面负有共同责任", "that institutions at all levels share responsibility for {topic}"),
    ("{topic}的成果应当向公众开放", "that the results of {topic} should be open to the public"),
    ("有必要为{topic}建立共同术语", "that a common terminology is needed for {topic}"),
    ("{topic}的经验可供其他区域借鉴", "that the experience of {topic} can be drawn upon in other regions"),
)  # fmt: skip
QUALIFIERS: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("，在气候多变的时期尤其如此", ", all the more so in times of variable climate"),
    ("，不论其规模大小", ", whatever its scale"),
    ("，无论在平时还是在紧急情况下", ", in normal times as well as in emergencies"),
    ("，而这一点往往受到忽视", ", which is often overlooked"),
    ("，包括在人口稀少的地区", ", including in sparsely populated areas"),
    ("，过去十年的经验表明了这一点", ", as shown by the experience of the past decade"),
)  # fmt: skip

# What gives concern or is regretted: 深为关切 + …
FINDINGS: tuple[tuple[str, str], ...] = (
    ("{topic}的记录长期缺失", "the long-standing gaps in the records of {topic}"),
    ("{topic}方面的专业人员不断减少", "the continuing decline in the number of specialists in {topic}"),
    ("用于{topic}的资源分配不均", "the uneven distribution of resources for {topic}"),
    ("{topic}因暴雨一再中断", "the repeated interruption of {topic} by heavy rain"),
    ("{topic}方面的设备老化", "the ageing of the equipment used for {topic}"),
    ("公众对{topic}的了解仍然有限", "the still limited public knowledge of {topic}"),
)  # fmt: skip

# What is welcomed: 欢迎 + …
ACHIEVEMENTS: tuple[tuple[str, str], ...] = (
    ("在{topic}方面取得的进展", "the progress made in {topic}"),
    ("为{topic}建立的志愿者网络", "the volunteer network for {topic} set up"),
    ("发布的{topic}公开数据集", "the open data set on {topic} released"),
    ("为改善{topic}所作的努力", "the efforts made to improve {topic}"),
    ("举办的{topic}培训班", "the training courses in {topic} organized"),
)  # fmt: skip

# Instruments that do not exist, and treaties of the real world are left alone.
INSTRUMENTS: tuple[tuple[str, str], ...] = (
    ("关于{topic}的公约", "Convention on {topic}"),
    ("{topic}行动纲领", "Programme of Action on {topic}"),
    ("{topic}宣言", "Declaration on {topic}"),
    ("{topic}议定书", "Protocol on {topic}"),
)  # fmt: skip
CITIES: tuple[tuple[str, str], ...] = (
    ("纽约", "New York"),
    ("日内瓦", "Geneva"),
    ("维也纳", "Vienna"),
    ("内罗毕", "Nairobi"),
)  # fmt: skip
COUNTRIES: tuple[str, ...] = tuple(
    "阿兰达 莫林 塔维尔 埃索拉 卡伦 德雷文 费洛斯 加维纳 伊尔玛 朱诺尔 凯索 洛梅亚 米兰托 "
    "诺维拉 奥斯特兰 佩雷纳 奎洛 里维斯 萨维亚 托伦 乌兰萨 维斯托 威林 泽弗尔 北莫林 南卡伦 "
    "塔维尔(共和国) 大凯索 新托伦 上里维斯".split()
)
