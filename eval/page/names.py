"""What measures and slices are called on the page, and what each asks, in a sentence."""

from __future__ import annotations

# measure: its name, and what a person may read from it
NAMES: dict[str, tuple[str, str]] = {
    "citation_validity": ("引文有效", "每条引文都指向库中真实的段落"),
    "quote_fidelity": ("引语逐字", "引语逐字出自所引段落，不掐头去尾"),
    "slots": ("句中有据", "答句里的数字、日期、机构、动词都有出处"),
    "closed_words": ("连接词限于清单", "引语之外的话都在审定的清单里"),
    "supported": ("句句有引文", "有所断言的句子都带引文"),
    "needed": ("引文皆有用", "没有可有可无的引文"),
    "text": ("正文与各句一致", "给人看的正文与各句一字不差"),
    "recount": ("计数复核", "计数、先后、对照都重算过"),
    "lookup": ("按编号查找", "点名决议和段落的题全对"),
    "injection": ("不受指令左右", "夹带指令的题一概不从"),
    "determinism": ("同问同答", "同一问题两次回答字节相同"),
    "fresh_gold": ("题库未过时", "题目所据的段落没有变过"),
    "traditional": ("繁体", "换成繁体，答案不变"),
    "full_width": ("全角", "换成全角数字，答案不变"),
    "exact_set": ("清单完整无误", "要求列全的题，一段不多，一段不少"),
    "group_recall@10": ("检索召回", "前十段里有答案"),
    "mrr@10": ("检索排序", "答案排得靠前"),
    "citation_recall": ("引文召回", "需要引文的句子都有引文"),
    "citation_precision": ("引文精度", "引文都是需要的"),
    "refusal_recall": ("该拒则拒", "库里没有的，说没有"),
    "over_refusal": ("误拒", "库里有的，却说没有"),
    "false_premise_accepted": ("误信假前提", "问题说错了，却顺着答"),
    "wrong_answers": ("答错", "给出了答案，但不对"),
    "loss:typo": ("错字损失", "有一处笔误时少对多少"),
    "loss:filler": ("客套损失", "加上客套话时少对多少"),
    "loss:numerals": ("数字写法损失", "换数字写法时少对多少"),
    "loss:symbol": ("文号写法损失", "换文号写法时少对多少"),
    "english_loss": ("英文损失", "英文提问比中文少对多少"),
    "follow_up_gap": ("追问差距", "追问比完整提问少对多少"),
    "recorded": ("录音齐全", "向模型问的每一句都有录下的答复"),
    "reached": ("模型的话用上了", "模型写的句子，至少一半到了读者面前"),
    "mutations_caught": ("变异查出", "故意改坏的答案，评测查出多少"),
    "generated:exact_set": ("生成题·清单完整", "生成库的结构题，列得一段不差"),
    "generated:refusal_recall": ("生成题·该拒则拒", "生成库里没有的，说没有"),
    "generated:over_refusal": ("生成题·误拒", "生成库里有的，却说没有"),
    "generated:false_premise_accepted": ("生成题·误信假前提", "生成题说错了，却顺着答"),
    "generated:form": ("生成题·形式", "生成题的答案没有形式上的毛病"),
    "passed": ("通过", "答对，且形式无误"),
}
SLICES: dict[str, str] = {
    "library": "库",
    "kind": "题型",
    "language": "提问语言",
    "turns": "第几问",
    "form": "版式",
    "expected": "应当",
    "split": "题集",
}
VALUES: dict[str, str] = {
    "samples": "样例两份",
    "forms": "各种版式",
    "generated": "生成库",
    "own": "自己的库",
    "zh": "中文",
    "en": "英文",
    "mixed": "中英夹杂",
    "1 turn": "单问",
    "2 turns": "第二问",
    "3+ turns": "第三问起",
    "answer": "回答",
    "refusal": "拒答",
    "false premise": "指出前提有误",
    "dev": "开发",
    "locked": "封存",
    "answered": "已回答",
    "not_found": "库中没有",
    "out_of_scope": "不在范围",
    "needs_clarification": "反问",
    "refused": "拒答",
    "error": "出错",
    "none": "无",
    "several": "几种",
    "actor": "谁要做什么",
    "compare": "比较",
    "comparison": "前后对照",
    "contradiction": "前后矛盾",
    "conversation": "对话",
    "count": "计数",
    "deadline": "时限",
    "english": "英文提问",
    "fact": "内容",
    "false_premise": "假前提",
    "follow_up": "追问",
    "footnote": "脚注",
    "injection": "夹带指令",
    "list": "跨决议清单",
    "lookup": "按编号",
    "mandates": "任务与期限",
    "metadata": "题头",
    "near_miss": "差一点",
    "off_topic": "题外",
    "opinion": "要意见",
    "precedents": "先例",
    "reference": "引用",
    "series": "系列",
    "understanding": "错字与杂写",
    "verb": "动词",
    "wording": "译法",
}
# What the judge says of an answer, by how it begins.
_SAID = (
    ("does not cite ", "没有引："),
    ("cites beside the point ", "多引："),
    ("does not say ", "没有说："),
    ("says ", "不该说："),
    ("refused: ", "拒答："),
    ("status ", "状态："),
    ("stale gold: ", "题目过时："),
    ("raised ", "出错："),
    ("accepted a false premise", "顺着假前提答了"),
    ("answered what cannot be answered", "答了答不了的"),
    ("asked back instead of saying that the premise is false", "没有指出前提有误，只是反问"),
)


def name_of(measure: str) -> str:
    """A measure's name in Chinese, or as it is."""
    return NAMES.get(measure, (measure, ""))[0]


def meaning_of(measure: str) -> str:
    """What a measure says, in a sentence; empty where it needs none."""
    return NAMES.get(measure, ("", ""))[1]


def value_of(value: str) -> str:
    """A slice's or status's name in Chinese, or as it is."""
    return VALUES.get(value, value)


def in_chinese(said: str) -> str:
    """What the judge says of an answer, its beginning in Chinese; what it quotes stays."""
    check, _, rest = said.partition(": ")
    if check in NAMES and rest:
        return f"{name_of(check)}：{rest}"
    for english, chinese in _SAID:
        if said.startswith(english):
            return chinese + said.removeprefix(english)
    return said
