"""A release of a small project: what it makes, and that nothing is half done where it stops."""

import subprocess
import tarfile
from datetime import date
from pathlib import Path

import pytest

from components.release.build import BESIDE, list_context, write_context
from components.release.part import ROOT
from components.release.publish import ReleaseError, check_bases, publish

DAY = date(2026, 11, 27)
PINNED = (
    f"ARG BASE=python:3.11-slim@sha256:{'0' * 64}\nFROM ${{BASE}}\nCOPY app.py pyproject.toml ./\nCOPY --from=build /x /x\nCOPY data data\n"
)
FILES = {
    "pyproject.toml": '[project]\nname = "lille"\nversion = "0.9.1"\n',
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n### Added\n\n- A map.\n\n## 0.9.1 - 2026-01-01\n\n- A list.\n",
    "Containerfile": PINNED,
    ".dockerignore": ".git\n",
    "compose.yaml": "services: {}\n",
    "app.py": "print(1)\n",
    "data/tal.csv": "1\n",
    ".gitignore": "dist/\n",
}


def git(root, *arguments):
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout.strip()


def write(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A small project, committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@example.org")
    root = tmp_path / "projekt"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    write(root, FILES)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "First")
    return root


def look(root):
    """All that a release may change: commits, tags, worktrees, files."""
    files = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file() and ".git" not in path.relative_to(root).parts}
    return (
        git(root, "log", "--all", "--format=%H"),
        git(root, "tag"),
        git(root, "worktree", "list"),
        git(root, "status", "--porcelain"),
        files,
    )


def build(copy, out, version):
    (out / "sider.html").write_text((copy / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    write_context(copy, out / "context.tar")


def pass_tests():
    """All is well."""


def test_a_release_is_a_commit_a_tag_and_what_is_given_out(root):
    out = publish(root, "0.10.0", DAY, pass_tests, build)
    assert out == root / "dist" / "0.10.0"
    assert 'version = "0.10.0"' in (root / "pyproject.toml").read_text(encoding="utf-8")
    assert 'version = "0.10.0"' in (out / "sider.html").read_text(encoding="utf-8")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased\n\n## 0.10.0 - 2026-11-27\n\n### Added\n\n- A map.\n\n## 0.9.1" in changelog
    assert git(root, "rev-parse", "v0.10.0^{commit}") == git(root, "rev-parse", "main")
    assert git(root, "log", "-1", "--format=%s") == "Version 0.10.0"
    assert git(root, "status", "--porcelain") == ""
    assert len(git(root, "worktree", "list").splitlines()) == 1
    with tarfile.open(out / "context.tar") as context:
        assert {"Containerfile", "app.py", "pyproject.toml", "data/tal.csv"} <= set(context.getnames())
    with pytest.raises(ReleaseError, match=r"CHANGELOG\.md has nothing under '## Unreleased'"):
        publish(root, "0.10.1", DAY, pass_tests, build)


@pytest.mark.parametrize(
    ("wanted", "changed", "sentence"),
    [
        ("1.0", {}, r"'1\.0' is no version; write three numbers: make release VERSION=1\.2\.0"),
        ("", {}, r"'' is no version"),
        ("0.9.1", {}, r"0\.9\.1 is not newer than 0\.9\.1, which pyproject\.toml has; name a higher version"),
        ("0.8.12", {}, r"0\.8\.12 is not newer"),
        ("1.0.0", {"app.py": "print(2)\n"}, r"there is something that is not committed \(M app\.py\); commit or remove it"),
        ("1.0.0", {"ny.py": ""}, r"not committed \(\?\? ny\.py\)"),
    ],
)
def test_what_may_not_be_released_is_refused_before_the_tests_run(root, wanted, changed, sentence):
    write(root, changed)
    before, tested = look(root), []
    with pytest.raises(ReleaseError, match=sentence):
        publish(root, wanted, DAY, lambda: tested.append(1), build)
    assert (look(root), tested) == (before, [])


def test_a_changelog_without_entries_is_refused(root):
    write(root, {"CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n### Added\n\n### Changed\n\n## 0.9.1 - 2026-01-01\n\n- A list.\n"})
    git(root, "commit", "--quiet", "--all", "--message", "Headings only")
    with pytest.raises(ReleaseError, match=r"CHANGELOG\.md has nothing under '## Unreleased'; write there what a reader will notice"):
        publish(root, "1.0.0", DAY, pass_tests, build)


def fail(*_):
    raise ReleaseError("it failed")


def fail_late(copy, out, version):
    build(copy, out, version)
    fail()


def stop(copy, out, version):
    build(copy, out, version)
    raise KeyboardInterrupt


@pytest.mark.parametrize(("test", "make"), [(fail, build), (pass_tests, fail), (pass_tests, fail_late), (pass_tests, stop)])
def test_where_it_fails_nothing_has_changed(root, test, make):
    _, *before = look(root)
    with pytest.raises((ReleaseError, KeyboardInterrupt)):
        publish(root, "1.0.0", DAY, test, make)
    assert look(root)[1:] == tuple(before)
    publish(root, "1.0.0", DAY, pass_tests, build)  # and nothing stands in the way of the next


def test_a_commit_made_meanwhile_stops_it(root):
    def commit():
        git(root, "commit", "--quiet", "--allow-empty", "--message", "Meanwhile")

    with pytest.raises(ReleaseError, match=r"the branch was moved while the tests ran; start again"):
        publish(root, "1.0.0", DAY, commit, build)

    def commit_late(copy, out, version):
        build(copy, out, version)
        commit()

    with pytest.raises(ReleaseError, match=r"'git merge --ff-only' failed"):
        publish(root, "1.0.0", DAY, pass_tests, commit_late)
    assert git(root, "tag") == ""
    assert list((root / "dist").iterdir()) == []


def test_a_tag_that_a_killed_release_left_is_told_from_another(root):
    git(root, "switch", "--quiet", "--detach")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Version 1.0.0")
    git(root, "tag", "v1.0.0")
    git(root, "switch", "--quiet", "main")
    with pytest.raises(ReleaseError, match=r"no branch has it, so a release was killed: git tag --delete v1\.0\.0, and start again"):
        publish(root, "1.0.0", DAY, pass_tests, build)


def test_without_a_branch_or_with_its_tag_there_already_there_is_none(root):
    git(root, "tag", "v1.0.0")
    with pytest.raises(ReleaseError, match=r"there is a tag v1\.0\.0 already"):
        publish(root, "1.0.0", DAY, pass_tests, build)
    git(root, "switch", "--quiet", "--detach")
    with pytest.raises(ReleaseError, match=r"no branch is checked out"):
        publish(root, "1.0.1", DAY, pass_tests, build)


@pytest.mark.parametrize("base", ["ARG BASE=python:3.11-slim\n", f"ARG BASE=python@sha256:{'0' * 63}\n", "FROM python:3.11\n"])
def test_a_container_is_released_on_a_base_that_stays_the_same_only(root, base):
    with pytest.raises(ReleaseError, match=r"must name what it is built on by a digest.*ARGS=--without-container"):
        check_bases(base)
    write(root, {"Containerfile": base})
    git(root, "commit", "--quiet", "--all", "--message", "Loose")
    with pytest.raises(ReleaseError, match=r"by a digest"):
        publish(root, "1.0.0", DAY, pass_tests, build)
    assert publish(root, "1.0.0", DAY, pass_tests, lambda *_: None, with_container=False).is_dir()


def test_the_context_of_the_project_s_own_container_is_committed_and_not_ignored():
    tracked = git(ROOT, "ls-files").splitlines()
    taken = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for name in list_context((ROOT / "Containerfile").read_text(encoding="utf-8")):
        assert any(file == name or file.startswith(f"{name}/") for file in tracked), name
        assert name in BESIDE or f"!{name}" in taken or any(f"!{parent}" in taken for parent in Path(name).parents), name
