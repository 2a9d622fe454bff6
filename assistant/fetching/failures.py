"""Why a document did not come, in both languages, and what may be done about it."""

from __future__ import annotations

from typing import Literal

from assistant.errors import AssistantError

# missing: the server has no such document. format: it has one, in a form that cannot be used.
# server: the same would happen to any symbol. document: this one alone.
Kind = Literal["missing", "format", "server", "document"]


# 202 is how a guard before the server asks for a browser.
_TO_EVERYBODY = frozenset({202, 401, 403})


class InvalidSymbol(AssistantError):
    """What was asked for is no symbol, range or list of symbols."""

    code = "invalid_symbol"


class NotFetched(AssistantError):
    """A document that did not come. ``again``: trying once more may help.

    ``wait`` is how many seconds the server asks to be left alone before that.
    """

    code = "not_fetched"

    def __init__(
        self,
        zh: str,
        en: str,
        *,
        kind: Kind = "document",
        again: bool = False,
        wait: float = 0,
    ) -> None:
        super().__init__(zh, en)
        self.kind = kind
        self.again = again
        self.wait = wait


# ── what the server answered ─────────────────────────────────────────────────────────────────


def missing() -> NotFetched:
    """404, an empty body, or a page where the document should be."""
    return NotFetched(
        "联合国文件系统没有这份文件（或没有这种语文的文本）；请核对文号",
        "the UN document system has no such document (or not in this language); check the symbol",
        kind="missing",
    )


def error_page() -> NotFetched:
    """The page /error, where the UN document system sends for either of two reasons."""
    return NotFetched(
        "联合国文件系统转到了出错页面：没有这份文件，或者它暂时不接受程序的请求；请核对文号，或在浏览器里试试",
        "the UN document system sent its error page: it has no such document, or does not answer "
        "programs now; check the symbol, or try in a browser",
        kind="missing",
    )


def refused_status(status: int) -> NotFetched:
    """A status that says no, and will say so again."""
    return NotFetched(
        f"服务器拒绝了请求（状态 {status}）；请过些时候再试，或换一个镜像地址",
        f"the server refused the request (status {status}); try later, or another mirror",
        kind="server" if status in _TO_EVERYBODY else "document",
    )


def busy_status(status: int, wait: float) -> NotFetched:
    """429 or an error of the server: it may do better later."""
    return NotFetched(
        f"服务器暂时无法应答（状态 {status}）；请过些时候再试",
        f"the server cannot answer now (status {status}); try again later",
        kind="server",
        again=True,
        wait=wait,
    )


def asked_to_wait(seconds: float) -> NotFetched:
    """The server wants to be left alone for longer than a command should wait."""
    minutes = round(seconds / 60)
    return NotFetched(
        f"服务器要求 {minutes} 分钟后再来；到时再运行同一命令即可继续",
        f"the server asks to come back in {minutes} minutes; the same command goes on then",
        kind="server",
        wait=seconds,
    )


def login_page() -> NotFetched:
    """A page that asks who we are."""
    return NotFetched(
        "服务器要求登录；公开的文件不需要登录，请核对文号和 ASSISTANT_FETCH_URL",
        "the server asks for a login, which public documents need not; "
        "check the symbol and ASSISTANT_FETCH_URL",
        kind="server",
    )


def unreachable(reason: str) -> NotFetched:
    """No connection, or one that broke before anything was said."""
    return NotFetched(
        f"无法连接服务器（{reason}）；请检查网络和 ASSISTANT_FETCH_URL",
        f"the server cannot be reached ({reason}); check the network and ASSISTANT_FETCH_URL",
        kind="server",
        again=True,
    )


def too_slow(seconds: float) -> NotFetched:
    """It took longer than the settings allow."""
    return NotFetched(
        f"服务器太慢，{seconds:g} 秒内没有传完；请再试，或调大 ASSISTANT_FETCH_TIMEOUT",
        f"the server is too slow: not done in {seconds:g} s; "
        "try again, or raise ASSISTANT_FETCH_TIMEOUT",
        kind="server",
        again=True,
    )


def cut(received: int, expected: int | None) -> NotFetched:
    """The body ended before its end. What came is kept for going on, never as the document."""
    of_zh, of_en = (f"/{expected}", f" of {expected}") if expected else ("", "")
    return NotFetched(
        f"传输中断，只收到 {received}{of_zh} 字节；再运行同一命令即可继续",
        f"the transfer was cut after {received}{of_en} bytes; the same command goes on",
        again=True,
    )


# ── what is wrong with what it gave ──────────────────────────────────────────────────────────


def damaged() -> NotFetched:
    """All bytes came, and they are no whole file."""
    return NotFetched(
        "服务器上的文件本身已损坏，没有采用",
        "the file is damaged on the server and was not taken",
    )


def old_word() -> NotFetched:
    """Word's format before 2007, which the reader does not read."""
    return NotFetched(
        "只有旧版 Word（DOC）文件，不能读取；请用 Word 另存为 DOCX 后用 assistant ingest 导入",
        "there is only an old Word file (DOC), which is not read; "
        "save it as DOCX and use assistant ingest",
        kind="format",
    )


def other_format(content_type: str) -> NotFetched:
    """Neither Word nor PDF nor a page."""
    return NotFetched(
        f"服务器给出的不是 PDF 或 Word 文件（{content_type}），没有采用",
        f"the server gave neither PDF nor Word ({content_type}); it was not taken",
        kind="format",
    )


def too_large(limit: int) -> NotFetched:
    """Larger than a file to ingest may be."""
    return NotFetched(
        f"文件超过 {limit} 字节的上限（ASSISTANT_MAX_UPLOAD_BYTES），没有采用",
        f"the file is larger than {limit} bytes (ASSISTANT_MAX_UPLOAD_BYTES); it was not taken",
    )


def foreign_redirect(host: str) -> NotFetched:
    """A redirect to where no document of the United Nations is."""
    return NotFetched(
        f"服务器转到了不受信任的地址（{host}），没有跟随",
        f"the server redirects to an address that is not trusted ({host}); not followed",
    )


def endless_redirects() -> NotFetched:
    """Redirects in a circle, or too many."""
    return NotFetched(
        "服务器的重定向没有尽头，已放弃", "the server's redirects have no end; given up"
    )


def another_document(printed: str) -> NotFetched:
    """The text says that it is another resolution."""
    return NotFetched(
        f"服务器给出的是另一份文件（{printed}），没有采用",
        f"the server gave another document ({printed}); it was not taken",
    )


def another_language(lang: str) -> NotFetched:
    """The text is in another language than asked for."""
    zh, en = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}.get(lang, (lang, lang))
    return NotFetched(
        f"服务器给出的是{zh}本，没有采用；请用 --lang {lang} 取这个文本",
        f"the server gave the {en} text, which was not taken; --lang {lang} gets it",
        kind="format",
    )


def given_up(times: int) -> NotFetched:
    """Not even asked for, because the server failed so often in a row."""
    return NotFetched(
        f"服务器连续 {times} 次失败，没有再请求；请过些时候再运行同一命令",
        f"not asked for: the server failed {times} times in a row; run the same command later",
        kind="server",
    )


def cannot_keep(reason: str) -> NotFetched:
    """The disk refused."""
    return NotFetched(
        f"无法写入保存文件的文件夹（{reason}）；请检查 ASSISTANT_DATA_DIR 的空间和权限",
        f"the folder for fetched files cannot be written ({reason}); "
        "check the space and permissions of ASSISTANT_DATA_DIR",
    )


def cannot_save(folder: str, reason: str) -> NotFetched:
    """The folder that the reader named refused."""
    return NotFetched(
        f"无法写入 {folder}（{reason}）；请检查 --to 的文件夹",
        f"{folder} cannot be written ({reason}); check the folder of --to",
    )


def our_fault() -> NotFetched:
    """The program was not written for what came."""
    return NotFetched(
        "取这份文件时程序出错；请把文号和日志报告给开发者",
        "the program failed on this document; please report its symbol with the log",
    )
