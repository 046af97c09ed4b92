"""The command line as its callers meet it: in a process of its own."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from izium_timeline.build.matching import unmatched_in
from izium_timeline.cli import main
from izium_timeline.export.csv_form import read_csv
from izium_timeline.export.rows import COLUMNS
from izium_timeline.model.resource import resource
from izium_timeline.store.open import open_chronology

_BARE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
_POSIX = {
    "LC_ALL": "POSIX",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "ascii",
}
_RUN = [sys.executable, "-c", "from izium_timeline.cli import run; run()"]


def _call(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] = _BARE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*_RUN, *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **_BARE, **env},
        check=False,
    )


def _one_line(run: subprocess.CompletedProcess[bytes]) -> str:
    """What a run said on standard error: one line that is no traceback."""
    said = run.stderr.decode()
    assert said.startswith("izium-timeline: ")
    assert said.count("\n") == 1
    assert said.endswith("\n")
    return said.strip()


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the Izium chronology beside its documents; gives the chronology file."""
    file = tmp_path / "izium.chronology.json"
    shutil.copy(resource("resources/izium.chronology.json"), file)
    shutil.copytree(resource("documents"), tmp_path / "documents")
    return file


def test_version_and_help() -> None:
    version = _call("--version")
    assert re.fullmatch(rb"izium-timeline \d+\.\d+\.\d+\n", version.stdout)
    text = _call("--help")
    assert text.returncode == version.returncode == 0
    for command in (b"export", b"search", b"check", b"render", b"tag"):
        assert command in text.stdout
        assert _call(command.decode(), "--help").returncode == 0


def test_without_a_display_the_chronology_is_a_table() -> None:
    run = _call()
    assert run.returncode == 0
    lines = run.stdout.decode().splitlines()
    assert lines[0].startswith("Izium: 162 events, 5 documents")
    assert sum("yellow-blue flag" in line for line in lines) == 1
    assert "DISPLAY" in _one_line(run)


def test_export_to_standard_output_is_utf8_without_mark_in_any_locale() -> None:
    run = _call("export", "-", env=_POSIX)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.startswith(b"id,date,earliest,")
    assert run.stdout.count(b"\r\n") == 163
    assert "’".encode() in run.stdout
    rows = _rows(run.stdout)
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 162


def test_export_to_a_file_begins_with_a_mark(tmp_path: Path) -> None:
    run = _call("export", "out.csv", "--rows", "evidence", cwd=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert len(list(read_csv(tmp_path / "out.csv"))) == 194


def test_export_of_a_folder_says_how_many_files_are_not_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On 1 May 2022 it rained.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    run = _call("export", "-", tmp_path)
    assert run.returncode == 0
    assert len(_rows(run.stdout)) == 1
    assert "1 file is not read; izium-timeline check says which" in _one_line(run)


def test_export_of_what_a_search_finds() -> None:
    rows = _rows(_call("export", "-", "--search", "during:liberation category:attack").stdout)
    assert rows
    assert {row["category"] for row in rows} == {"attack"}
    excluded = _rows(_call("export", "-", "--search", "-category:attack").stdout)
    assert len(excluded) + 16 == 162


def test_export_without_hits_is_the_header_and_one_line() -> None:
    run = _call("export", "-", "--search", "zzzqqq")
    assert run.returncode == 0
    assert run.stdout.count(b"\r\n") == 1
    assert "'zzzqqq'" in _one_line(run)


def test_export_of_candidates_alone_says_how_to_write_them(corpus: Path) -> None:
    data = json.loads(corpus.read_text(encoding="utf-8"))
    for event in data["events"]:
        event["status"] = "candidate"
    corpus.write_text(json.dumps(data), encoding="utf-8")
    assert _one_line(_call("export", "-", corpus)).endswith("--status all writes candidates")


def test_the_status_follows_what_is_exported(corpus: Path) -> None:
    data = json.loads(corpus.read_text(encoding="utf-8"))
    data["events"][0]["status"] = "candidate"
    data["events"][1]["status"] = "rejected"
    corpus.write_text(json.dumps(data), encoding="utf-8")
    counts = {
        status: _call("export", "-", corpus, *(("--status", status) if status else ())).stdout
        for status in ("", "reviewed", "candidate", "all")
    }
    beside = len(unmatched_in(open_chronology(corpus)))  # of its documents
    assert beside
    assert {status: len(_rows(data)) for status, data in counts.items()} == {
        "": 160,
        "reviewed": 160,
        "candidate": 1 + beside,
        "all": 161 + beside,
    }
    rejected = str(data["events"][1]["title"])
    assert rejected.encode() not in _call("search", f'"{rejected}"', corpus).stdout


def test_search_prints_four_cells_a_line_in_any_locale() -> None:
    run = _call("search", "Izium", env=_POSIX)
    assert (run.returncode, run.stderr) == (0, b"")
    lines = run.stdout.decode().splitlines()
    assert {line.count("\t") for line in lines} == {3}
    assert {line.split("\t")[0] for line in lines} >= {"E078", "E079", ""}
    passages = [line.split("\t") for line in lines if line.startswith("\t")]
    assert passages
    assert all(date == "" and title and quote for _, date, title, quote in passages)


def test_search_shows_the_quote_that_holds_the_words() -> None:
    (line,) = _call("search", "reclaimed").stdout.decode().splitlines()
    assert line.split("\t")[3] == "Izyum was reclaimed by Ukrainian forces in September 2022"


def test_a_typing_error_is_corrected_aloud_or_not_at_all() -> None:
    corrected = _call("search", "liberaton")
    assert corrected.stdout == _call("search", "liberation ").stdout
    assert "showing results for liberation" in _one_line(corrected)
    exact = _call("search", "liberaton", "--exact")
    assert (exact.returncode, exact.stdout) == (0, b"")
    assert "'liberaton'" in _one_line(exact)


def test_a_query_may_begin_with_an_exclusion() -> None:
    run = _call("search", "-Izium")
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"\tIzium " not in run.stdout


def test_check_of_sound_quotes() -> None:
    run = _call("check")
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout == b"194 quotes checked: 194 exact\n"


def test_check_tells_each_quote_that_does_not_stand(corpus: Path) -> None:
    changed = corpus.parent / "documents" / "001_cfeb0bea3d3011b6.txt"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"An added line.\n{text.replace('476', '477')}", encoding="utf-8")
    (corpus.parent / "documents" / "003_57ce0c138cc00894.txt").unlink()
    run = _call("check", corpus)
    lines = run.stdout.decode().splitlines()
    assert run.returncode == 1
    assert {line.split("\t")[0] for line in lines[:-1]} >= {"moved", "missing"}
    assert re.fullmatch(r"194 quotes checked: \d+ exact, \d+ moved, .*\d+ missing", lines[-1])
    said = run.stderr.decode()
    assert "003_57ce0c138cc00894.txt: is not there" in said
    assert "001_cfeb0bea3d3011b6.txt: was changed" in said
    export = _call("export", "-", corpus)
    assert export.returncode == 0
    assert len(_rows(export.stdout)) == 162
    assert "moved" in _one_line(export)


def test_moved_quotes_alone_pass_the_check(corpus: Path) -> None:
    moved = corpus.parent / "documents" / "004_c7863aa28985c665.txt"
    moved.write_bytes(b"An added line.\n\n" + moved.read_bytes())
    run = _call("check", corpus)
    assert run.returncode == 0
    assert b"moved\tE" in run.stdout


def test_tag_reads_every_format_and_counts_from_its_own_date(tmp_path: Path) -> None:
    head = "Published: 13 September 2022\n\nIt was retaken on Saturday.\n"
    page = "<meta property='article:published_time' content='2022-09-13'><p>It was on Saturday."
    message = "Date: Tue, 13 Sep 2022 10:00:00 +0300\n\nIt was retaken on Saturday.\n"
    for name, text in (("a.txt", head), ("a.md", head), ("a.html", page), ("a.eml", message)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        lines = _call("tag", name, cwd=tmp_path).stdout.decode().splitlines()
        assert json.loads(lines[-1])["value"] == "2022-09-10", name


def test_tag_names_one_remedy(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    run = _call("tag", "binary.txt", cwd=tmp_path)
    assert _one_line(run).endswith("holds binary data, not text; save it as text")


def test_tag_prints_json_lines(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("The flag was raised on 10 September 2022.", encoding="utf-8")
    run = _call("tag", text, "--published", "2022-09-13", "--mode", "news")
    assert (run.returncode, run.stderr) == (0, b"")
    assert [json.loads(line)["edtf"] for line in run.stdout.splitlines()] == ["2022-09-10"]
    text.write_text("Nothing dated.", encoding="utf-8")
    assert _call("tag", text).stdout == b""


@pytest.mark.parametrize(
    ("name", "begins"), [("out.png", b"\x89PNG"), ("out.SVG", b"<?xml"), ("out.pdf", b"%PDF")]
)
def test_render_draws_without_a_display(tmp_path: Path, name: str, begins: bytes) -> None:
    # A display that does not answer is as good as none.
    run = _call("render", tmp_path / name, "--size", "800x600", env={"DISPLAY": ":99999"})
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_render_of_some_months_is_another_picture(tmp_path: Path) -> None:
    spans = ((), ("--from", "2022-09"), ("--from", "2022-09", "--to", "2022-10-15"))
    for number, span in enumerate(spans):
        run = _call("render", tmp_path / f"{number}.png", "--size", "800x600", *span)
        assert (run.returncode, run.stderr) == (0, b"")
    pictures = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(pictures) == len(spans)


def test_a_folder_named_like_a_command_is_written_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "check"
    folder.mkdir()
    (folder / "one.txt").write_text("A text.", encoding="utf-8")
    assert b"194 quotes" in _call("check", cwd=tmp_path).stdout
    assert b"check: 0 events, 1 document," in _call("./check", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export",), "OUT"),
        (("export", "out.xyz"), "out.xyz: there is no format 'xyz'"),
        (("export", "out"), "out: the name has no ending"),
        (("export", "-", "--format", "ods"), "there is no format 'ods'"),
        (("export", "-", "--rows", "lines"), "--rows"),
        (("export", "-", "--status", "new"), "--status"),
        (("export", "-", "--nonsense"), "--nonsense"),
        (("export", "-", "--search", "colour:red"), "there is no field 'colour'"),
        (("search",), "QUERY"),
        (("search", '"open'), "not closed"),
        (("search", "on:2022-02-31"), "character 1"),
        (("sarch", "flag"), "there is no command or option 'sarch'"),
        ((".", "flag"), "one folder or file can be opened, not 2"),
        ((".", "--nonsense"), "there is no command or option '--nonsense'"),
        (("--nonsense",), "--nonsense"),
        (("",), "empty"),
        (("render", "out.gif"), "out.gif: there is no such picture format"),
        (("render", "out.png", "--size", "big"), "'big' is no size"),
        (("render", "out.png", "--from", "soon"), "'soon' is no EDTF date"),
        (("render", "out.png", "--from", "2023", "--to", "2022"), "--from 2023 is after"),
        (("tag", "none.txt", "--published", "yesterday"), "'yesterday' is no EDTF date"),
        (("tag", "none.txt", "--mode", "poem"), "--mode"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    run = _call(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stdout == b""
    assert said in _one_line(run)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.json",), "none.json: can't be read"),
        (("export", "-", "none.json"), "none.json: can't be read"),
        (("check", "empty"), "empty: holds no documents"),
        (("check", "bad.chronology.json"), "bad.chronology.json: is no usable chronology"),
        (("check", "new.chronology.json"), "newer program"),
        (("render", "none/out.png", "--size", "800x600"), "none/out.png: can't be written"),
        (("export", "none/out.csv"), "none/out.csv: can't be written"),
        (("export", "folder.csv"), "folder.csv: can't be written"),
        (("check", "binary.txt"), "binary.txt: is a document, and no chronology; open the folder"),
        (("tag", "none.txt"), "none.txt: is not there"),
        (("tag", "empty"), "empty: is a folder; name a file of it"),
        (("tag", "a:b.txt"), "a:b.txt: has a name that no document can have"),
        (("tag", "binary.txt"), "binary.txt: holds binary data, not text"),
    ],
)
def test_a_failed_job_is_one_line_that_names_the_file(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "bad.chronology.json").write_text('{"events": [', encoding="utf-8")
    newer = json.loads(resource("resources/izium.chronology.json").read_text(encoding="utf-8"))
    newer["version"] = 99
    (tmp_path / "new.chronology.json").write_text(json.dumps(newer), encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    run = _call(*arguments, cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout == b""
    assert said in _one_line(run)


def test_a_failed_export_leaves_the_file_that_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("what was there", encoding="utf-8")
    for arguments in (("none.json",), ("--search", '"open')):
        assert _call("export", out, *arguments, cwd=tmp_path).returncode in (1, 2)
    assert out.read_text(encoding="utf-8") == "what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("export", "-"), ("search", "Izium"), ("check",), ()])
def test_a_full_disk_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*_RUN, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, **_BARE},
            check=False,
        )
    assert run.returncode == 1 or arguments == ()
    assert b"No space left on device" in run.stderr
    assert b"Traceback" not in run.stderr
    assert b"Exception ignored" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("arguments", [("export", "-"), ("search", "Izium"), ()])
def test_a_reader_that_has_read_enough_is_no_failure(arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [*_RUN, *arguments],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, **_BARE},
        check=False,
    )
    os.close(write)
    assert run.returncode == 0
    assert b"Broken" not in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closing works otherwise there")
@pytest.mark.parametrize(
    ("closed", "status", "said"),
    [
        (">&-", 1, b"standard output is closed"),
        ("2>&-", 0, b""),
        (">&- 2>&-", 1, b""),
    ],
)
def test_closed_streams_are_survived(closed: str, status: int, said: bytes) -> None:
    run = subprocess.run(
        ["/bin/sh", "-c", f'"$0" "$@" {closed}', *_RUN, "search", "liberaton"],
        capture_output=True,
        env={**os.environ, **_BARE},
        check=False,
    )
    assert run.returncode == status
    assert said in run.stderr
    assert b"Traceback" not in run.stderr
    assert b"liberation" in run.stdout or status


def test_ctrl_c_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("izium_timeline.search.prepare.build_index", interrupted)
    assert main(["search", "flag"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_unexpected_error_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> NoReturn:
        raise KeyError("lost\nand found")

    monkeypatch.setattr("izium_timeline.search.prepare.build_index", broken)
    assert main(["search", "flag"]) == 1
    out, said = capsys.readouterr()
    assert out == ""
    assert said.startswith("izium-timeline: unexpected KeyError(")
    assert said.count("\n") == 1


def test_a_display_that_is_not_there_is_told_in_one_line() -> None:
    run = _call(env={"DISPLAY": ":4711", "QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""})
    assert run.returncode == 2
    assert "there is no display :4711" in _one_line(run)


def test_no_command_writes_over_a_source(corpus: Path) -> None:
    article = corpus.parent / "documents" / "004_c7863aa28985c665.txt"
    article = article if article.exists() else corpus.parent / article.name
    before = article.read_bytes(), corpus.read_bytes()
    for out in (article, corpus):
        run = _call("export", out, corpus, "--format", "csv")
        assert run.returncode == 2
        assert "not written over" in _one_line(run)
    run = _call("export", article.parent / "new.csv", article.parent)
    assert run.returncode == 2
    assert (article.read_bytes(), corpus.read_bytes()) == before


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two documents and a file that is none."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text("The bridge was hit on 4 March 2022.", encoding="utf-8")
    (papers / "b.txt").write_text("The mill burned on 7 April 2022.", encoding="utf-8")
    (papers / "picture.jpg").write_bytes(b"\xff\xd8")
    return papers


def test_a_folder_gives_its_candidates_to_every_command(papers: Path, tmp_path: Path) -> None:
    export = _call("export", "-", papers)
    assert (export.returncode, export.stderr) == (0, b""), "no progress but on a terminal"
    rows = _rows(export.stdout)
    assert [(row["date"], row["document"]) for row in rows] == [
        ("2022-03-04", "a.txt"),
        ("2022-04-07", "b.txt"),
    ]
    for row in rows:
        text = (papers / row["document"]).read_text(encoding="utf-8")
        assert text[int(row["quote_start"]) : int(row["quote_end"])] == row["quote"]
        assert (row["status"], row["verdict"]) == ("candidate", "exact")
    assert not _rows(_call("export", "-", papers, "--status", "reviewed").stdout)
    (found,) = _call("search", "mill", papers).stdout.decode().splitlines()
    assert found.split("\t")[1] == "2022-04-07"
    check = _call("check", papers)
    assert (check.returncode, check.stdout) == (0, b"2 quotes checked: 2 exact\n")
    assert b"2 events, 2 documents" in _call(papers).stdout
    picture = tmp_path / "folder.svg"
    assert _call("render", picture, papers).returncode == 0
    assert b"mill burned" in picture.read_bytes()


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    said = _one_line(_call("export", "-", tmp_path))
    assert "holds no documents that can be read" in said
    assert ".txt" in said
