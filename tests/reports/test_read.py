"""Files and folders become a batch of reports; what fails is named and the rest goes on."""

import os
from datetime import date

import pytest

from geoincidents import reports
from geoincidents.errors import SourcesError
from geoincidents.model import PublishedBasis, Rights

HEAD = "file,publisher,title,published,url,language\n"


def test_a_folder_is_read_recursively_and_sorted(write, english, tmp_path):
    """Texts of folders within a folder count; order is by name."""
    write("b.txt", "Two soldiers left.")
    write("deep/er/a.txt", "One soldier left.")

    batch = reports.read([tmp_path], english)

    assert [r.doc for r in batch.reports] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["notes.json", "rows.csv", "README.txt", "README", ".hidden.txt"])
def test_what_is_no_report_is_left_alone(name, write, english, tmp_path):
    """A folder's other files are neither read nor named."""
    write("a.txt")
    write(name, "not a report")

    batch = reports.read([tmp_path], english)

    assert [r.doc for r in batch.reports] == ["a.txt"]
    assert not batch.failures


def test_a_relative_folder_is_read(write, english, tmp_path, monkeypatch):
    """The folder's own name is not repeated in the paths."""
    write("in/a.txt")
    monkeypatch.chdir(tmp_path)

    batch = reports.read([type(tmp_path)("in")], english)

    assert [r.doc for r in batch.reports] == ["a.txt"]


def test_a_file_named_twice_is_one_report(write, english, tmp_path):
    """Naming a file beside its folder does not double it."""
    path = write("a.txt")

    batch = reports.read([path, tmp_path, path], english)

    assert len(batch.reports) == 1


def test_the_same_text_twice_is_one_report_with_a_warning(write, english, tmp_path):
    """Equal text, publisher and date is one document."""
    write("a.txt")
    write("b.txt")

    batch = reports.read([tmp_path], english)

    assert [r.doc for r in batch.reports] == ["a.txt"]
    assert batch.warnings == ("b.txt: same text as a.txt; left out",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"He said \xff", "not UTF-8 (byte 0xff at offset 8); use --encoding"),
        ("A text".encode("utf-16"), "not UTF-8 (byte 0xff at offset 0); use --encoding"),
        (b"\xef\xbb\xbfAb\xe9 c", "not UTF-8 (byte 0xe9 at offset 5); use --encoding"),
        (b"PK\x03\x04\0\0", "not text (byte 0x00 at offset 4)"),
        (b"", "empty"),
        (b" \n\t \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u200b\u00ad\u202e".encode(), "empty"),
        (b"%PDF-1.7\n1 0 obj\nendobj\n", "not text (a PDF file)"),
        (b"{\\rtf1 He said}", "not text (a rich text file)"),
        (b"He said \x01\x02\x03\x04", "not text (controls)"),
    ],
    ids=[
        "latin",
        "utf16",
        "bom-latin",
        "archive",
        "empty",
        "blank",
        "bom-only",
        "unseen",
        "pdf",
        "rtf",
        "controls",
    ],
)
def test_a_bad_file_is_named_and_the_rest_goes_on(content, reason, write, english, tmp_path):
    """The reason says which byte, and where."""
    write("bad.txt", content)
    write("good.txt")

    batch = reports.read([tmp_path], english)

    assert [r.doc for r in batch.reports] == ["good.txt"]
    assert [f.reason for f in batch.failures] == [reason]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-16-le"])
def test_another_encoding_is_read_when_it_is_named(encoding, write, english):
    """The text is the same as in UTF-8, without a mark of byte order."""
    path = write("other.txt", "Сёла\n".encode(encoding))

    (report,) = reports.read([path], english, encoding=encoding).reports

    assert report.text == "Сёла\n"


def test_bytes_that_are_not_the_encoding_are_named(write, english):
    """As for UTF-8."""
    path = write("other.txt", b"He said \xff")

    assert reports.read([path], english, encoding="ascii").failures[0].reason == (
        "not ascii at offset 8"
    )


def test_a_name_that_is_no_text_is_written_out(write, english, tmp_path):
    """Bytes of a file's name that are not UTF-8 do not stop what is written later."""
    write(b"\xff.txt".decode("utf-8", "surrogateescape"))

    (report,) = reports.read([tmp_path], english).reports

    assert report.doc == "\\xff.txt"
    assert len(reports.propose_sources(tmp_path, english).splitlines()) == 1


def test_a_file_over_the_limit_is_refused(write, english):
    """The limit is bytes, not characters."""
    path = write("long.txt", "ա" * 51)

    batch = reports.read([path], english, max_report_bytes=100)

    assert batch.failures[0].reason.startswith("larger than 100 bytes")


def test_a_missing_path_is_a_failure(english, tmp_path):
    """A typing error does not pass in silence."""
    batch = reports.read([tmp_path / "none.txt"], english)

    assert batch.failures[0].reason == "no such file or folder"


def test_a_folder_without_a_report_is_named(write, english, tmp_path):
    """Of several folders, the one that gave nothing is told."""
    report = write("a.txt", "Lisk moved.")
    (tmp_path / "none").mkdir()
    batch = reports.read([report, tmp_path / "none"], english)

    assert batch.warnings == (
        f"{tmp_path / 'none'}: no report in this folder; text files end in .txt",
    )
    assert len(batch.reports) == 1


def test_texts_of_a_bundle_are_left_out(write, english, tmp_path):
    """A caption beside a manifest tells of incidents that the reports themselves tell of."""
    write("a.txt", "Two soldiers left.")
    write("bundle/caption.txt", "Two soldiers left.")
    write("bundle/manifest.json", "{}")
    write("caption.txt", "One soldier left.")  # no manifest beside it: a report

    batch = reports.read([tmp_path], english)

    assert [r.doc for r in batch.reports] == ["a.txt", "caption.txt"]
    assert batch.warnings == (f"{tmp_path / 'bundle'}: left out what is of a bundle: caption.txt",)


def test_links_in_a_folder_are_not_followed(write, english, tmp_path):
    """A folder cannot lead out of itself."""
    outside = write("outside.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(outside)

    batch = reports.read([tmp_path / "in"], english)

    assert not batch.reports
    assert batch.warnings[0].endswith("link.txt: a link; left out, name it to have it read")


def test_a_folder_that_cannot_be_opened_is_named(write, english, tmp_path, monkeypatch):
    """What is left out is told."""
    write("a.txt")
    locked = tmp_path / "locked"
    locked.mkdir()
    real = os.scandir

    def scandir(path):
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    batch = reports.read([tmp_path], english)

    assert [str(f) for f in batch.failures] == [f"{locked}: cannot be read: Permission denied"]


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_stay_as_they_are(newline, read_one):
    """Offsets are those of the file."""
    text = f"First line here.{newline}{newline}Second line here."

    assert read_one(text.encode()).text == text


def test_a_byte_order_mark_is_taken_off(read_one):
    """The text begins with its first letter."""
    assert read_one(b"\xef\xbb\xbfThe army left.").text == "The army left."


def test_a_table_beside_a_file_gives_its_metadata(read_one):
    """Also for a file that is named singly."""
    row = "report.txt,The Lisk Post,A quiet night,2023-04-05,https://example.org/1,en\n"

    report = read_one("The army left.", sources=HEAD + row)

    assert (report.publisher, report.title, report.published, report.url) == (
        "The Lisk Post",
        "A quiet night",
        date(2023, 4, 5),
        "https://example.org/1",
    )
    assert report.published_basis is PublishedBasis.GIVEN
    assert report.rights is Rights.QUOTE


def test_rights_come_from_the_table(read_one):
    """Own texts may be quoted whole."""
    report = read_one("The army left.", sources="file,rights\nreport.txt,own\n")

    assert report.rights is Rights.OWN


@pytest.mark.parametrize(
    ("column", "value", "warning"),
    [
        ("published", "14 May", "published '14 May' is not a date such as 2021-05-14"),
        ("published", "2021-02-30", "published '2021-02-30' is not a date such as 2021-05-14"),
        ("url", "javascript:alert(1)", "url 'javascript:alert(1)' is not an address"),
        ("url", "ftp://example.org", "url 'ftp://example.org' is not an address"),
        ("rights", "mine", "rights 'mine' is not one of own, licensed, quote"),
        ("language", "English!", "language 'English!' is not a language code"),
    ],
)
def test_an_odd_value_is_left_out_with_a_warning(column, value, warning, write, english):
    """Nothing is guessed in its place."""
    path = write("report.txt", "The army left.")
    write("sources.csv", f"file,{column}\nreport.txt,{value}\n")

    batch = reports.read([path], english)

    assert f"sources.csv:2: {warning}" in batch.warnings[0]
    assert not batch.reports[0].url
    assert batch.reports[0].published is None


def test_a_row_without_a_file_is_a_warning(write, english):
    """The name may be mistyped."""
    path = write("report.txt")
    write("sources.csv", "file,publisher\nreprot.txt,The Post\n")

    batch = reports.read([path], english)

    assert "sources.csv:2: 'reprot.txt' is not in this folder" in batch.warnings[0]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("name,publisher\na,b\n", "1: no column 'file'"),
        ("file,url,url\nreport.txt,a,b\n", "1: column 'url' stands twice"),
        ("file,publisher\nreport.txt\n", "2: 1 cells, should be 2"),
        ("file,publisher\nreport.txt,a\nreport.txt,b\n", "3: file 'report.txt' has a second row"),
        ("file,publisher\n../report.txt,a\n", "2: file '../report.txt' leads out of the folder"),
        ("file,publisher\n/etc/passwd,a\n", "2: file '/etc/passwd' leads out of the folder"),
        (f"file,publisher\nreport.txt,{'x' * 3000}\n", "2: publisher has 3000 characters"),
        (f"file,publisher\nreport.txt,{'x' * 140000}\n", "field larger than field limit"),
        ("file,publisher\n,a\n", "2: file is empty"),
    ],
    ids=["column", "twice", "short", "again", "outside", "absolute", "long", "huge", "unnamed"],
)
def test_a_faulty_table_is_refused_with_file_and_line(table, fault, write, english):
    """Wrong metadata is worse than none."""
    path = write("report.txt")
    write("sources.csv", table)

    with pytest.raises(SourcesError, match=f"sources.csv:.*{fault.replace('.', '[.]')}"):
        reports.read([path], english)


def test_a_table_that_is_not_utf_8_is_refused(write, english):
    """The byte and its place are named."""
    path = write("report.txt")
    write("sources.csv", b"file,publisher\nreport.txt,Ag\xe9ncia\n")

    with pytest.raises(SourcesError, match=r"not UTF-8 \(byte 0xe9 at offset 28\)"):
        reports.read([path], english)


def test_every_fault_is_told_at_once(write, english):
    """A table is mended in one go."""
    path = write("report.txt")
    write("sources.csv", "file,url\n../a,\n,x\n")

    with pytest.raises(SourcesError) as error:
        reports.read([path], english)

    assert len(error.value.faults) == 2


def test_header_lines_give_metadata_and_are_masked(read_one, words_of):
    """A text can carry its own metadata."""
    report = read_one("publisher: The Post\npublished: 2022-01-02\n\nThe army left.\n")

    assert (report.publisher, report.published) == ("The Post", date(2022, 1, 2))
    assert words_of(report, "header") == ["publisher: The Post\npublished: 2022-01-02"]
    assert words_of(report, "body") == ["The army left."]


@pytest.mark.parametrize(
    "text",
    [
        "publisher: The Post\nmood: good\n\nThe army left.",
        "publisher: The Post\nThe army left.",
        "title: one\ntitle: two\n\nThe army left.",
    ],
    ids=["unknown-key", "no-blank-line", "twice"],
)
def test_lines_that_only_look_like_a_header_are_text(text, read_one, words_of):
    """All keys must be known and a blank line must follow."""
    report = read_one(text)

    assert not words_of(report, "header")


def test_the_table_wins_over_header_lines(read_one):
    """What was written beside the text corrects it; gaps are filled from it."""
    report = read_one(
        "publisher: Old\ntitle: Kept title\n\nThe army left.",
        sources="file,publisher,title\nreport.txt,New,\n",
    )

    assert (report.publisher, report.title) == ("New", "Kept title")


def test_an_id_depends_on_text_publisher_and_date_alone(write, english):
    """Moving or renaming a file changes no id."""
    one = write("one/a.txt")
    two = write("two/b.txt")
    other = write("three/c.txt", "Another text.")

    ids = [reports.read([p], english).reports[0].id for p in (one, two, other)]

    assert ids[0] == ids[1] != ids[2]


def test_input_order_changes_nothing(write, english):
    """Files may be named in any order."""
    paths = [write("a.txt", "One."), write("z/b.txt", "Two."), write("c.txt", "Three.")]

    assert reports.read(paths, english) == reports.read(paths[::-1], english)


def test_a_control_character_in_a_title_is_not_kept(read_one):
    """Metadata stands on one line of plain characters."""
    report = read_one("The army left.", sources='file,title\nreport.txt,"A\x1b[1m b\nc"\n')

    assert report.title == "A [1m b c"


def test_reports_are_opened_one_at_a_time(write, english, tmp_path):
    """A report is let go before the next file is opened."""
    write("a.txt", "One report.\n")
    late = write("b.txt", "Another.\n")
    opening = iter(reports.Opening([tmp_path], english))

    first = next(opening)
    late.write_bytes(b"Changed since.\n")

    assert first.doc == "a.txt"
    assert next(opening).text == "Changed since.\n"


def test_reports_can_be_opened_again(write, english, tmp_path):
    """A second look gives the same reports, and tells of nothing twice."""
    write("a.txt", "One report.\n")
    write("b.txt", "One report.\n")
    write("c.txt", b"\xff")
    opening = reports.Opening([tmp_path], english)

    looks = [([*opening], opening.warnings, opening.failures) for _ in range(2)]

    assert [r.doc for r in looks[0][0]] == ["a.txt"]
    assert [len(said) for said in looks[0]] == [1, 1, 1]
    assert looks[0][:2] == looks[1][:2]
    assert [f.reason for f in looks[0][2]] == [f.reason for f in looks[1][2]]
