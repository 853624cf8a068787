"""How the source asks for words: never at import, and never for what no catalogue can have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import recovery_coach

SOURCE = Path(recovery_coach.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
ASKING = ("tr", "trn", "long_date", "weekday", "duration", "minutes", "when", "number")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_word_is_translated_at_import(path: Path):
    """The language is not known then."""
    source = path.read_text(encoding="utf-8")
    assert [call.lineno for call in asked_at_import(ast.parse(source))] == []


def asked_at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls in what runs when a module is imported; annotations are not evaluated then."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d)]
            for part in (*node.decorator_list, *defaults):
                yield from asked_at_import(ast.Expression(part))
        elif isinstance(node, ast.Call) and called(node) in ASKING:
            yield node
        elif isinstance(node, ast.AnnAssign):
            yield from asked_at_import(ast.Expression(node.value)) if node.value else ()
        elif not isinstance(node, ast.Lambda):
            yield from asked_at_import(node)


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_what_is_translated_is_a_text_as_it_stands_in_the_catalogue(path: Path):
    """``tr(f"…")`` and ``tr("…".format())`` ask for what was never there."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in ("tr", "trn", "noted")
        for argument in node.args
        if isinstance(argument, ast.JoinedStr)
        or (isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute)
            and argument.func.attr in ("format", "join"))
        or (isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Mod))
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        'NAME = tr("a")',
        'NAMES = {"a": tr("a")}',
        'NAME: str = tr("a")',
        'class A:\n    name = tr("a")',
        'def a(name=tr("a")): pass',
        'def a(*, name=tr("a")): pass',
        '@named(tr("a"))\ndef a(): pass',
        'if True:\n    print(trn("a", "b", 3))',
    ],
)
def test_a_call_at_import_is_seen(source: str):
    assert len(list(asked_at_import(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'def a(): return tr("a")',
        'a = lambda: tr("a")',
        'class A:\n    def a(self): return tr("a")',
        'def a(name: Annotated[str, Help(tr("a"))]): pass',
    ],
)
def test_a_call_in_a_function_is_not(source: str):
    assert list(asked_at_import(ast.parse(source))) == []
