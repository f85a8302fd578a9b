"""How fast bqlint is, measured beside other linters: `nox -s bench` writes docs/performance.md."""
