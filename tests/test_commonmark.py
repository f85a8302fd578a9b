from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bqlint.block import Block
from bqlint.commonmark import blocks
from bqlint.source import Source
from tests.conftest import Within

FRONT = "---\ntitle: x\n---\n"


def parsed(body: str, front: str = FRONT) -> tuple[str, tuple[Block, ...]]:
    """A story with this body, and its blocks."""
    return front + body, blocks(Source("x.md", front + body), len(front.rstrip("\r\n")))


def shown(token: Token) -> str:
    """What a reader sees of an inline token, without code, images and autolinks."""
    text, autolink = "", False
    for child in token.children or ():
        if child.type in ("link_open", "link_close") and child.markup == "autolink":
            autolink = child.type == "link_open"
        elif child.type in ("text", "text_special") and not autolink:
            text += child.content
    return text


def letters(text: str) -> str:
    """`text` without white space, and without backticks: one that opens no code is blanked, though a reader sees it."""
    return "".join(text.replace("`", "").split())


def oracle(body: str) -> list[str]:
    """The visible text of each block that has any text, by markdown-it itself, without white space."""
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    return [letters(shown(token)) for token in tokens if token.type == "inline" and token.content]


def prose(found: tuple[Block, ...]) -> list[Block]:
    return [block for block in found if block.kind not in ("code", "html", "rule")]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("alpha *bravo* **charlie** ***delta*** _echo_", "alpha ·bravo· ··charlie·· ···delta··· ·echo·"),
        ("alpha `code` bravo", "alpha ······ bravo"),
        ("alpha ``co`de`` bravo", "alpha ········· bravo"),
        ("alpha [bravo](target) charlie", "alpha ·bravo········· charlie"),
        ('alpha [bravo](<a b> "title") charlie', "alpha ·bravo················ charlie"),
        ("alpha [bravo][ref] and [ref]\n\n[ref]: /target", "alpha ·bravo······ and ·ref·"),
        ("alpha ![alt](target) bravo", "alpha ·············· bravo"),
        ("[![alt](image) bravo](target)", "·············· bravo·········"),
        ("alpha <https://x.org> <a@b.org> bravo", "alpha ··············· ········· bravo"),
        ("alpha <b>bravo</b> <!-- no --> charlie", "alpha ···bravo···· ··········· charlie"),
        ("5 \\* 3 \\_ \\a", "5 ·* 3 ·_ \\a"),
        ("R&amp;D &copy; &#65; &nbsp;", "R&····D ©····· A···· ······"),
        ("alpha\\\nbravo  \ncharlie", "alpha··bravo  ·charlie"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("~~alpha~~ [x] bravo] !", "~~alpha~~ [x] bravo] !"),
        ("café 😀 *naïve* 中文**粗体**", "café 😀 ·naïve· 中文··粗体··"),
    ],
)
def test_what_is_no_prose_is_blanked_and_the_rest_stays_in_place(body: str, seen: str) -> None:
    text, found = parsed(body)
    assert found[0].text == seen.replace("·", " ")
    assert found[0].span.start == len(FRONT)
    assert len(found[0].text) == len(found[0].span.of(text))


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("# A\n\nb\n", ["heading1", "paragraph"]),
        ("## A ##\nb\n- c\n", ["heading2", "paragraph", "item"]),
        ("A\n=\n\nB\nC\n---\n", ["heading1", "heading2"]),
        ("- a\n  - b\n\n    c\n1. d\n", ["item", "item", "item", "item"]),
        ("> a\nb\n> > - c\n", ["quote", "item"]),
        ("> # A\n\n- # B\n", ["heading1nested", "heading1nested"]),
        ("| a | b |\n|---|---|\n| c | |\n", ["cell", "cell", "cell"]),
        ("```\na\n```\n\n    b\n\n~~~x\nc\n", ["code", "code", "code"]),
        ("<div>\na\n</div>\n\n<!-- b\n-->\n\n***\n", ["html", "html", "rule"]),
        ("[ref]: /x\n\n#\n", []),
        ("", []),
    ],
)
def test_blocks_come_in_order_with_their_kind(body: str, kinds: list[str]) -> None:
    _, found = parsed(body)
    names = [
        block.kind + (f"{block.level}{'nested' * block.nested}" if block.kind == "heading" else "") for block in found
    ]
    assert names == kinds


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("##  Alpha bravo ##  \n", ["Alpha bravo"]),
        ("  Alpha\n  bravo  \n===\n", ["Alpha\n  bravo"]),
        ("- alpha\n  bravo\n\t- charlie\n", ["alpha\n  bravo", "charlie"]),
        ("10) alpha\n", ["alpha"]),
        ("> > alpha\n> bravo\ncharlie\n", ["alpha\n> bravo\ncharlie"]),
        ("a | b\n--|--\n c \\| d | `e \\| f` \n|| g\n", ["a", "b", "c \\| d", "`e \\| f`", "g"]),
        ("| a \\\\| b |\n|--|\n", ["a \\\\| b"]),
        ("x | x | x\n-|-|-\nx x | x | xx", ["x", "x", "x", "x x", "x", "xx"]),
        ("```py\nx\n```\n", ["```py\nx\n```"]),
        ("\n    code\n\n    more\n\nalpha\n", ["code\n\n    more", "alpha"]),
        ("<!-- a\nb -->\n***", ["<!-- a\nb -->", "***"]),
        ("#\talpha\n", ["alpha"]),
        ("# \\# alpha #bravo\n", ["\\# alpha #bravo"]),
        ("## # ##\n", ["#"]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("front", [FRONT, ""])
def test_a_block_spans_exactly_its_text(body: str, spans: list[str], end: str, front: str) -> None:
    body, front, spans = body.replace("\n", end), front.replace("\n", end), [span.replace("\n", end) for span in spans]
    text, found = parsed(body, front)
    assert [block.span.of(text) for block in found] == spans


def test_inline_html_and_comments_are_kept_as_places() -> None:
    text, (block,) = parsed("- a <!-- one\n  two --> b <i>c</i> \\<!-- no --> `<!-- no -->`\n")
    assert [place.of(text) for place in block.hidden] == ["<!-- one\n  two -->", "<i>", "</i>"]


def test_a_body_right_behind_the_front_matter_is_no_underlined_heading() -> None:
    assert [block.kind for block in parsed("alpha\n")[1]] == ["paragraph"]
    text = "alpha\n---\nbravo\n"
    assert [block.span.of(text) for block in blocks(Source("x.md", text), 0)] == ["alpha", "bravo"]
    text = "---\na: 1\n---\n===\nalpha\n"
    assert [block.span.of(text) for block in blocks(Source("x.md", text), 12)] == ["===\nalpha"]


PROSE = ["alpha", "bravo", "café", "中文", "don't", "90%", "x2", "😀"]
HIDDEN = ["zulu", "yankee", "xray"]
_prose = st.lists(st.sampled_from(PROSE), min_size=1, max_size=3).map(" ".join)
_hidden = st.sampled_from(HIDDEN)
_entity = st.sampled_from(["&amp;", "&#42;", "&copy;", "&nbsp;", "\\*", "\\_", "\\[", "\\<", "\\&", "\\\\"])
_inline = st.one_of(
    _prose,
    _prose.map("*{}*".format),
    _prose.map("__{}__".format),
    _prose.map("***{}***".format),
    _hidden.map("`{}`".format),
    _hidden.map("`` {} ` ``".format),
    st.tuples(_prose, _hidden).map("[{0[0]}](/{0[1]})".format),
    st.tuples(_prose, _hidden).map('[*{0[0]}* x2](</{0[1]}> "{0[1]}")'.format),
    _prose.map("[{}][ref]".format),
    _hidden.map("![{0}](/{0})".format),
    _prose.map("[![zulu](/zulu) {}](/zulu)".format),
    _hidden.map("<https://{}.org>".format),
    _hidden.map("<!-- {} -->".format),
    _hidden.map('<i class="{}">'.format),
    _entity,
    st.sampled_from(["  \nx2", "\\\nx2", "\nx2"]),
)
_line = st.tuples(_prose, st.lists(_inline, max_size=5)).map(lambda parts: " ".join([parts[0], *parts[1]]))
_flat = _line.map(lambda text: re.sub(r"[ \\]*\n", " ", text))
_cells = st.lists(st.one_of(_flat, st.just(""), _prose.map("x2 \\| {}".format)), min_size=2, max_size=2)


def _table(rows: list[list[str]]) -> str:
    lines = ["|" + "|".join(f" {cell} " for cell in row) + "|" for row in rows]
    return "\n".join(["| bravo | x2 |", "|:--|--|", *lines])


_leaf = st.one_of(
    _line,
    _flat.map("## {}".format),
    _flat.map("### {} ###".format),
    _line.map("{}\n---".format),
    _hidden.map("```\n{}\n```".format),
    _hidden.map("***\n\n    {}".format),
    _hidden.map("<!-- {}\n-->".format),
    _hidden.map("<div>\n{}\n</div>".format),
    st.just("***"),
    st.lists(_cells, min_size=1, max_size=3).map(_table),
)


def _indented(texts: list[str], first: str, other: str) -> str:
    lines = "\n\n".join(texts).split("\n")
    return "\n".join([first + lines[0], *(other + line if line else other.rstrip() for line in lines[1:])])


def _containers(below: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(below, min_size=1, max_size=2)
    return st.one_of(
        some.map(lambda texts: _indented(texts, "- ", "  ")),
        some.map(lambda texts: _indented(texts, "10. ", "    ")),
        some.map(lambda texts: _indented(texts, "-\t", "\t")),
        some.map(lambda texts: _indented(texts, "> ", "> ")),
    )


BODIES = st.lists(st.recursive(_leaf, _containers, max_leaves=4), min_size=1, max_size=4).map(
    lambda parts: "\n\n".join([*parts, "[ref]: /zulu"])
)
WILD = st.lists(
    st.sampled_from([
        *PROSE, *"*_`[]()<>!&\\|#-+=~:;\"'\t\n\n\n ", "**", "``", "](", "![", "<!--", "-->", "<b>", "</b>", "&amp;",
        "&#0;", "&nbsp;", "\\*", "\\|", "  \n", "\\\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ", "\n===\n",
        "\n---\n", "\n|a|b|\n|-|-|\n|", " | ", "|\n|", "[ref]: /x\n", "[ref]", "<http://x>",
        "\u2028", "\xa0", "\u3000", "\x0b", "\x0c", "\x1c", "\x85", "```\n", "\n<div>\n",
    ]),
    max_size=40,
).map("".join)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def check_places(body: str, front: str = FRONT) -> tuple[str, list[Block]]:
    """What holds for every body: lengths, letters in their own places, order, and markdown-it's visible text."""
    text, found = parsed(body, front)
    for block in found:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        if block.kind in ("code", "html", "rule"):
            assert block.text == ""
            continue
        source = block.span.of(text)
        assert len(block.text) == len(source)
        moved = [
            (new, old) for new, old in zip(block.text, source, strict=True) if not new.isspace() and new != old != "&"
        ]
        assert moved == []
        for place in block.hidden:
            assert block.span.start <= place.start < place.end <= block.span.end
            assert block.text[place.start - block.span.start : place.end - block.span.start].isspace()
    starts = [block.span.start for block in found]
    assert starts == sorted(starts)
    assert [letters(block.text) for block in prose(found)] == oracle(body)
    return text, prose(found)


@given(BODIES, ENDS)
@settings(max_examples=250)
def test_prose_survives_at_its_own_place_and_nothing_else_does(body: str, end: str) -> None:
    text, found = check_places(body.replace("\n", end), FRONT.replace("\n", end))
    told = " ".join(block.text for block in found)
    assert not any(word in told for word in HIDDEN)
    written = re.findall("|".join(PROSE), re.sub(r"\[ref\]: /zulu", "", body))
    assert re.findall("|".join(PROSE), told) == written
    kept = [
        (block.span.start + match.start(), match[0])
        for block in found
        for match in re.finditer("|".join(PROSE), block.text)
    ]
    assert all(text.startswith(word, at) for at, word in kept)


@given(WILD, ENDS)
@example("\u3000\nalpha\nbravo", "\n")
@example("|a|b|\n|-|-|\n|alpha\x1c|\x1c\n|\x1c", "\n")
@example("- alpha\n\n  \xa0\n  *bravo*\n  \u2028\n", "\r\n")
@settings(max_examples=500)
def test_any_markdown_keeps_its_places_and_shows_what_markdown_it_shows(body: str, end: str) -> None:
    check_places(body.replace("\n", end))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40))
def test_any_text_keeps_its_places(body: str) -> None:
    check_places(body)


def _pathological() -> Iterator[tuple[str, str]]:
    n = 20_000
    for piece in ("[", "*a ", "![", "> ", "- ", "`a``b", "<!--", "**a_", "[a](", "&", "|", "<", "\\[", "_a_ *", "1. "):
        yield piece, piece * (n // len(piece))
    yield "[x]: nested", "[" * (n // 2) + "a" + "]" * (n // 2)
    yield "lines", "- a\n" * (n // 4)
    yield "table", "|a|b|\n|-|-|\n" + "|a|b|\n" * (n // 6)
    yield "cells", "a" + "|" * (n // 2) + "\n" + "-|" * (n // 4)


@pytest.mark.parametrize(("name", "body"), list(_pathological()), ids=lambda value: value if len(value) < 20 else "")
def test_a_pathological_body_of_20000_characters_takes_no_more_than_seconds(
    name: str, body: str, within: Within
) -> None:
    with within(4):
        parsed(body)
