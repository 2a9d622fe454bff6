"""The closed list's sentences on what is held instead of what is missing, and what fills them."""

from __future__ import annotations

NEAREST_PHRASES: dict[str, tuple[str, str]] = {
    "near_symbol": ("库中最接近的是{near}。", "The nearest held: {near}."),
    "near_sessions": ("库中最接近的届会：{near}。", "The nearest sessions held: {near}."),
    "near_place": ("{where}中最接近的是{near}。", "The nearest of {where}: {near}."),
    "near_bodies": ("{where}向这些主体提出要求：{near}。", "{where} makes requests of: {near}."),
    "near_verbs": ("{where}所用的相近动词：{near}。", "Verbs that {where} does use: {near}."),
    "near_verbs_of": (
        "{where}对{body}所用的动词：{near}。",
        "Verbs that {where} uses of {body}: {near}.",
    ),
    "near_deadlines": (
        "{where}写明要办事的届会：{near}。",
        "Sessions for which {where} asks something: {near}.",
    ),
    "near_fields": ("{where}印有：{near}。", "{where} prints: {near}."),
    "near_references": ("{where}提到的有：{near}。", "{where} mentions: {near}."),
    "near_paragraph": (
        "文字最接近的段落：{near}。",
        "The paragraph nearest in its words: {near}.",
    ),
}
# Labels and names in a list; never a sentence.
NEAREST_VARIABLES = {"near": r"[^。；;！!？?\n]{1,600}"}
