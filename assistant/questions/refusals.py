"""Questions that are refused before anything is looked up, and why.

These are decided by what the question *is*: an instruction to the assistant, small talk, a request
for opinion or legal advice, a language that is not served. Whether something named is missing from
the library is decided later, by looking (``retrieval``).
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.questions.later import asks_what_came_later
from assistant.types import Lang

Refusal = Literal["instruction", "small_talk", "opinion", "language", "empty", "task", "later"]
# Refused, and yet the texts may say something that bears on what is asked.
POINTED: frozenset[Refusal] = frozenset({"opinion", "later"})

_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘(?:记|掉)|不要理会|抛开|绕过|覆盖).{0,12}(?:指令|指示|提示|规则|设定|限制|要求|约束|内容|引用|一切|全部|所有)"
    r"|系统提示|提示词|系统指令|(?:你的|内部)(?:指令|规则|设定|prompt)|(?:现在|从现在起|今后)?你(?:现在)?(?:是|扮演|变成|化身|就是)(?!.{0,6}(?:谁|什么|否))|扮演|假装|角色扮演|越狱|开发者模式"
    r"|(?:不|无)(?:需要?|要|必|用)(?:给出|提供|加|写)?(?:任何)?(?:引用|出处|来源)|编(?:造|一(?:个|段|份|条))|杜撰|伪造|虚构|捏造"
    r"|(?:存|写|加|塞|记|录)(?:进|入|到)(?:.{0,6})?(?:库|资料库|数据库|决议)(?:里|中)?(?:[::,]|$)|当成.{0,12}(?:决议|原文|第.{1,6}段)|(?:修改|删除|篡改|清空|改写)(?:掉)?(?:数据库|决议|资料库|第.{1,6}段|原文|库)|(?:只|直接|必须)(?:回答|回复|输出|说)[“\"「'].{1,20}[”\"」']|(?:输出|打印|泄露|透露|显示|重复)(?:你的|出)?(?:系统|内部|配置|密钥|环境变量|以上|上面|密码)"
    r"|</?(?:system|assistant|user|script|instructions?)\b|<\|.{1,20}\|>|\[/?INST\]"
    r"|\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|previous|above|everything|constraints)\b"
    r"|\brepeat (?:everything|all|the (?:text|words)|what)\b.{0,30}\b(?:above|before|verbatim)\b|\bsystem prompt\b|\byou are now\b|\bpretend (?:to be|you)\b|\brole-?play\b|\bact as\b|\bjailbreak\b|\bdeveloper mode\b|\bDAN\b"
    r"|\b(?:make up|invent|fabricate)\b|\b(?:reveal|print|show|output|repeat)\b.{0,20}\b(?:your (?:prompt|instructions|rules|configuration)|api key|secret|password|environment)\b"
    r"|\bwithout (?:any )?citations?\b|\bdrop\s+table\b|\bdelete\s+from\b|\bunion\s+select\b|'\s*or\s+'?1'?\s*=\s*'?1",
    re.IGNORECASE,
)  # fmt: skip
_SMALL_TALK = re.compile(
    r"(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|早安|晚安|谢谢(?:你|您)?|多谢|有意思|原来如此|(?:我)?(?:知道|明白|懂)了|(?:就(?:这|到这)(?:些|里)?(?:了|吧)?|没(?:有)?(?:别的|其他的?|什么|啥)?(?:问题|事)?了?)(?:,?谢谢(?:你|您)?)?|再见|拜拜|辛苦了|哈哈+|呵呵+|好的|嗯+|哦+|ok(?:ay)?|hello|hi|hey|thanks?(?: you)?|thank you(?: very much)?|bye|goodbye|good (?:morning|evening|afternoon|night)|test|测试|在吗|在不在)[!,。.~?\s]*(?:[!,。.~?\s]*(?:啊|呀|吗|there|啦|了))?"
    r"|你(?:是|叫)(?:谁|什么)(?:名字)?[??]?|你(?:能|会|可以)(?:做|干)(?:些)?(?:什么|啥)[??]?|你(?:今天)?(?:好吗|怎么样|吃了吗|开心吗|几岁|多大)[??]?|who are you\??|what can you do\??|(?:hi|hello|hey)?(?: there)?[, ]*how are you(?: today| doing)?\??|(?:今天|今年|明天|昨天|最近|这几天|那里|外面)?(?:的)?天气(?:怎么样|怎样|如何|好吗|好不好|冷不冷|热不热)[??呢啊]*|讲(?:个|一个)笑话.*|tell me a joke.*|我(?:爱|喜欢|讨厌)你.*",
    re.IGNORECASE,
)  # fmt: skip
_OPINION = re.compile(
    r"你(?:怎么|如何|是怎么)(?:看|评价|认为|想|理解)|你(?:觉得|认为|以为|看来|的(?:看法|观点|意见|评价|立场))|在你看来|依你看|(?:应不应该|该不该|应否|是否应该|是否应当|值不值得)(?!.{0,6}(?:根据|按照)(?:本|该|决议))"
    r"|(?:好不好|对不对|合不合理|合理吗|公平吗|公平|正确吗|有用吗|有意义吗|有效吗|明智|有没有(?:用|意义|效果))|评价一下|评论(?:一下)?|点评|更(?:公正|公平|进步|激进|合理|先进|有力|好|重要|有效)(?!.{0,4}(?:通过|早|晚))|谁更(?:应该|该|应当|有责任|对)|一纸空文|虚伪|你承认|(?:最|更)(?:坏|差|虚伪|自私|负责|不负责)|谁对谁错|说得对吗|有道理吗|有没有希望|有希望吗|是不是太|(?:太|过于)(?:啰嗦|激进|软弱|强硬)|优缺点|利弊|好坏|哪(?:个|份)(?:决议)?(?:更|最)(?:好|重要|强|进步|公平|有力|合理)"
    r"|法律(?:意见|建议|咨询|后果)|(?:是否|会不会|会|算不算|有没有|是不是)(?:违反|违背|违法|合法|触犯|构成)|违(?:反|背)(?:了)?国际法|合法(?:吗|性)|(?:我国|我们国家|我方|本国|中国|美国|俄罗斯|日本)(?:是否)?(?:应|该|要|可以|能|会)|(?:能|可以|能否|可否)(?:不)?(?:起诉|追责|索赔|制裁|退出|拒绝)|(?:建议|推荐|劝)(?:我|我们|我国)|(?:我|我们)(?:该|应该|应当)(?:怎么|如何)|支持(?:哪一方|谁更)|预测|(?:将来|未来|以后)会(?:不会|怎样|如何)|你支持|你赞成|你反对|你喜欢|你(?:会|是|想)?站(?:在)?哪|站(?:在)?(?:谁|哪)(?:那|一)?(?:边|方|头)|你(?:会)?(?:偏向|倾向|力挺)"
    r"|(?:决议|[0-9]+/[0-9]+|它|文件|联大|大会)(?:号)?(?:决议)?(?:对[^,。?]{1,8})?(?:到底|究竟)?(?:有没有|有无|是否(?:具)?有|具不具有?|具有|有)(?:国际)?(?:法律)?(?:上的)?(?:约束力|拘束力|强制力|法律效力)(?!的)"
    r"|违不?违法|违法(?:吗|了)|合不合法|(?:有没有|有无|有)(?:这个)?必要(?:搞|吗|再|去)|必要吗|值得吗|(?:如果|假如|要是|万一)[^,。?]{0,12}(?:不|违|拒|没)[^,。?]{1,14}(?:会怎么?样|怎么办|(?:会)?有(?:什么|啥)后果|会受到|要负|要承担)"
    r"|\b(?:is|are) (?:\w+ ){0,3}[0-9/]* ?legally binding\b|\bbinding (?:on|for|upon) (?:my|our|all|china|states)|\bviolat\w+ (?:of )?international law|\blegal (?:force|effect|consequences)\b|\bwhat (?:happens )?if (?:a|my|our|some)\b"
    r"|\b(?:do you (?:think|believe|agree|like|support)|what do you think|your (?:opinion|view|views|take)|in your (?:opinion|view)|is it (?:good|fair|right|wrong|wise|reasonable|legal|lawful|effective)|should (?:my|our|we|i|china|russia|the united states|the us|japan|france)\b|legal advice|is (?:this|the|that) resolution (?:good|bad|fair|effective|useful|legal|justified)|pros and cons|better resolution|predict(?:ion|s)?\b|will .{1,40} in (?:the )?future|would you)",
    re.IGNORECASE,
)  # fmt: skip
# 75/45怎么看 asks what the text says; 你怎么看 asks the assistant.
_OF_THE_TEXT = re.compile(
    r"(?:[0-9]+/[0-9]+|决议)[^,。?]{0,8}(?:怎么(?:看|说|讲)|如何(?:看|说)|认为|觉得|说了|写了)(?!.*(?:你|您|我国|我们))"
)
_TASK = re.compile(
    r"(?:写|作|创作|编|生成|起草|拟|画|唱|做)(?:一|个|几|首|篇|段|份|封|张|幅|点|出|成)+.{0,16}(?:诗|歌|故事|小说|文章|作文|代码|程序|脚本|邮件|信|演讲稿|发言稿|讲话稿|笑话|图|论文|决议|草案|文案|声明)"
    r"|(?:python|java|javascript|c\+\+|sql|html|代码|程序|算法).{0,12}(?:写|实现|编写|运行|排序|怎么)|(?:写|实现|编写).{0,12}(?:python|java|代码|程序|算法)|把.{1,40}(?:翻译|译)成(?!中文的段落)|翻译(?:一下|成|为)|(?:计算|算(?:一下|出)?)\s*[0-9(]|[0-9]+\s*[+*×÷]\s*[0-9]+"
    r"|\b(?:recommend|suggest)\s+(?:me|a|an|some)\b"
    r"|\b(?:write|compose|draft|generate|create)\b.{0,20}\b(?:poem|story|song|essay|code|script|program|email|letter|speech|joke|function)\b|\btranslate\b.{0,60}\b(?:into|to)\b",
    re.IGNORECASE,
)  # fmt: skip

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’")
_CHINESE_GRAMMAR = re.compile(r"[是的了吗呢请谁哪几怎何把被对]|什么|多少|为啥|啥")
_PUT_IN_ENGLISH = 2  # words of English grammar that a question put in English has
_HAN = re.compile(r"[㐀-鿿]")
_KANA_OR_HANGUL = re.compile(r"[ぁ-ヿㇰ-ㇿ가-힯ᄀ-ᇿ]")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[Ͱ-ϿЀ-ԯ԰-֏֐-׿؀-ۿݐ-ݿऀ-෿฀-๿က-ჿﭐ-﷿ﹰ-﻿]")
_CODES = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{1,4}(?:/[A-Za-z0-9.()-]+)+|(?:OP|PP|FN)\s?[0-9]+)", re.IGNORECASE
)
_ENGLISH_WORDS = frozenset(
    """
    the a an of in on to by for from with about and or is are was were be been do does did has have
    what which who whom when where why how many much that this these those it its paragraph resolution
    resolutions say says said text full assembly session meeting footnote footnotes preamble list show
    compare date title adopted vote agenda item committee report summary summarize first last states
    """.split()
)
_FOREIGN_WORDS = frozenset(
    """
    le la les des du une est dans que qui quoi quel quelle quels quelles pour avec sur au aux et ou
    el los las del una es en qué que cuál cual cuáles quién para con por como cómo cuando cuándo
    der die das den dem ein eine ist und was wie wer welche welcher mit für von auf nicht
    il lo gli che di per con sono quale o os as um uma não em
    demande résolution resolución fordert auflösung quand paragraphe párrafo secrétaire secretario
    """.split()
)


def detect_language(text: str) -> Lang | None:
    """``zh`` or ``en``; None for a language that is not served.

    A question with Han characters is Chinese (symbols and names in Latin letters are common in
    Chinese questions) unless it is put in English and only names or quotes something in Chinese:
    two words of English grammar, none of Chinese, and more Latin words than Han characters outside
    quotation marks.
    Kana or hangul make it Japanese or Korean.
    """
    if _KANA_OR_HANGUL.search(text):
        return None
    if _HAN.search(text):
        return "en" if _is_put_in_english(text) else "zh"
    if _OTHER_SCRIPT.search(text):
        return None
    # A symbol or a code is no language: 75/45 OP13 is answered in Chinese.
    latin = [word.lower() for word in _LATIN_WORD.findall(_CODES.sub(" ", text))]
    foreign = sum(word in _FOREIGN_WORDS for word in latin)
    english = sum(word in _ENGLISH_WORDS for word in latin)
    accented = sum(not word.isascii() for word in latin)
    if foreign + accented > english:
        return None
    return "en" if latin else "zh"


def _is_put_in_english(text: str) -> bool:
    said = _CODES.sub(" ", _QUOTED.sub(" ", text))
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", said)]
    grammar = sum(word in _ENGLISH_WORDS for word in words)
    if _CHINESE_GRAMMAR.search(said):
        return False
    return grammar >= _PUT_IN_ENGLISH and len(words) > len(_HAN.findall(said))


def refusal_of(text: str) -> Refusal | None:
    """Why a folded question is refused outright, or None."""
    if not re.search(r"[\w]", text):
        return "empty"
    tests: tuple[tuple[Refusal, bool], ...] = (
        ("instruction", bool(_INSTRUCTION.search(text))),
        ("small_talk", bool(_SMALL_TALK.fullmatch(text.strip()))),
        ("task", bool(_TASK.search(text))),
        ("opinion", bool(_OPINION.search(text)) and not _OF_THE_TEXT.search(text)),
        ("later", asks_what_came_later(text)),
    )
    return next((reason for reason, holds in tests if holds), None)


def without_opinion(text: str) -> str:
    """A question for an opinion with the words that ask for it blanked: what it is about."""
    return _OPINION.sub(lambda match: " " * len(match.group()), text)
