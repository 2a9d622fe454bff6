"""The verbs a plan may use, as each language prints them at the head of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its own adverbs. ``name`` is the canonical one of ``assistant.text.verbs``.

    ``operative`` and ``preambular`` are the English forms; ``old`` is how Chinese texts of the
    1960s print it.
    """

    name: str
    zh: str
    operative: str
    preambular: str
    adverbs: tuple[str, ...] = ()
    old: str = ""


_TABLE = """
请|请|Requests|Requesting
请|再次请|Once again requests|Once again requesting|再次
促请|再次促请|Once again calls upon|Once again calling upon|再次
敦促|强烈敦促|Strongly urges|Strongly urging|强烈
呼吁|再次呼吁|Once again calls upon|Once again calling upon|再次
邀请|邀请|Invites|Inviting
鼓励|鼓励|Encourages|Encouraging
建议|建议|Recommends that|Recommending that
呼吁|呼吁|Calls upon|Calling upon
促请|促请|Calls upon|Calling upon
敦促|敦促|Urges|Urging
要求|要求|Demands that|Demanding that
授权|授权|Authorizes|Authorizing
决定|决定|Decides|Deciding
通过|通过|Adopts|Adopting
核准|核准|Approves|Approving
赞同|赞同|Endorses|Endorsing
回顾|回顾|Recalls|Recalling||覆按
铭记|铭记|Bears in mind|Bearing in mind
念及|念及|Is mindful|Mindful
遵循|遵循|Is guided|Guided by
审议了|审议了|Has considered|Having considered
重申|重申|Reaffirms|Reaffirming
重申|再次申明|Reiterates|Reiterating
注意到|注意到|Notes|Noting||备悉
注意到|表示注意到|Takes note of|Taking note of||备悉
注意到|赞赏地注意到|Notes with appreciation|Noting with appreciation|赞赏地
注意到|满意地注意到|Notes with satisfaction|Noting with satisfaction|满意地
意识到|意识到|Is aware|Aware
欢迎|欢迎|Welcomes|Welcoming
欢迎|热烈欢迎|Warmly welcomes|Warmly welcoming|热烈
欣见|欣见|Welcomes with satisfaction|Welcoming with satisfaction
赞赏|表示赞赏|Expresses its appreciation to|Expressing its appreciation to
关切|深为关切|Is deeply concerned about|Deeply concerned about|深为
关切|表示深为关切|Expresses deep concern about|Expressing deep concern about|表示 深为
关切|同样深为关切|Is equally deeply concerned about|Equally deeply concerned about|同样 深为
注意到|关切地注意到|Notes with concern|Noting with concern|关切地
关切|表示关切|Expresses concern about|Expressing concern about
遗憾|表示遗憾|Regrets|Regretting
强调|强调|Stresses|Stressing
着重指出|着重指出|Underlines|Underlining
确认|确认|Recognizes|Recognizing
承认|承认|Acknowledges|Acknowledging
深信|深信|Is convinced|Convinced
期待|期待|Looks forward to|Looking forward to
"""


def _verb(row: str) -> Verb:
    name, zh, operative, preambular, *more = row.split("|")
    adverbs = tuple(more[0].split()) if more else ()
    return Verb(name, zh, operative, preambular, adverbs, more[1] if len(more) > 1 else "")


VERBS: dict[str, Verb] = {v.zh: v for v in map(_verb, _TABLE.strip().splitlines())}

# The same verb again, in the next paragraph and the one after it: 请, 又请, 还请.
AGAIN: tuple[tuple[str, str], ...] = (("又", "also"), ("还", "further"))
