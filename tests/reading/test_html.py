"""Web pages: what a browser shows, in reading order, whatever the decade they come from."""

from __future__ import annotations

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, read_document


def lines(body: str) -> list[str]:
    data = f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
    return [line for line in read_document(File("a.html", data)).lines if line]


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidDocument) as caught:
        read_document(File("a.html", data))
    return caught.value.en


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<center><h2>75/45. 后续行动</h2></center>", ["75/45. 后续行动"]),
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<p>A &amp; B&nbsp;&#8220;引文&#x201d;", ["A & B “引文”"]),
        ("<p>一<!-- 不是文字 -->二", ["一二"]),
    ],
)
def test_blocks_and_breaks_end_lines_and_nothing_else_does(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_line_ends_in_the_page_are_blanks_only_beside_latin_letters() -> None:
    assert lines("<p>回顾其\n2012\n年决\n议和\n  General\n  Assembly") == [
        "回顾其 2012 年决议和 General Assembly"
    ]


def test_verbs_and_marks_keep_their_type() -> None:
    body = (
        "<p><b>请</b>秘书长<sup>1</sup>，<strong>又请</strong>"
        '<font face="楷体_GB2312">决定</font><span style="font-weight:bold">重申</span>'
        '<span style="vertical-align: super">12</span>'
    )
    assert lines(body) == ["**请**秘书长¹，**又请决定重申**¹²"]


def test_links_to_notes_are_marks() -> None:
    body = (
        '<p>报告<a href="#n1" name="m1">[1]</a>所载<a href="#top">见上文</a>'
        '<p><a href="#m1" name="n1">[1]</a>A/75/96。'
    )
    assert lines(body) == ["报告¹所载见上文", "¹ A/75/96。"]


def test_lists_are_numbered_as_the_browser_numbers_them() -> None:
    body = (
        "<ol><li>甲<li><p>乙</p><ol type=a start=3><li>丙</ol><li value=9>丁<li>戊</ol>"
        "<ol type=I><li>己</ol><ul><li>庚</ul>"
    )
    assert lines(body) == [
        "1. 甲",
        "2. 乙",
        "c. 丙",
        "9. 丁",
        "10. 戊",
        "I. 己",
        "• 庚",
    ]


def test_tables_that_lay_a_page_out_are_read_cell_by_cell() -> None:
    body = (
        "<table><tr><td>联合国<td>A/RES/50/72</table><table><tr><td width=10%>1.<td><p>请秘书长"
        "向大会第五十一届会议提出报告并予以公布；<p>又请各国协助；<tr><td>&nbsp;<td>"
        "<table><tr><td>(a)<td>甲；<tr><td>(b)<td>乙。</table></table>"
    )
    assert lines(body) == [
        "联合国 A/RES/50/72",
        "1. 请秘书长向大会第五十一届会议提出报告并予以公布；",
        "又请各国协助；",
        "(a) 甲；",
        "(b) 乙。",
    ]


def test_scripts_styles_navigation_and_hidden_parts_are_out() -> None:
    body = (
        "<style>p{}</style><script>if (a<b) document.write('<p>写入')</script><nav>首页</nav>"
        "<noscript>请启用</noscript><select><option>中文</select><p hidden>藏"
        "<p style='display: none'>藏<div role=navigation>导航</div><p>正文"
    )
    assert lines(body) == ["正文"]


def test_the_pages_own_header_and_footer_are_set_aside() -> None:
    data = b"<html><header><p>UN<h1>Docs</h1></header><p>text<footer>2020</footer></html>"
    document = read_document(File("a.html", data))
    assert [line for line in document.lines if line] == ["text"]
    assert document.asides == ("UN", "Docs", "2020")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        (None, "gb18030"),
        ("utf-8", "gb18030"),
        ("iso-8859-1", "gb18030"),
        ("big5", "big5"),
        (None, "big5"),
        ("no-such-encoding", "utf-8"),
        ("gb2312", "utf-8"),
        (None, "utf-16"),
    ],
)
def test_a_page_is_read_whatever_it_says_of_its_encoding(
    declared: str | None, encoding: str
) -> None:
    text = "大會，回顧其以往各項決議，請秘書長在第五十一屆會議提出報告。"
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={declared}">'
    page = f"<html><head>{meta if declared else ''}</head><body><p>{text}</body></html>"
    assert read_document(File("a.html", page.encode(encoding))).lines[0] == text


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body></body></html>", "empty"),
        ("<html><head><title>404</title></head><body><img src=x></body></html>", "empty"),
        ("<html><body><p>大会，</p><p clas", "cut short"),
        ("<html><body>" + "<div>" * 20_000 + "深", "nested"),
    ],
)
def test_pages_without_text_or_without_an_end_are_refused(page: str, why: str) -> None:
    assert why in refusal(page.encode())


def test_hundreds_of_tags_left_open_lose_nothing() -> None:
    body = "".join(f"<p><font size=2><b>第{n}段" for n in range(600))
    assert lines(body) == [f"第{n}段" for n in range(600)]
