"""Questions about what became of a resolution: its texts end on the day they were adopted.

目前执行得怎么样了, 秘书长后来提交报告了吗, 那份报告说了什么, 现在有多少缔约国: none of these can stand in a
resolution, however much it says of reports and treaties. 当前 and 目前 alone prove nothing: the
texts use them too, and people say 现在 for no reason.
"""

from __future__ import annotations

import re

_NOW = r"(?:现在|目前|如今|眼下|当下|今天|至今|迄今|直到现在|到目前(?:为止)?|截至(?:今天|今年|目前|现在|[0-9]{4}年)|时至今日|最近|最新|近来|现如今|这几年|近几年|近年来?)"
_AFTERWARDS = r"(?:后来|之后|事后|此后|其后|以后|随后|再后来)"
_DOING = r"(?:执行|落实|实施|履行|推进|进展|完成|兑现|贯彻|遵守|生效|批准|签署|加入|开工|启动|谈判|召开|举行)"
_HOW = r"(?:怎么样|怎样|如何|咋样|到哪(?:一)?步|到什么(?:程度|地步|阶段)|顺不顺利|顺利吗|成功(?:了)?吗|多少|几成)"
_WHETHER = r"(?:了吗|了没(?:有)?|了么|没有$|没$|过吗|过没|是否已|已经.{1,8}吗|成了吗|吗$)"
_COUNTED = r"(?:有|共有|一共有|总共有)?(?:多少|几)(?:个|名|位|枚|份|国|件|座)?"
# 秘书长的那份报告, 按122/900交的那份报告: one that was asked for, not one that a text recites.
_REPORT = r"(?:[那这该]一?(?:份|个|次)|(?:提交|提出|交|递交|编写|写)(?:给[^,。?]{1,8})?的|秘书长的)(?:[那这]一?份)?(?:书面|年度|最后|最新|专题)?报告"
_LATER = re.compile(
    # how it is going: 执行得怎么样了, 落实情况如何, 进展到哪一步
    rf"{_DOING}(?:得|的)?(?:情况|进度|结果|效果|状况|成效|现状|进展)?(?:现在|目前|到底|究竟|又|都|是)?{_HOW}(?:了)?(?:[吗呢啊呀]|[?？]|[,，。]|$)"
    rf"|{_NOW}[^,，。?？]{{0,16}}{_DOING}[^,，。?？]{{0,8}}(?:{_HOW}|{_WHETHER}|情况|进展|状况)"
    # whether it came about
    rf"|{_AFTERWARDS}(?![^?？]{{0,12}}(?:一段|段落|部分))[^,，。?？]{{0,20}}{_WHETHER}"
    rf"|{_NOW}[^,，。?？]{{0,20}}(?:了吗|了没|了么|过吗|没有?$)"
    rf"|(?:真的|到底|究竟|实际上|事实上|有没有真)[^,，。?？]{{0,12}}(?:做到|办到|交了|提交了|开了|实现|落实|执行|兑现|照办|销毁)(?:了|过)?(?:吗|没|没有)?"
    r"|(?:按时|如期|准时|照办)[^,，。?？]{0,8}(?:了吗|了没|没有$|吗$)"
    # how many there are today
    rf"|{_NOW}[^,，。?？]{{0,10}}(?:全球|全世界|世界上)?[^,，。?？]{{0,6}}{_COUNTED}(?!.{{0,6}}(?:决议|段))"
    rf"|(?:{_DOING}|建成|建立|设立|成立|转交|提交|实现|做到)了[吗没][,，](?:现在|目前|如今|到底)"
    r"|通过(?:以后|之后|后)(?:的)?[^,，。?？]{0,6}(?:情况|局势|形势|怎么样|发生|变化)"
    rf"|(?:真的|到底|究竟)[^,，。?？]{{0,4}}把[^,，。?？]{{1,16}}了(?:吗|没)"
    rf"|{_NOW}(?:的)?(?:缔约国|签署国|成员国|秘书长|主席|局势|状况|情况|数字|数量)[^,，。?？]{{0,6}}(?:有|是|为)?(?:多少|几|哪|谁|怎)"
    rf"|{_AFTERWARDS}(?:又|还)?(?:怎么样|怎样|如何|咋样|发生了什么|有什么(?:进展|变化|结果))"
    # what a report says that was asked for, what a survey came to
    rf"|{_REPORT}(?:里|中|里面|本身|后来|到底|究竟|最后|最终|都|具体|是怎么)*(?:说|讲|写|提出|列出|谈)(?:了|到|的)?(?:是)?(?:些)?(?:什么|哪些|怎样|[??]|$)"
    rf"|{_REPORT}(?:里|中)?(?:得出)?(?:的|了)?(?:最后|最终|主要)?(?:结论|内容|要点|发现|结果)(?:是|有|为|都有)?(?:什么|哪些|如何|怎么样|怎样)"
    r"|(?:普查|调查|清查|摸底|评估|试点|磋商|谈判|选举|会谈)(?:的)?(?:最后|最终|后来|到底|究竟|的)*(?:结果|结论)(?:出来|怎么样|怎样|如何|是什么|是啥)"
    r"|(?<!表决)(?<!投票)(?:最后|最终)(?:的)?结果(?:是|又)?(?:怎么样|怎样|如何|什么)"
    r"|\bwhat (?:did|does) (?:that|the|his|her|its) (?:secretary-general's )?report (?:say|conclude|find|contain|recommend)\b(?! about)"
    r"|\b(?:conclusions?|findings|results?|outcome) of (?:that|the) (?:report|survey|census|study|inquiry|negotiations?)\b"
    r"|(?:今天|如今|现在)(?:还|仍)(?:有效|适用|算数|管用)"
    r"|\b(?:so far|to date|nowadays|these days|as of (?:now|today|20[0-9]{2})|up to now|until now)\b"
    r"|\bhow many\b.{0,50}\b(?:now|today|currently|at present)\b"
    r"|\b(?:currently|now|today)\b.{0,24}\bhow many\b"
    r"|\b(?:has|have|was|were|did)\b.{0,50}\b(?:since then|ever|actually|in the end|eventually|later|yet\?*$|been (?:implemented|carried out|fulfilled))\b"
    r"|\bwhat (?:has )?happened (?:to|with|after|since|next|then|later)\b|\bhow (?:well |far )?(?:is|are|was|were|has|have)\b.{0,40}\b(?:implemented|implementation|carried out|going|progress\w*)\b"
    r"|\b(?:current|latest|present) (?:status|state|number|situation|progress)\b|\bstill (?:in force|valid|relevant|binding)\b",
    re.IGNORECASE,
)  # fmt: skip
# 目前库里有哪些决议, 最新的一份: what the library holds; 最近一届: a session.
_OF_THE_LIBRARY = re.compile(
    r"库(?:里|中)|收录|收了|能查|能问|哪(?:些|几份|份)(?:联大)?决议|(?:最近|最新|最后)(?:的)?(?:一)?(?:届|份|次|段|个|项)|系列|段(?:落)?(?:吗|没|$)"
    r"|\b(?:library|which resolutions?)\b",
    re.IGNORECASE,
)
# 落实得怎么样, 由谁汇报: what is asked in the end is in the text.
_ASKS_ON = re.compile(r"谁|哪|什么|第几|怎么(?:说|写)|\b(?:who|which|what)\b", re.IGNORECASE)


def asks_what_came_later(folded: str) -> bool:
    """Whether a folded question asks what happened after the texts were adopted."""
    found = _LATER.search(folded)
    if found is None or _OF_THE_LIBRARY.search(folded):
        return False
    return not _ASKS_ON.search(folded[found.end() :])
