"""Writing: the old file or the new one, whole; edited files kept; one run at a time."""

import errno
import json
import os

import pytest

from geoincidents.errors import OutputError
from geoincidents.export import files, manifest

OLD = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "b.txt": b"new b"}


@pytest.fixture(autouse=True)
def synced(monkeypatch):
    """Take note of what is synced to disk, without waiting for it."""
    seen = []
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append(os.fstat(handle).st_ino))
    return seen


def _save(folder, contents, *, force=False):
    return manifest.save(folder, contents, {}, force=force)


def _inside(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != manifest.NAME}


def test_files_and_manifest_are_written(tmp_path):
    """The folder is made where it is missing; nothing else is in it."""
    saved = _save(tmp_path / "deep" / "out", OLD)

    assert _inside(tmp_path / "deep" / "out") == OLD
    assert saved.files == ("a.txt", "b.txt", "manifest.json")


def test_a_file_and_its_folder_reach_the_disk(synced, tmp_path):
    """A file that is renamed before it is stored can come back empty."""
    files.replace(tmp_path / "a.txt", b"a")

    assert synced == [(tmp_path / "a.txt").stat().st_ino, tmp_path.stat().st_ino]


def test_a_second_run_replaces_the_first(tmp_path):
    """Files that no person touched are ours to write."""
    _save(tmp_path, OLD)

    saved = _save(tmp_path, NEW)

    assert _inside(tmp_path) == NEW
    assert saved.kept == ()


def test_the_same_run_writes_the_same_bytes(tmp_path):
    """The manifest too; an unchanged file is not even touched."""
    _save(tmp_path, OLD)
    before = (tmp_path / manifest.NAME).read_bytes()
    stamp = (tmp_path / "a.txt").stat()

    _save(tmp_path, OLD)

    assert (tmp_path / manifest.NAME).read_bytes() == before
    assert (tmp_path / "a.txt").stat().st_ino == stamp.st_ino


def test_an_edited_file_is_kept_under_a_name_of_its_own(tmp_path):
    """What a person did is never lost, however often it happens."""
    _save(tmp_path, OLD)
    (tmp_path / "a.txt").write_bytes(b"edited")
    first = _save(tmp_path, NEW)
    (tmp_path / "a.txt").write_bytes(b"edited again")
    second = _save(tmp_path, OLD)

    assert (first.kept, second.kept) == (("a.txt.edited-1",), ("a.txt.edited-2",))
    assert _inside(tmp_path) == {
        **OLD,
        "a.txt.edited-1": b"edited",
        "a.txt.edited-2": b"edited again",
    }


def test_force_overwrites_an_edited_file(tmp_path):
    """On request only."""
    _save(tmp_path, OLD)
    (tmp_path / "a.txt").write_bytes(b"edited")

    saved = _save(tmp_path, NEW, force=True)

    assert _inside(tmp_path) == NEW
    assert saved.kept == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"files": 3}', '{"files": [{"name": 1}]}', "[" * 100_000]
)
def test_with_a_broken_manifest_every_file_is_a_persons(text, tmp_path):
    """Better a copy too many than a file lost."""
    (tmp_path / "a.txt").write_bytes(b"who knows")
    (tmp_path / manifest.NAME).write_text(text)

    assert _save(tmp_path, NEW).kept == ("a.txt.edited-1",)


def test_a_manifest_cannot_name_files_elsewhere(tmp_path):
    """Nothing outside the folder is removed."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"x")
    folder = tmp_path / "out"
    _save(folder, OLD)
    rows = json.loads((folder / manifest.NAME).read_bytes())
    rows["files"].append({**rows["files"][0], "name": "../outside.txt"})
    (folder / manifest.NAME).write_text(json.dumps(rows))

    _save(folder, NEW)

    assert outside.exists()


def test_what_this_run_does_not_write_is_removed(tmp_path):
    """An old page beside new layers would be mixed; an edited one stays."""
    _save(tmp_path, {**OLD, "map.html": b"page", "c.txt": b"c"})
    (tmp_path / "c.txt").write_bytes(b"edited")

    _save(tmp_path, NEW)

    assert _inside(tmp_path) == {**NEW, "c.txt": b"edited"}


def _told(folder):
    try:
        _save(folder, NEW)
    except OutputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("call", ["replace", "fsync", "write", "open"])
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("nth", range(1, 8))
def test_a_fault_leaves_each_file_old_or_new_and_the_next_run_heals(
    call, fault, nth, tmp_path, monkeypatch
):
    """Whichever step fails, no file is half written and none counts as edited."""
    _save(tmp_path, OLD)
    real, calls = getattr(os, call if call != "write" else "fdopen"), []

    def failing(*args, **kwargs):
        calls.append(args)
        if len(calls) == nth:
            if call == "write":
                os.close(args[0])
            raise OSError(fault, os.strerror(fault))
        return real(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(os, call if call != "write" else "fdopen", failing)
        told = _told(tmp_path)

    assert (os.strerror(fault) in told) is (len(calls) >= nth)
    assert all(_inside(tmp_path)[name] in {OLD[name], NEW[name]} for name in OLD)
    assert _inside(tmp_path).keys() == OLD.keys()
    assert _save(tmp_path, {"a.txt": b"third", "b.txt": b"third"}).kept == ()
    assert _inside(tmp_path) == {"a.txt": b"third", "b.txt": b"third"}


def test_a_killed_runs_leftovers_are_removed(tmp_path):
    """A temporary file is nobody's work."""
    (tmp_path / ".geoincidents-4711-a.txt").write_bytes(b"half")

    _save(tmp_path, NEW)

    assert _inside(tmp_path) == NEW


def test_two_runs_do_not_mix(tmp_path):
    """The second says so and writes nothing."""
    _save(tmp_path, OLD)

    with files.locked(tmp_path), pytest.raises(OutputError, match="another run is writing"):
        _save(tmp_path, NEW)

    assert _inside(tmp_path) == OLD


def test_a_link_is_replaced_and_not_followed(tmp_path):
    """A link in the folder leads nowhere outside it."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"x")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)

    _save(folder, NEW, force=True)

    assert outside.read_bytes() == b"x"
    assert not (folder / "a.txt").is_symlink()


def test_a_folder_that_is_a_file_is_named(tmp_path):
    """No traceback."""
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputError, match="out: cannot be used"):
        _save(tmp_path / "out", NEW)


def test_files_are_made_with_the_users_own_rights(tmp_path):
    """Others may read what the user's mask lets them."""
    old = os.umask(0o022)
    try:
        _save(tmp_path, NEW)
    finally:
        os.umask(old)

    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o644


def test_a_folder_in_place_of_a_file_is_named(tmp_path):
    """It is neither removed nor written into."""
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(OutputError, match=r"a\.txt: cannot be written"):
        _save(tmp_path, NEW)

    assert (tmp_path / "a.txt").is_dir()


def test_a_file_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    """A fault of the disk is told, not traced."""
    _save(tmp_path, OLD)

    def failing(path):
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    monkeypatch.setattr(type(tmp_path), "read_bytes", failing)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be read"):
        _save(tmp_path, NEW)
