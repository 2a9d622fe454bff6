"""The words by which a question shows what it is after, Chinese and English in one table each.

Patterns are matched on folded text, English ones case-insensitively. A new kind of question starts
with a row here and a branch in ``questions.understand``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Cue = Literal[
    "compare", "library", "mentioned_by", "references", "footnotes", "count",
    "overview", "deadlines", "phrase", "directive", "documents", "instruments",
    "series",
]  # fmt: skip

_CUES: dict[Cue, tuple[str, ...]] = {
    "compare": (
        r"差在(?:哪|何)|比一比|比比|(?<![对相])比(?=呢|一下|起来|怎么样|怎样|如何|哪|[,。?]|有(?!什么不同|什么差|什么区别|哪些不同|何不同)|$)|分别(?:怎么|如何|是怎么|怎样)|各(?:自)?(?:怎么|如何|是怎么|怎样)|比较|对比|对照|相比|区别|差别|差异|异同|有(?:什么|何|哪些|啥)(?:不同|差)|不一样|相同(?:点|之处)|不同(?:点|之处)",
        r"\b(?:compare|comparison|compared|differences?|differ|versus|vs\.?|in common)\b",
    ),
    "library": (
        r"(?:收录|收藏|收入|藏有|保存|存有|装了|库里|库中|资料库|文库|数据库|图书馆|你(?:这里|这儿|都)?(?:有|能查|知道|掌握)).{0,8}(?:哪些|多少|几)"
        r".{0,4}(?:决议|文件)|(?:目前|现在)?(?:能|可以|可)(?:查|问|检索)(?:询|到)?(?:哪些|哪几(?:份|个|项)?|什么)(?:联大|大会)?决议|有哪些决议(?:可以|可供)(?:查|问)"
        r"|^(?:都|一共|共|现)?有(?:哪些|多少|几(?:份|个|项)?)(?:份|个|项)?决议$",
        r"\b(?:which|what|how many) resolutions (?:do you|are in|does the library|can you|are available)"
        r"|what(?:'s| is) in (?:the|your) library",
    ),
    "mentioned_by": (
        r"谁(?:引|提)(?:过|用|到)|被引|引到|引过|(?:在|出现在).{0,12}(?:什么位置|哪些位置)|(?:哪些|哪个|哪份|哪项|哪几|什么|谁|有没有|有无).{0,6}(?:决议|段落|段|地方|处|文件)?.{0,4}"
        r"(?:提到|提及|引用|援引|回顾|回忆|述及|谈到|涉及|参照|根据|依据|重申)(?:过|了|到)?|被(?:哪|谁|什么|几)|在哪(?:里|些|段|一段|几段)?.{0,4}(?:被)?(?:提到|提及|引用|援引|回顾)"
        r"|(?:什么|哪些?|哪几)(?:个)?(?:地方|段落?|段|处)(?:里|中)?(?:会|曾)?(?:提到|提及|引用|援引|出现|写到|讲到|谈到|涉及)|(?:哪里|哪儿|何处|哪些段|哪几段)(?:里|中)?(?:有)?(?:提到|提及|引用|援引|出现|写到|回顾)|(?:在|出现在|见于).{0,6}(?:哪里|哪儿|何处|哪(?:些|几|一)?段|什么地方|哪些地方|哪几处)|(?:引用|提到|提及|援引)(?:过|了)?(?:它|这个)?的(?:段落|决议|地方)",
        r"\b(?:which|what) (?:resolutions?|paragraphs?|texts?|notes?|footnotes?)(?: or \w+)? (?:in the library )?(?:mentions?|refers? to|recalls?|cites?|quotes?)"
        r"|where (?:is|are) .{0,60}(?:mentioned|recalled|cited|referred)|(?:mentioned|recalled|cited|referred to) (?:by|in) (?:which|what)|who (?:mentions|cites|recalls)",
    ),
    "references": (
        r"(?:回顾|忆及)(?:了|过|到)?(?:的)?(?:是)?(?:哪些|哪几|哪|多少|几|其他|其它|别的|先前|以往|以前|过去|早先|之前|此前|什么)(?:的|了|份|个|项|条)*(?:哪些|哪几|其他)?(?:决议|文件|条约|公约|宣言|文书|文献)|(?:依据|根据)(?:的|了)?(?:是)?(?:哪|什么|几)(?:些|份|个|项|几)?(?:号)?(?:的)?(?:决议|文件|条约|文书)|(?:提到|提及|引用|援引|引述|参考|参照|提过|援用|述及|列举|列出)(?:了|过|到)?(?:的)?(?:是)?(?:哪|什么|多少|几|其他|其它|别的|先前|以往|以前|过去|早先|之前|此前|的决议|的文件|的条约)"
        r"|(?:哪|什么|多少|几|其他|其它|别的|先前|以往|以前|过去|之前|此前).{0,6}(?:决议|文件|条约|文书|公约|报告).{0,4}(?:被)(?:提到|提及|引用|援引|回顾)"
        r"|(?:参考|引用|援引)(?:的)?(?:文献|文件|决议|条约)|引文",
        r"\b(?:which|what|how many|other|earlier|previous|prior|past) (?:\w+ )?(?:resolutions?|documents?|treat(?:y|ies)|instruments?|reports?)\b.{0,40}(?:recall|mention|refer|cite|quote)"
        r"|(?:recall|mention|cite|refer to)\w* (?:any|which|what|other|earlier|previous)",
    ),
    "documents": (r"文件(?!号)|报告", r"\bdocuments?\b|\breports?\b"),
    "instruments": (r"条约|公约|文书|宣言|宪章", r"\btreat(?:y|ies)\b|\binstruments?\b|\bconventions?\b"),
    "footnotes": (r"脚注|注释|附注|注脚|(?<=[的议])注(?=$|[说写里讲是有呢吗中,?])", r"\bfootnotes?\b|\bnotes\b"),
    "count": (
        r"(?<!第)(?:几|多少)(?:个|条|项|处|款|句)?(?:执行|序言|正文|前言)?(?:部分)?(?:的)?(?:段落?|脚注|注释|注脚|附注|条款?|款)|(?:段落?|脚注|注释|注脚)(?:的)?(?:总数|数量|数目|数|有(?:几|多少))"
        r"|(?:序言|执行部分|正文|决议)(?:部分)?(?:一共|总共|共)?(?:有|分|含|包含)(?:多少|几)(?!年|天)|段数|(?:执行段|序言段|段落?|脚注)(?:更|最|谁)?(?:多|少)(?:些|一些)?|(?:谁|哪(?:一)?(?:份|个)).{0,8}(?:更长|最长|更短|段落更多)|(?:决议|文本)(?:有)?多长",
        r"\bhow many (?:\w+ )?(?:paragraphs?|paras|footnotes?|notes|clauses?)|number of (?:\w+ )?(?:paragraphs?|paras|footnotes?|notes)",
    ),
    "overview": (
        r"(?:主要|大概|大致|到底|究竟|都|总体)?(?:讲|说|谈|写|规定|涉及|关于)(?:的|了)?(?:是|些)?(?:什么|哪些|啥)(?:内容|事|主题|东西)?(?:的)?(?:决议|文件)?[??。]*$"
        r"|(?:主要|核心|大致|基本)?(?:内容|要点|主旨|大意|梗概|主题|要义)(?:是|有|包括)?(?:什么|哪些|啥)?[??。]*$|概述|概括|总结|摘要|归纳|简介|介绍(?:一下)?|梳理",
        r"\bwhat (?:is|was) .{0,40} about\b|\bsummar(?:y|ise|ize)|\boverview\b|\bmain (?:points?|contents?)\b|\bgist\b|tell me about",
    ),
    "series": (
        r"(?:(?:这|那|该|此|同)(?:一)?(?:个)?|(?<!一))系列(?:的)?(?:历次|历年|历届|所有|全部|各(?:次|份|项))?(?:的)?(?:决议)?|(?:历次|历年|历届|历来)(?:的|通过的)*决议"
        r"|(?:哪(?:一)?(?:年|届)|何时|什么时候|从何时|最早|首次|第一次).{0,4}(?:开始|起|才|就)?(?:有|通过|出现|提出)[^,。]{0,40}?(?:这|该|此)(?:一)?(?:个|份|项|类)?(?:决议|议题|项目)"
        r"|(?:这|该|此)(?:一)?(?:个|份|项|类)(?:决议|议题|项目).{0,6}(?:哪(?:一)?(?:年|届)|何时|什么时候|最早|首次)(?:开始|起|首次|最早)"
        r"|同(?:一)?(?:题|名|标题|题目|议题|项目)(?:的)?(?:历次|其他|以前的|各次|早先的)?决议(?=[^,。]{0,4}(?:有|是|哪|都|共|几|多少)|$)",
        r"\b(?:in|of|from|to) (?:the|this|that|its|the same) series\b|\bseries of resolutions\b|\b(?:successive|all the|previous|earlier|later) resolutions (?:on|under|with|of) (?:the same|this|its) (?:item|title|subject|topic|series)"
        r"|\b(?:which|what) (?:year|session) did .{0,80}\b(?:series|resolutions?) .{0,20}(?:begin|start)|\bwhen did (?:this|the|that) .{0,80}(?:series|resolutions?).{0,12}(?:begin|start)",
    ),
    "deadlines": (
        r"每年(?:都)?(?:要|须|需|应|得)|期限|截止|最后(?:日期|期限)|限期|到期|时限|何时(?:提交|报告|汇报)|什么时候(?:前|之前)?.{0,6}(?:提交|报告|汇报|交)|(?:哪|第几|下)(?:一|几|些)?届.{0,12}(?:提交|报告|交|汇报|列入|审议|议程|项目)"
        r"|(?:提交|报告|汇报|列入|审议|议程).{0,12}(?:哪|第几|下)(?:一)?届|(?:提交|提出)(?:哪些|什么|几份|多少)报告|(?:哪些|什么|几份|多少).{0,8}报告(?:要|需|应|须)|报告(?:义务|要求|任务)|(?:下|今后|未来|以后)(?:一)?(?:届|次)会议",
        r"\b(?:deadline|due|by when)\b|\breports? (?:are|is|must|should|has to|have to|to be|due)|which session .{0,30}(?:report|submit|agenda)|when .{0,30}\breport\b",
    ),
    "phrase": (
        r"(?:提到?|说到|讲到|写到|谈到)[^,。]{1,24}(?:的)?段(?:落)?$|[0-9一二三四五六七八九十]处(?:提|说|写|讲)到?|(?:哪些?|哪几|几)(?:个)?(?:段落?|地方|处)(?:里|中)?(?:被)?(?:提|出现|讲|说|写)|(?:^|\s)(?:哪(?:一|几|些)?(?:个)?段|段落?)(?:$|[??])|(?:哪些?|哪几|几|多少|哪一|什么)(?:个)?(?:段落?|地方|处|条)(?:里|中|里面)?(?:都|也|有|曾)?(?:提到|提及|出现|写到|写了|讲到|谈到|涉及|说到|用到|含有|包含|讲|说|谈|写)|(?:哪里|哪儿|何处)(?:都|有|曾)?(?:提到|提及|出现|写到|讲到|谈到|涉及|说到)|(?:提到|提及|出现|写到|讲到|谈到|涉及|说到|含有|包含).{1,30}的(?:段落?|地方|条款|内容)|(?:提到|提及|写到|讲到|谈到|涉及|说到).{1,30}(?:的)?是(?:在)?(?:哪里|哪儿|哪(?:一|几|些)?段)|(?:在|出现在|见于)(?:决议)?(?:的)?(?:哪里|哪儿|何处|哪(?:些|几|一)?(?:个)?段|什么地方|哪些地方|哪几处)|(?:哪里|哪儿|何处|哪(?:些|几|一)?(?:个)?段)(?:里|中)?(?:有)?(?:被)?(?:提到|提及|出现)",
        r"\b(?:which|what) paragraphs? (?:\w+ )?(?:mentions?|refers?|contains?|speaks?|talks?|deals?|says?|includes?)|\bwhere (?:is|are|does|do)\b.{0,60}\b(?:mention|appear|refer|occur|discuss)\w*|\b(?:which|what) paragraphs? (?:is|are)\b",
    ),
    "directive": (
        r"(?:要|需|应|该|须|得|必须|应该|应当|需要|负责|有义务|有责任|承担|被要求|被请求|被请|被促请).{0,6}(?:做|干|办|采取|履行|完成|落实|承担|执行|开展|负责)(?:些|了)?(?:什么|哪些|啥|的事|何|的工作|的)?"
        r"|(?:做|干|办)(?:些|了|点)?(?:什么|哪些|啥|何事|的事)|(?:对|向|给|就).{1,20}(?:提出|有|布置|交办|交代|作出|作了|赋予|规定|下达).{0,6}(?:要求|任务|职责|指示|请求|义务|工作|呼吁|期望|期待|建议|委托)|(?:的|有(?:哪些|什么|何))(?:具体|各项|全部|所有)?(?:任务|职责|义务|工作|要求|责任|请求|委托)|(?:任务|职责|义务|责任|要求|请求|授权)(?:是|有|包括)(?:什么|哪些|啥)|(?:任务|要求|职责|义务|请求)$|什么(?:任务|要求|职责|义务|请求)|(?:让|叫|要|使|令|托|委托|指派|吩咐).{1,16}(?:做|干|办|采取|完成)",
        r"\b(?:asked|requested|required|expected|supposed|called upon|urged|invited|told|obliged|tasked)\b|\b(?:ask|asks|asking|request|requests|requesting|want|wants|require|requires) (?:of|from)\b|\b(?:tasks?|duties|obligations?|requests?|demands?|mandates?|requirements?)\b|\b(?:should|must|has to|have to|need to|needs to)\b.{0,40}\bdo\b",
    ),
}  # fmt: skip

# Masthead values that a resolution carries …
_ATTRIBUTES: dict[str, tuple[str, str]] = {
    "agenda_title": (
        r"议程(?:项目)?(?:的)?大?(?:标题|题目|名称|名|全称)|议程项目(?:叫|是什么名)|(?:哪个|什么)(?:题目|名称|标题)的议程",
        r"\b(?:title|name) of (?:the|its) agenda item\b|\bagenda item(?:'s)? (?:title|name|called)\b",
    ),
    "agenda_item": (
        r"(?:什么|哪个|哪一个|哪项|第几(?:个|项)?)?(?:的)?议程项目(?:的)?(?:编号|号码|号)?|(?:什么|哪个|哪一个|哪项|第几(?:个|项)?)(?:的)?(?:议程|议题)|议程(?:编号|号|第几)|议题",
        r"\bagenda items?\b",
    ),
    "committee": (
        r"(?:哪|什么|何)(?:一)?(?:个)?(?:主要)?委员会|(?:主要)?委员会(?:是)?(?:哪|什么)|第几委员会|由(?:哪|什么).{0,4}(?:提交|审议|负责|报告)",
        r"\b(?:which|what) (?:main )?committee(?:'s)?\b|\bcommittee (?:was|is|that|handled|reported)\b|\bwhich of the (?:main )?committees\b",
    ),
    "report_paragraph": (
        r"[A-Z]/[0-9]+/[0-9]+(?:号)?(?:文件|报告)?(?:的)?(?:第)?(?:几|哪一?)段|报告(?:的)?第[0-9]{1,4}段|报告(?:的)?(?:第)?(?:几|哪一?)(?:个)?段",
        r"\bparagraph of the (?:committee'?s? )?report\b|which paragraph of .{0,30}report",
    ),
    "report": (
        r"根据的(?:是)?(?:那|哪)?(?:一)?(?:份|个)?(?:文件|报告)|(?:委员会|一委)的哪(?:一)?份报告|(?:委员会|一委)(?:的)?报告(?:的)?(?:文号|编号|文件号|号|是)?|(?:根据|依据|依照)(?:的)?(?:是)?(?:哪|什么)(?:一)?(?:份|个|项)?(?:的)?(?:报告|文件)(?:通过)?|报告(?:的)?(?:文号|文件号|编号)|^[\s,。?!]*(?:决议)?的报告(?:是(?:哪(?:一)?[份个]|什么))?[\s,。?!]*$",
        r"\breport (?:number|symbol)\b|\b(?:committee'?s?|which|what) report\b|\breport of the \w+ committee\b",
    ),
    "meeting": (
        r"(?:哪|第几|几|什么|何)(?:一)?次(?:全体)?(?:会议|全会|会)|(?:第)?[0-9〇零一二三四五六七八九十]+次(?:全体会议|全会|会议)|全体会议(?=$|[??]|是第|的?(?:编号|次数|场次))|全会(?:的)?(?:场次|次数|编号)|会次|会议(?:次数|编号|序号|场次)|哪场会议",
        r"\b(?:which|what|plenary) (?:plenary )?meeting\b|\b[0-9]{1,3}(?:st|nd|rd|th) plenary\b",
    ),
    "session": (
        r"(?:哪|第几|几|什么|何)(?:一)?届(?:联合国)?(?:大会|联大|会议)?",
        r"\b(?:which|what) (?:general assembly )?session\b",
    ),
    "date": (
        r"通过得?(?:比较|更|最)?(?:先|早|晚|后)|(?:哪|谁|何)(?:一)?(?:份|个|项)?(?:决议)?(?:是)?(?:更|最)?(?:先|早|晚|后|新|旧)(?:于)?(?:被)?(?:通过|出台)|(?:先后|早晚|通过)(?:顺序|先后|次序)|是[^,。]{0,3}(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年的(?:还是(?:[^,。?]{0,12}年的)?|吗|吧|$)|(?:是|于|在)?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?(?:被|才|获|就)?通过|(?:何时|什么时候|什么时间|哪(?:一)?(?:天|年|日|月)|几时|几月几[日号]|几[日号]|什么日子|多久以前|何日|何年何月|什么日期).{0,6}(?:通过|表决|出台|获得?通过|产生|发布|作出|做出|制定|形成|诞生|定下)|(?:通过|出台|发布|作出)(?:的)?(?:具体)?(?:时间|日期|日子|年份|年月)|(?:通过|出台|发布)(?:于|是|在|的)*(?:何时|何日|什么时候|哪(?:一)?(?:天|年|日)|几月)|(?:^|\s)(?:的)?日期|日期(?:是|为)|(?:的)(?:日期|时间)$|(?:是)?(?:哪(?:一)?(?:天|年)|何时|什么时候)(?:的(?:决议)?)?$",
        r"\bwhen (?:was|were|did)\b.{0,50}\b(?:adopt\w*|pass\w*)|\b(?:date|day|year) (?:of|was|did|on which)\b.{0,40}(?:adopt\w*|pass\w*|resolution)|\bdate of(?=\s{3}|\s*[?.]?$)|\badoption date\b|\badopted (?:when|on what)\b|on what (?:date|day)|\bin what year\b|\b(?:which|what)\b.{0,24}\badopted (?:first|earlier|later|last)",
    ),
    "title": (
        r"(?:标题|题目|全称|正式名称|名称|题名|题为|名字|全名)|叫(?:什么|啥)(?:名字|名|题目|题)?",
        r"\b(?:title|titled|called|entitled|official name|full name)\b",
    ),
    "number": (r"(?:决议)?(?:文号|编号|号码|是(?:哪|几|第几)号|第几号|多少号|哪号)", r"\b(?:symbol|number)\b"),
}  # fmt: skip

# … and values that people ask for and that few texts carry (a vote, sponsors), or none.
_ABSENT: dict[str, tuple[str, str]] = {
    "votes": (
        r"(?:记录|唱名|举手)?表决(?:结果|情况|记录|票数)?|(?:怎么|如何|怎样)投|投的(?:是)?(?:什么|哪)|投(?:了)?(?:什么|哪|赞成|反对|弃权|过|几)?票|票数|得票|赞成票|反对票|弃权票|(?:多少|几|哪些|哪几|谁|哪个|哪|有|个)[^,。]{0,6}(?:赞成|反对|弃权)(?:了|的)?|(?:赞成|反对|弃权)的(?:都|有|是)*(?:哪些|哪几|谁|多少)|多少票|几票|(?:一致|协商一致)通过|投票",
        r"\b(?:recorded )?vot(?:e|es|ed|ing)\b|\babstain(?:ed|ing)?\b|\babstentions?\b|in favou?r|\bconsensus\b",
    ),
    "sponsors": (
        r"提案国|共同提案|联署|(?<![向对给])(?:谁|哪些?国家?|哪国|哪个国家|何国|哪几国|由谁).{0,4}(?:提出(?!.{0,6}(?:要求|请求|意见|看法))|提交|提案|发起|起草|牵头(?=提|起|的?(?:决议|草案|提案))|倡议|拟订)(?:的|了)?(?:决议|草案|本|这|该|它|这份)?|起草(?:人|国|者)|(?:提出|起草|发起|牵头)(?:国|人|者|方)|撰写|作者|执笔|提案|提的案",
        r"\bsponsors?(?:ed|hip)?\b|\bco-?sponsors?\b|\bdraft(?:ed|er|ers|ing)\b|\bauthors?\b|\bwho (?:proposed|tabled|wrote|introduced|submitted)\b|\btabled\b",
    ),
    "person": (
        r"(?:秘书长|主席|大使|代表|会长|总干事|署长|执行主任|高级专员|院长|校长|总裁|干事长|理事长|发言人)(?:现在|当时)?(?:是|叫|姓)(?:谁|什么|啥)|谁(?:是|担任|当(?:时)?(?:是|的)?|任)(?:了)?(?:当时的|现任|时任|本届|那届)?(?:联合国|大会|联大)?(?:秘书长|主席)|(?:秘书长|主席)(?:的)?(?:名字|姓名|国籍)",
        r"\bwho (?:is|was) the (?:un |united nations )?(?:secretary-general|president)\b|\bname of the (?:secretary-general|president)\b",
    ),
    "document": (
        r"[A-Z]{1,4}/[0-9A-Za-z./]+(?:号文件|文件|报告)?(?:的)?(?:里|中|里面|具体)?(?:都|又)?(?:写|讲|说|内容|列|收|载)|报告(?:里|中|里面)(?:都|具体)?(?:写|讲|说|列|载|提出)(?:了)?(?:哪|什么|几|多少)",
        r"\bwhat (?:does|do|is in) (?:the )?(?:report|document) [A-Z]+/",
    ),
    "draft": (r"决议草案(?:的)?(?:文号|编号|号)|草案文号|L\.文件", r"\bdraft resolution (?:number|symbol)\b"),
    "budget": (
        r"(?:方案)?预算(?:影响|问题|多少)|所涉(?:经费|预算)|多少(?:钱|经费|美元|拨款|资金|预算)|经费(?:多少|来源|预算)?|拨款|费用",
        r"\bbudget\w*\b|\bhow much (?:money|does it cost)\b|\bcosts?\b|\bfunding\b",
    ),
}  # fmt: skip

POLITE = re.compile(
    r"^(?:您好|你好|hello|hi)[,!。、\s]*(?=.{4})|请问(?:一下)?|请教(?:一下)?|劳驾|麻烦(?:你|您)?|谢谢(?:你|您)?|多谢|拜托"
    r"|请(?:你|您|帮我|帮忙|帮|给我|为我|告诉(?:我)?|告知|列出|列举|说明|解释|概括|概述|总结|归纳|比较|对比|介绍|给出|提供一下|查(?:找|询|一下|下)?|找(?:出)?|指出|回答|翻译|引用|显示|展示|把|将(?=第)|用|简(?:要|述|单)|详细|逐(?:条|项)|看|问)"
    r"|(?:帮|给)(?:我|忙)|(?:能不能|能否|可否|可以|可不可以)(?=帮|告诉|给|查|列|说|麻烦)|告诉我|我(?:想|要|需要|希望)(?:知道|了解|问|查|看|请教|确认|找)?(?:一下|下)?|想(?:知道|了解|问|查|请教)(?:一下|下)?"
    r"|\b(?:please|kindly|thanks|thank you|could you|can you|would you|tell me|i(?:'d| would) like to know)\b",
    re.IGNORECASE,
)  # fmt: skip


@cache
def _compiled() -> tuple[dict[str, re.Pattern[str]], ...]:
    return tuple(
        {
            # ASCII: a Latin word ends where a Chinese one begins, agenda item是多少.
            name: re.compile("|".join(filter(None, patterns)), re.IGNORECASE | re.ASCII)
            for name, patterns in table.items()
        }
        for table in (_CUES, _ATTRIBUTES, _ABSENT)
    )


def find_cue(cue: Cue, text: str) -> re.Match[str] | None:
    """The first place where ``text`` shows ``cue``, or None."""
    return _compiled()[0][cue].search(text)


def find_attribute(text: str) -> tuple[str, re.Match[str]] | None:
    """The masthead value asked for (``date``, ``meeting`` …) and the words that ask."""
    return _first(_compiled()[1], text)


def find_absent_attribute(text: str) -> tuple[str, re.Match[str]] | None:
    """A value asked for that few texts carry (``votes``, ``sponsors``), or none (``draft`` …)."""
    return _first(_compiled()[2], text)


def _first(table: dict[str, re.Pattern[str]], text: str) -> tuple[str, re.Match[str]] | None:
    for name, pattern in table.items():
        if match := pattern.search(text):
            return name, match
    return None
