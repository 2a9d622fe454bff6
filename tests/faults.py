"""Every way in which a language model's server fails, for the tests that go the whole road."""

from __future__ import annotations

from dataclasses import dataclass

from tests.answering.generative.scripted import Reply, chunk

KEY = "sk-secret-key"  # which the scripted server puts into its errors
QUESTION = "第75/45号决议请秘书长就什么提出报告"
GOOD = "大会请秘书长就本决议的执行情况向大会第七十六届会议提出报告。"
PATIENCE = 1.0  # seconds that the model has for a reply
SILENT = "语言模型这次没有作答，以上是原文摘录。"
_DONE = b"data: [DONE]\n\n"


@dataclass(frozen=True)
class Fault:
    """What the server sends; what is said of it in Chinese and English, None where the model did
    its work though nothing of it passed."""

    reply: Reply
    zh: str | None
    en: str | None = None


def _said(text: str, finish: str | None = "stop") -> Reply:
    return Reply((text,), finish=finish)


def _cut_after(text: bytes) -> Reply:
    whole = chunk({"content": GOOD})
    return Reply(raw=(whole[: whole.index(text) + len(text)],))


FAULTS: dict[str, Fault] = {
    "401": Fault(Reply(status=401), "密钥", "key"),
    "403": Fault(Reply(status=403), "密钥无权", "may not use"),
    "404": Fault(Reply(status=404), "没有这个模型", "no such model"),
    "413": Fault(Reply(status=413), "太长", "too long"),
    "429": Fault(Reply(status=429), "额度", "quota"),
    "500": Fault(Reply(status=500), "服务器出错", "failed"),
    "503": Fault(Reply(status=503), "服务器出错", "failed"),
    "moved": Fault(Reply(status=307, location="http://127.0.0.1:9/"), "指向别处", "elsewhere"),
    "hangs": Fault(Reply(hangs=True), "语言模型", "in"),
    "drips": Fault(Reply(("请",) * 500, pause=0.05), "语言模型", "in"),
    "drips comments": Fault(Reply(raw=(b": alive\n\n",) * 500, pause=0.05), "语言模型", "in"),
    "drips blanks": Fault(Reply((" ",) * 500, pause=0.05), "语言模型", "in"),
    "empty": Fault(_said(""), "没有写出一句话", "no sentence"),
    "null": Fault(Reply(raw=(chunk({"content": None}, "stop"), _DONE)), "没有写出", "no sentence"),
    "nothing at all": Fault(Reply(raw=()), "没有写完", "broke off"),
    "cut in a line": Fault(Reply(("请秘书长",), broken=True), "语言模型", "language model"),
    "cut in a character": Fault(_cut_after("大会请秘".encode()[:-1]), "语言模型", "model"),
    "cut in a sentence": Fault(_said(GOOD[:12], None), "没有写完", "broke off"),
    "cut at its length": Fault(_said(GOOD[:12], "length"), "没有写完", "broke off"),
    "HTML": Fault(Reply(raw=(b"<html>Hi</html>",), content_type="text/html"), "没有写完", "broke"),
    "other JSON": Fault(Reply(raw=(b'data: {"choices": 1}\n\n',)), "格式", "form"),
    "broken JSON": Fault(Reply(raw=(b"data: {{{\n\n",)), "格式", "form"),
    "an error in the stream": Fault(
        Reply(raw=(b'data: {"error": {"message": "sk-secret-key"}}\n\n',)), "语言模型", "model"
    ),
    "endless sentences": Fault(_said("大会很好。" * 5_000, None), "写个不停", "on and on"),
    "endless text": Fault(_said("大会很好" * 9_000, None), "写个不停", "on and on"),
    "endless thoughts": Fault(_said("<think>" + "想一想。" * 9_000, None), "不停", "on and on"),
    "thoughts without an end": Fault(_said(f"<think>{GOOD}[2]"), "没有写出", "no sentence"),
    "a fence around nothing": Fault(_said("```json\n{}\n```"), "没有写出", "no sentence"),
    "deep JSON": Fault(_said('[{"a":' * 3_000), "没有写出", "no sentence"),
    "JSON with a raw line end": Fault(_said('{"a": "不\n是", "b": "x', None), "没有写完", "broke"),
    "refusal": Fault(_said("抱歉，我无法回答这个问题。"), None),
    "another language": Fault(_said("The Assembly requests a report [2]."), None),
    "a lie": Fault(_said("大会敦促秘书长辞职。[1]秘书长已于2020年辞职。[2]"), None),
    "one huge sentence": Fault(_said("秘书长" * 3_000 + "。[1]"), None),
    "only markers": Fault(_said("[1][2]【3】（1）"), "没有写出", "no sentence"),
}
