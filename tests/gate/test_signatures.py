"""Approvals in signed commits: by SSH keys that the base gives their reviewers, checked by git itself."""

from __future__ import annotations

import shutil

import pytest

from tests.gate.team import ANA, CONFIG, KIM, PATH, SAM, STORY, Person, Team, run

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
TERMS = f"""{CONFIG}[gate]
require-signed = true
allowed-signers = "signers"
approvers = ["kim"]
[gate.people]
kim = "kim@example.org"
sam = "sam@example.org"
"""


@pytest.fixture
def signed(team: Team) -> Team:
    """The repository with a key each for Sam and Kim, of which the base knows whose they are."""
    signers = ""
    for who in (SAM, KIM, ANA):
        key = team.top / ".git" / who.email
        run(team.top, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", who.email, "-f", str(key))
        signers += f'{who.email} namespaces="git" {key.with_name(f"{who.email}.pub").read_text()}' * (who is not ANA)
    team.git("checkout", "main")
    team.write("signers", f"# Whose keys are whose.\n{signers}")
    team.write("bqlint.toml", TERMS)
    team.commit(ANA, "terms")
    team.git("checkout", "-B", "work")
    team.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "sam"))
    team.commit(SAM, "tell it")
    team.approve("kim")
    return team


def commit(team: Team, who: Person, key: Person) -> str:
    """Commit as somebody, signed with somebody's key."""
    settings = ("-c", "gpg.format=ssh", "-c", f"user.signingKey={team.top / '.git' / key.email}")
    team.git("add", "--all")
    team.git(*settings, "commit", "--gpg-sign", "--message", "approve it", who=who)
    return team.git("rev-parse", "HEAD")[:10]


def test_an_approval_signed_by_its_reviewer_passes(signed: Team) -> None:
    short = commit(signed, KIM, KIM)
    ran = signed.gate()
    assert (ran.code, ran.err) == (0, "")
    assert f"approved by kim on 2026-03-14: signed by kim in {short}" in ran.out
    assert "came in a commit that is signed with\na key that the base gives its reviewer.\n" in ran.out


def test_an_unsigned_approval_is_refused(signed: Team) -> None:
    short = signed.commit(KIM, "approve it")[:10]
    assert signed.refusals()[0] == f"the approval by kim came in {short}, which is not signed"


@pytest.mark.parametrize("key", [SAM, ANA], ids=["of the author", "of nobody the base knows"])
def test_a_signature_by_another_key_is_refused(signed: Team, key: Person) -> None:
    short = commit(signed, KIM, key)
    assert signed.refusals()[0] == f"the signature of {short} is not by a key that the base gives kim"


def test_keys_that_the_change_adds_are_refused(signed: Team) -> None:
    public = (signed.top / ".git" / f"{ANA.email}.pub").read_text()
    signed.write("signers", f'{signed.read("signers")}{KIM.email} namespaces="git" {public}')
    short = commit(signed, KIM, ANA)
    assert signed.refusals()[0] == f"the signature of {short} is not by a key that the base gives kim"
    assert "changed here: signers; what main holds was used." in signed.gate().out


def test_a_commit_changed_after_it_was_signed_is_refused(signed: Team) -> None:
    commit(signed, KIM, KIM)
    raw = signed.git("cat-file", "commit", "HEAD").replace("approve it", "approve  it") + "\n"
    (signed.top / ".git" / "forged").write_text(raw)
    forged = signed.git("hash-object", "-t", "commit", "-w", ".git/forged")
    signed.git("reset", "--hard", forged)
    assert signed.refusals()[0] == f"the signature of {forged[:10]} is not by a key that the base gives kim"


def test_what_git_is_configured_to_run_has_no_say(signed: Team) -> None:
    canary = signed.top.parent / f"{signed.top.name}-ran"
    program = signed.top / ".git" / "yes"
    program.write_text(f"#!/bin/sh\ntouch {canary}\necho Good\n")
    program.chmod(0o755)
    own = signed.top / ".git" / "own"
    own.write_text(f"{KIM.email} {(signed.top / '.git' / f'{ANA.email}.pub').read_text()}")
    short = commit(signed, KIM, ANA)
    for key, value in (("gpg.ssh.program", program), ("gpg.program", program), ("gpg.ssh.allowedSignersFile", own)):
        signed.git("config", key, str(value))
    assert signed.refusals()[0] == f"the signature of {short} is not by a key that the base gives kim"
    assert not canary.exists()


def test_another_kind_of_signature_is_refused(signed: Team) -> None:
    short = signed.commit(KIM, "approve it")[:10]
    head, _, message = signed.git("cat-file", "commit", "HEAD").partition("\n\n")
    pgp = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n =abcd\n -----END PGP SIGNATURE-----"
    (signed.top / ".git" / "forged").write_text(f"{head}\n{pgp}\n\n{message}\n")
    forged = signed.git("hash-object", "-t", "commit", "-w", ".git/forged")
    signed.git("reset", "--hard", forged)
    assert short != forged[:10]
    assert signed.refusals()[0].startswith(f"{forged[:10]} bears no SSH signature")


def test_a_reviewer_without_an_address_on_the_base_is_refused(signed: Team) -> None:
    signed.git("checkout", "--", ".")
    signed.git("checkout", "main")
    signed.write("bqlint.toml", TERMS.replace('approvers = ["kim"]\n', ""))
    signed.commit(ANA, "anybody")
    signed.git("checkout", "-B", "work")
    signed.write(PATH, STORY.replace("in-review", "approved").replace("Sam Ode", "sam"))
    signed.commit(SAM, "tell it")
    signed.approve("Kim Lee")
    commit(signed, Person("Kim Lee", "other@example.org"), SAM)
    assert signed.refusals()[0] == (
        "the base does not say by which address the signers' keys are Kim Lee's: [gate.people]"
    )


def test_a_key_that_the_base_gives_several_people_is_nobodys(signed: Team) -> None:
    signed.git("stash")
    signed.git("checkout", "main")
    public = (signed.top / ".git" / f"{SAM.email}.pub").read_text()
    signed.write("signers", f'{KIM.email},{SAM.email} namespaces="git" {public}*@example.org namespaces="git" {public}')
    signed.commit(ANA, "one key for all")
    signed.git("checkout", "work")
    signed.git("rebase", "main")
    signed.git("stash", "pop")
    short = commit(signed, KIM, SAM)
    assert signed.refusals()[0] == f"the signature of {short} is not by a key that the base gives kim"
