from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import bqlint

ROOT = Path(bqlint.__file__).parent
FLOORS = (
    "typed",
    "pattern built lazy",
    "errors nearest finding globs toml_lines slug shown upwards",
    "source kept_lines headings deadline git fingerprint node block edits bounded atomic cache",
    "tokens simple_inline",
    "prose simple_yaml simple_toml simple_markdown commonmark gitignore",
    "frontmatter markdown schema speech",
    "bank scaffold",
    "story",
    "parsing",
    "language",
    "confidential repository team",
    "rules notebook",
    "report engine workers",
    "policy",
    "plugins",
    "settings",
    "configuration",
    "discover",
    "render",
    "one record task",
    "keys earlier additions",
    "many",
    "across",
    "run",
    "mending gate standing survey handout",
    "cli",
    "__init__ __main__",
)
"""The rooms from the ground up; a room imports only from floors below its own."""
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms.split()}
THIRD_PARTY = {
    "textstat": {"language.readability"},
    "yaml": {"frontmatter"},
    "markdown_it": {"commonmark"},
    "jsonschema": {"schema"},
    "referencing": {"schema"},
    "pathspec": {"gitignore"},
}
FACE = {"bqlint.__version__"}
"""What the package itself holds: any room may ask for it."""


def module_of(path: Path) -> str:
    """`rules.base` for bqlint/rules/base.py, `rules` for its `__init__`, `__init__` for the package's own."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in sorted(ROOT.rglob("*.py"))}


def imported(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    """Every module or name that `tree` imports, wherever in it, as a full dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = ["bqlint", *module.split(".")][: None if is_package else -1]
                base = ".".join([*here[: len(here) - node.level + 1], *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def imports(module: str) -> set[str]:
    path = MODULES[module]
    return set(imported(ast.parse(path.read_text(encoding="utf-8")), module, path.name == "__init__.py"))


def room(name: str) -> str:
    """The room of a dotted name inside bqlint; `__init__` where it is the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in FLOOR else "__init__"


def climbs(module: str, names: set[str]) -> list[str]:
    """The imports by which `module` reaches a floor that is not below its own."""
    own = module.split(".")[0]
    return sorted(
        name
        for name in names - FACE
        if name.split(".")[0] == "bqlint" and room(name) != own and FLOOR[room(name)] >= FLOOR[own]
    )


def test_every_module_has_its_floor() -> None:
    assert {module.split(".")[0] for module in MODULES} - set(FLOOR) == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_from_rooms_nearer_the_ground(module: str) -> None:
    assert climbs(module, imports(module)) == []


@pytest.mark.parametrize("package", [name for name, path in MODULES.items() if path.name == "__init__.py"])
def test_no_function_of_a_package_has_the_name_of_a_module_in_it(package: str) -> None:
    """Importing the module would put it in the function's place."""
    path = MODULES[package]
    told = {
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    assert told & {each.stem for each in path.parent.iterdir()} == set()


def test_each_third_party_package_is_imported_by_one_module() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        for name in imports(module):
            package = name.split(".")[0]
            if package != "bqlint" and package not in sys.stdlib_module_names:
                users[package].add(module)
    assert users == THIRD_PARTY


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("source", "from bqlint.story import Story", ["bqlint.story.Story"]),
        ("source", "def f():\n    import bqlint.cli.check", ["bqlint.cli.check"]),
        ("story", "if TYPE_CHECKING:\n    from bqlint import rules", ["bqlint.rules"]),
        ("rules.base", "from ..engine import check", ["bqlint.engine.check"]),
        ("rules.base", "from .length import StoryLength", []),
        ("finding", "from bqlint import lint_text", ["bqlint.lint_text"]),
        ("cli.check", "from bqlint import __version__\nfrom bqlint.run import lint\nimport os", []),
        ("errors", "from bqlint.nearest import nearest", ["bqlint.nearest.nearest"]),
    ],
)
def test_the_reader_of_imports_sees_each_kind_of_them(module: str, source: str, found: list[str]) -> None:
    assert climbs(module, set(imported(ast.parse(source), module, is_package=False))) == found
