"""The project's own commands: `nox -s lint`, `nox -s tests`, `nox -s types`, `nox -s style`; `nox -l` lists them."""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.stop_on_first_error = False

PROJECT = nox.project.load_toml("pyproject.toml")


def install(session: nox.Session, *groups: str) -> None:
    """Install bqlint as it stands here, and the packages of the dependency groups."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, *groups))


@nox.session
def lint(session: nox.Session) -> None:
    """Lint the stories: `nox -s lint -- --output-format concise`."""
    install(session)
    session.run("bqlint", "check", *(session.posargs or ["stories"]))


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on all processors: `nox -s tests -- -k BQ302`."""
    install(session, "tests")
    session.run("pytest", "--numprocesses=auto", "--dist=worksteal", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types with mypy, strictly."""
    install(session, "types")
    session.run("mypy", *session.posargs)


@nox.session
def style(session: nox.Session) -> None:
    """Check lint and format with ruff."""
    session.install(*nox.project.dependency_groups(PROJECT, "style"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def judgement(session: nox.Session) -> None:
    """Measure precision and recall a rule: `nox -s judgement -- --errors 20`; fails below a recorded floor."""
    install(session)
    session.run("python", "scripts/measure_judgement.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure bqlint beside other linters and write docs/performance.md: `nox -s bench -- --rounds 3`."""
    install(session, "bench")
    session.run("python", "-m", "scripts.benchmark", *session.posargs)


@nox.session(default=False)
def hostile(session: nox.Session) -> None:
    """Run every hostile case cold with limits of time and memory, and measure growth: `nox -s hostile -- -k growth`."""
    install(session, "tests")
    session.run("pytest", "tests/hostile", *session.posargs, env={"BQLINT_HOSTILE_COLD": "1"})


@nox.session(default=False)
def commonmark(session: nox.Session) -> None:
    """Take each example of the CommonMark specification for a story; markdown-it-py's sources hold them."""
    install(session, "tests")
    session.install("pip")
    sources = session.create_tmp()
    session.run("pip", "download", "--quiet", "--no-deps", "--no-binary=:all:", "--dest", sources, "markdown-it-py")
    session.run("pytest", "tests/specification", *session.posargs, env={"BQLINT_SPECIFICATION": sources})


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Fuzz for some minutes, guided by coverage: `nox -s fuzz -- 2`."""
    install(session, "tests")
    try:
        session.install(*nox.project.dependency_groups(PROJECT, "fuzz"))
    except nox.command.CommandFailed:
        session.error("atheris, the fuzzer, cannot be installed for this Python")
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Change a part in small ways; tests must notice: `nox -s mutants -- 70 --of language --minutes 20 --seed 1`."""
    install(session, "tests", "mutants")
    session.run("python", "-m", "scripts.mutants", *session.posargs)
