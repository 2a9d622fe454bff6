"""Examples shown in the OpenAPI document. A test holds them against the real answer."""

from __future__ import annotations

from typing import Any, Final

QUESTIONS: Final[dict[str, Any]] = {
    "paragraph": {
        "summary": "一段的全文 · The text of a paragraph",
        "value": {"question": "第75/45号决议执行部分第14段"},
    },
    "acts": {
        "summary": "请谁做什么 · Who is asked to do what",
        "value": {"question": "第75/45号决议请秘书长做什么？"},
    },
    "follow_up": {
        "summary": "追问 · Going on",
        "value": {
            "question": "那72/31呢？",
            "conversation_id": "8f14e45fceea167a5a36dedd4bea2543",
        },
    },
    "corrected": {
        "summary": "更正理解 · Put right",
        "value": {
            "question": "第75/45号决议请秘书长做什么？",
            "corrected": {"addressees": ["会员国"]},
        },
    },
    "english": {
        "summary": "用英文提问 · In English",
        "value": {"question": "When was resolution 72/31 adopted?", "lang": "en"},
    },
}

PARAGRAPH_ANSWER: Final[dict[str, Any]] = {
    "status": "answered",
    "lang": "zh",
    "answer": "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；[1]",
    "statements": [
        {
            "text": "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；",
            "kind": "quote",
            "citations": [1],
            "quotes": [{"n": 1, "start": 0, "end": 29}],
            "verification": "verbatim",
            "answers": [],
        }
    ],
    "citations": [
        {
            "n": 1,
            "symbol": "A/RES/75/45",
            "paragraph": "OP14",
            "inferred": False,
            "label": "第75/45号决议，执行部分第14段",
            "text": "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；",
            "source": {
                "name": "A_RES_75_45.txt",
                "sha256": "68a9b972fd8bc17cc1b7df6680f925538572df1fa34f601e1a3e139bc5bf3bbd",
                "retrieved": None,
            },
            "href": "/resolutions/A/RES/75/45#OP14",
            "inferred_parts": [],
            "lang": "zh",
            "parallel": None,
        }
    ],
    "understood": {
        "intent": "paragraph",
        "symbols": ["A/RES/75/45"],
        "places": ["OP14"],
        "addressee": None,
        "verbs": [],
        "session": None,
        "attribute": None,
        "target": None,
        "carried": [],
        "selection": None,
        "deliverables": [],
        "terms": [],
        "deadline_session": None,
        "corrections": [],
        "others": [],
        "rewritten": None,
        "addressee_label": None,
        "verb_labels": [],
        "deliverable_labels": [],
    },
    "coverage": {"resolutions": 2, "sessions": [72, 75]},
    "settings_hash": "bf437516e498",
    "answerer": "extractive",
    "missing": [],
    "clarify": None,
    "suggestions": [
        "第75/45号决议对秘书长有什么要求？",
        "第75/45号决议作出了哪些决定？",
        "第75/45号决议是什么时候通过的？",
    ],
    "page": None,
    "comparison": None,
    "comparisons": [],
    "generation": None,
    "conversation_id": "8f14e45fceea167a5a36dedd4bea2543",
    "timings_ms": {"understand": 1.9, "retrieve": 0.8, "answer": 1.2, "total": 4.1},
    "version": 1,
    "id": "3c6e0b8a9c15224a8228b9a98ca1531d",
}

ANSWER: Final[dict[str, Any]] = {
    "description": "回答 · The answer",
    "content": {"application/json": {"example": PARAGRAPH_ANSWER}},
}

STREAM: Final[dict[str, Any]] = {
    "description": (
        "事件流 · Events: understood (Understood), passages (PassageNote), citation (Citation), "
        "delta (Statement), answer (Answer); or error (Problem)"
    ),
    "content": {
        "text/event-stream": {
            "example": (
                'event: passages\ndata: {"total":1,"keys":["A/RES/75/45#OP14"]}\n\n'
                'event: delta\ndata: {"text":"又请秘书长就本决议的执行情况向大会第七十六届会议'
                '提出报告；","kind":"quote","citations":[1],"quotes":[{"n":1,"start":0,"end":29}],'
                '"verification":"verbatim"}\n\n'
            )
        }
    },
}

_JOB: Final[dict[str, Any]] = {
    "id": "0b5f7c1e9a3d4e6f8a2b4c6d8e0f1a3b",
    "state": "queued",
    "files": 2,
    "done": 0,
    "dry_run": False,
    "progress": None,
    "results": [],
    "error": None,
    "href": "/api/v1/uploads/0b5f7c1e9a3d4e6f8a2b4c6d8e0f1a3b",
}

JOB_DONE: Final[dict[str, Any]] = {
    **_JOB,
    "state": "done",
    "done": 2,
    "results": [
        {
            "name": "A_RES_75_45.txt",
            "outcome": "added",
            "symbol": "A/RES/75/45",
            "reason_zh": None,
            "reason_en": None,
            "line": None,
            "lang": "zh",
            "inferred": 0,
            "unplaced": 0,
        },
        {
            "name": "notes.txt",
            "outcome": "refused",
            "symbol": None,
            "reason_zh": "notes.txt 是空的，请给出决议全文。",
            "reason_en": "notes.txt is empty; give the whole text.",
            "line": None,
            "lang": None,
            "inferred": 0,
            "unplaced": 0,
        },
    ],
}

UPLOAD: Final[dict[str, Any]] = {
    "description": "已收下，等待导入 · Accepted, and waiting to be taken in",
    "headers": {
        "Location": {
            "description": "这次上传的地址 · Where the job is",
            "schema": {"type": "string"},
        }
    },
    "content": {"application/json": {"example": _JOB}},
}

UPLOAD_DONE: Final[dict[str, Any]] = {
    "description": "这次上传 · The job",
    "content": {"application/json": {"example": JOB_DONE}},
}

UPLOAD_EVENTS: Final[dict[str, Any]] = {
    "description": (
        "事件流 · Events: progress (UploadProgress), result (IngestResult), done (UploadJob)"
    ),
    "content": {
        "text/event-stream": {
            "example": (
                'event: progress\ndata: {"step":"reading","done":1,"total":2}\nid: 1\n\n'
                'event: result\ndata: {"name":"A_RES_75_45.txt","outcome":"added",'
                '"symbol":"A/RES/75/45","reason_zh":null,"reason_en":null,"line":null,'
                '"lang":"zh","inferred":0,"unplaced":0}\nid: 4\n\n'
            )
        }
    },
}
