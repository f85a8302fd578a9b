from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bqlint.finding import Problem, Span
from bqlint.frontmatter import FrontMatter, parse, scalar
from bqlint.node import Node
from tests.conftest import Within


def story(yaml: str) -> str:
    return f"---\n{yaml}\n---\n# A story\n"


def refused(yaml: str) -> tuple[str, str]:
    """The message of the one BQ005 that `yaml` draws, and the text it stands at."""
    text = story(yaml)
    front = parse(text)
    (problem,) = front.problems
    assert (front.root, problem.code) == (None, "BQ005")
    assert problem.help.endswith(".")
    return problem.message, problem.span.of(text)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((text, text) for text in (
            "2024-05-01", "2024-05", "NO", "yes", "on", "1e3", "1.5", "0o7", "0x1F", "007", "1_000", "12:30", ".inf",
            "nan", "2024-13-45", "1" * 5_000, "９", "tRUE", "a:b", "it's", "中文", "😀",
        )),
        ("0", 0), ("7", 7), ("-12", -12), ("+5", 5), ("999999999999999999", 999_999_999_999_999_999),
        ("true", True), ("True", True), ("FALSE", False),
        ("null", None), ("~", None), ("", None), ("Null", None),
        ("'7'", "7"), ('"true"', "true"), ("''", ""), ('"~"', "~"), ('"\\u263a\\n"', "☺\n"), ("'it''s'", "it's"),
        ("|\n  a\n  b", "a\nb\n"), (">-\n  a\n  b", "a b"),
        ("[a, 1, [b]]", ["a", 1, ["b"]]), ("[]", []), ("{}", {}), ("{b: 1, c: [x]}", {"b": 1, "c": ["x"]}),
        ("\n- a\n-\n- 2", ["a", None, 2]), ("\n  b: 1\n  c: x", {"b": 1, "c": "x"}),
    ],
)  # fmt: skip
def test_values_stay_as_the_author_wrote_them(written: str, value: Any) -> None:
    front = parse(story(f"a: {written}"))
    assert front.problems == ()
    assert front.root is not None
    found = front.root.value["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("key", ["1", "true", "null", "2024-05", "'a b'", "😀"])
def test_keys_are_always_text(key: str) -> None:
    front = parse(story(f"{key}: x"))
    assert front.root is not None
    assert front.root.value == {key.strip("'"): "x"}


@pytest.mark.parametrize(
    ("yaml", "said", "at"),
    [
        ("a: 1\nb: 2\na: 3", "the key `a` stands twice", "a"),
        ("a: 1\n'a': 3", "the key `a` stands twice", "'a'"),
        ("b: {x: 1, \"x\": 2}", "the key `x` stands twice", '"x"'),
        ("a: &name x", "anchor", "&name"),
        ("a: &name [x]", "anchor", "&name"),
        ("&name a: x", "anchor", "&name"),
        ("a: [*name]", "alias", "*name"),
        ("a: {b: 1}\n<<: {c: 2}", "merge key", "<<"),
        ("a: !!int '3'", "tag", "!!int '3'"),
        ("a: !!python/object/apply:os.system [x]", "tag", "!!python/object/apply:os.system ["),
        ("a: !mine x", "tag", "!mine x"),
        ("!mine a: x", "tag", "!mine a"),
        ("? [a, b]\n: c", "a key of the front matter is a list or a mapping", "["),
        ("? {a: b}\n: c", "a key of the front matter is a list or a mapping", "{"),
        ("{a: 1}\n--- \nb: 2", None, None),
        ("a: 1\n--- b", "more than one document", "b"),
        ("- a\n- b", "not a list of `key: value` lines", "- a\n- b"),
        ("just words", "not a list of `key: value` lines", "just words"),
        ("# nothing", "not a list of `key: value` lines", "---"),
        ("a: 1\n\tb: 2", "not valid YAML", "\t"),
        ("a: [1", "not valid YAML", ""),
        ("a: b: c", "a second `: ` stands in one value", ":"),
        ("a: 1\nb: 'c\nd: 2", "a quotation mark is opened and not closed", "'"),
        ("a: @x", "begins with a sign that means something else", "@"),
        ("a: x\x07y", "does not allow", "\x07"),
        ("é: 😀\x07y", "does not allow", "\x07"),
    ],
)  # fmt: skip
def test_yaml_that_a_story_does_not_need_is_refused_at_its_place(yaml: str, said: str | None, at: str) -> None:
    if said is None:  # a second `---` line ends the block: what follows is the body
        assert parse(story(yaml)).problems == ()
        return
    message, place = refused(yaml)
    assert (said in message, place) == (True, at), message


def test_braces_without_end_are_refused_whichever_libyaml_reads_them() -> None:
    message, _ = refused("{" * 60_000)  # one that looks ahead says too deep; an older one meets the key first
    assert "nested over 16 deep" in message or "is a list or a mapping" in message


def test_the_message_of_a_yaml_error_never_quotes_the_file_and_is_one_line() -> None:
    for yaml in (
        "a: 'secret",
        "a: *secret-",
        "a: %secret\n%secret: @",
        '"secret\nmore": 1\n"secret more": [',
        "secret",
    ):
        message, _ = refused(yaml)
        assert "secret" not in message
        assert "\n" not in message
    assert "\n" not in refused('"a\\nb": 1\n"a\\nb": 2')[0]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("a: " + "[" * 15 + "]" * 15, None),
        ("a: " + "[" * 16 + "]" * 16, "nested over 16 deep"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(17)), "nested over 16 deep"),
        ("[" * 60_000, "nested over 16 deep"),
        ("a: " + "{a: " * 15_000, "nested over 16 deep"),
        ("- " * 30_000, "nested over 16 deep"),
        ("{" * 600, "a key of the front matter is a list or a mapping"),
        ("? " * 30_000, "a key of the front matter is a list or a mapping"),
        ("[" * 100_000, "over 64,000 characters"),
        ("{" * 100_000, "over 64,000 characters"),
        ("a: [" + "x," * 1_997 + "]", None),
        ("a: [" + "x," * 1_998 + "]", "over 2,000 values"),
        ("".join(f"k{n}: 1\n" for n in range(1_000)), "over 2,000 values"),
        ("a: " + "x" * 63_996, None),
        ("a: " + "x" * 63_997, "over 64,000 characters"),
    ],
)
def test_depth_values_and_size_have_limits_and_cost_no_time(yaml: str, said: str | None, within: Within) -> None:
    with within(1):
        front = parse(story(yaml))
    assert [said in problem.message for problem in front.problems if said] == ([True] if said else [])
    assert (front.root is None) == (said is not None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no front matter"),
        ("# A story\n", "has no front matter"),
        ("\n---\na: 1\n---\n", "has no front matter"),
        ("----\na: 1\n---\n", "has no front matter"),
        ("--- a\na: 1\n---\n", "has no front matter"),
        ("---", "has no front matter"),
        ("---\n", "never closed"),
        ("---\na: 1\n", "never closed"),
        ("---\na: 1\n ---\n", "never closed"),
        ("---\na: |\n  ---\n", "never closed"),
        ("---\na: 1\n----\n", "never closed"),
    ],
)
def test_a_missing_or_unclosed_block_is_bq004(text: str, said: str) -> None:
    front = parse(text)
    (problem,) = front.problems
    assert (problem.code, said in problem.message, front.root, front.body) == ("BQ004", True, None, 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("fence", ["---", "--- \t", "..."])
def test_line_ends_and_blanks_behind_the_fence_do_not_matter(end: str, fence: str) -> None:
    text = end.join(["---", "a: 😀 x  ", "b:", "  - y", fence, "body ---", ""])
    front = parse(text)
    assert front.root is not None
    assert front.root.value == {"a": "😀 x", "b": ["y"]}
    assert [node.span.of(text) for node in walk(front.root) if node.kind == "scalar"] == ["a", "😀 x", "b", "y"]
    assert text[front.body :].lstrip() == "body ---" + end


def test_a_path_as_the_schema_gives_it_leads_to_its_node() -> None:
    text = story("a: 1\nb:\n  - c: [x, y]\n  - {d: z}")
    root = parse(text).root
    assert root is not None
    for path, written in (
        ([], text[4:].partition("\n---")[0]),
        (["b", 0, "c", 1], "y"),
        (["b", 1, "d"], "z"),
        (["b", 0, "c"], "[x, y]"),
        (["b", 1], "{d: z}"),
        (["b", 7], "- c: [x, y]\n  - {d: z}"),
        (["a", "below"], "1"),
    ):
        assert root.at(list(path)).span.of(text) == written
    assert [node.span.of(text) for node in root.entry("a")] == ["a", "1"]
    assert root.entry("missing") == ()


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, in the order of the text."""
    yield node
    if node.kind == "mapping":
        for key, item in zip(node.keys, node.items, strict=True):
            yield key
            yield from walk(item)
    else:
        for item in node.items:
            yield from walk(item)


@dataclass(frozen=True)
class Scalar:
    written: str
    value: str


_PLAIN = st.lists(
    st.sampled_from(["sam", "é", "😀", "中文", "a/b-1", "it's", "x#y", "\u2060z"]), min_size=1, max_size=3
)
SCALARS = st.one_of(
    _PLAIN.map(lambda words: Scalar(" ".join(words), " ".join(words))),
    st.text("a'é😀:#- {[&*!", max_size=6).map(lambda text: Scalar("'" + text.replace("'", "''") + "'", text)),
    st.text('a"é😀\\:# ', max_size=6).map(
        lambda text: Scalar('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"', text)
    ),
)


def mappings(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    entries = st.tuples(SCALARS, values)
    return st.lists(entries, min_size=1, max_size=4, unique_by=lambda entry: entry[0].value).filter(
        lambda entries: all(key.value != "<<" for key, _ in entries)
    )


TREES = mappings(
    st.recursive(
        SCALARS, lambda below: st.one_of(st.lists(below, min_size=1, max_size=3), mappings(below)), max_leaves=8
    )
)
NOISE = st.lists(st.sampled_from(["", "", "  # 😀 a comment", "# x: y"]), min_size=1, max_size=6)


class Writer:
    """Writes a tree as YAML and keeps where each scalar went, in order."""

    def __init__(self, noise: list[str]) -> None:
        self.text, self.spans, self.noise = "---\n", list[tuple[Span, str]](), noise

    def scalar(self, scalar: Scalar) -> None:
        start = len(self.text)
        self.text += scalar.written
        self.spans.append((Span(start, len(self.text)), scalar.value))

    def line(self) -> None:
        self.noise.append(self.noise.pop(0))
        self.text += f"\n{self.noise[0]}\n" if self.noise[0] else "\n"

    def flow(self, tree: Any) -> None:
        if isinstance(tree, Scalar):
            self.scalar(tree)
            return
        pairs = isinstance(tree[0], tuple)
        self.text += "{" if pairs else "["
        for item in tree:
            if pairs:
                self.scalar(item[0])
                self.text += ": "
            self.flow(item[1] if pairs else item)
            self.text += " , "
        self.text += "}" if pairs else "]"

    def block(self, tree: Any, indent: int = 0) -> None:
        for item in tree:
            below = item[1] if isinstance(item, tuple) else item
            self.text += " " * indent
            if isinstance(item, tuple):
                self.scalar(item[0])
                self.text += ":"
            else:
                self.text += "-"
            if isinstance(below, Scalar) or (indent and len(below) > 1):
                self.text += " "
                self.flow(below)
                self.line()
            else:
                self.line()
                self.block(below, indent + 2)


@given(TREES, NOISE, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_key_and_value_stands_where_it_was_written(tree: Any, noise: list[str], end: str) -> None:
    writer = Writer(noise)
    writer.block(tree)
    text = (writer.text + "---\nbody").replace("\n", end)
    front = parse(text)
    assert front.problems == ()
    assert front.root is not None
    moved = [
        (span.shifted((len(end) - 1) * writer.text.count("\n", 0, span.start)), value) for span, value in writer.spans
    ]
    scalars = [node for node in walk(front.root) if node.kind == "scalar"]
    assert [(node.span, node.raw) for node in scalars] == moved
    for node in walk(front.root):
        inside = [below.span for below in walk(node)]
        assert all(node.span.start <= span.start <= span.end <= node.span.end for span in inside)


def test_a_byte_order_mark_inside_the_block_moves_no_place() -> None:
    text = story("\ufefftitle: x\nauthor: sam")
    front = parse(text)
    assert front.root is None or front.root.entry("author")[1].span.of(text) == "sam"


def places(front: FrontMatter) -> Iterator[Span]:
    yield front.span
    yield from (problem.span for problem in front.problems)
    yield from (node.span for node in (walk(front.root) if front.root else ()))


_SIGNS = st.sampled_from(
    [*"abé😀:-?[]{},&*!|>'\"%@`#~<=.\\\t \n\r", "\n---\n", "\n...\n", ": ", "- ", "? ", "<<: ", "!!int ", "\ufeff",
        "\u2028", "\x85", "\x07", "\x00", "\ufffe"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_SIGNS, max_size=40).map("".join)))
@example("a: \ud800\n---\n")
@example('"a\\nb": 1\n"a\\nb": 2\n---\n')
@example("é\x07: 1\n---\n")
def test_any_text_is_a_mapping_or_one_problem_inside_the_text(rest: str) -> None:
    for text in (rest, "---\n" + rest, "---\n" + rest + "\n---\n"):
        front = parse(text)
        assert (front.root is None) == (len(front.problems) == 1)
        assert all(isinstance(problem, Problem) and "\n" not in problem.message for problem in front.problems)
        assert all(0 <= span.start <= span.end <= len(text) for span in places(front))
        assert front.span.end <= front.body <= len(text)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_written_scalar_reads_back_as_itself(text: str) -> None:
    front = parse(f"---\nkey: {scalar(text)}\nlist: [{scalar(text)}, {scalar(text)}]\n---\n")
    assert front.root is not None
    assert front.root.value == {"key": text, "list": [text, text]}


def test_a_scalar_is_plain_where_any_reader_of_yaml_agrees() -> None:
    assert scalar("Winning back a lead") == "Winning back a lead"
    assert [scalar(text) for text in ("no", "true", "2024-05", "a: b")] == ['"no"', '"true"', '"2024-05"', '"a: b"']
