"""Bytes become the text that they were written as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from izium_timeline.corpus.encoding import decode
from izium_timeline.corpus.own_date import own_publication

UKRAINIAN = "Місто Ізюм було звільнено 10 вересня 2022 року після шести місяців окупації.\r\n" * 4
RUSSIAN = "Изюм, 10 сентября 2022"
FRENCH = "La ville a été libérée le 10 septembre, après six mois ; où étaient-ils passés ?\n" * 4
ENGLISH = (
    "“Everything is gone,” said a man who kept a café near the bridge for most of his life.\n" * 4
)
SHORT = "Am 3. März 2022. On 3 March 2022 the café was hit by a rocket.\r\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        *((RUSSIAN, each) for each in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
        (UKRAINIAN.upper(), "koi8-u"),
        ("Град је ослобођен 10. септембра 2022. године, после шест месеци.\n", "cp1251"),
        ("העיר שוחררה ב-10 בספטמבר 2022 לאחר שישה חודשי כיבוש.\n" * 4, "cp1255"),
        ("2022年3月12日に町に来ました。次の日、橋が閉鎖されました。\n" * 4, "shift_jis"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (SHORT, "cp1252"),
    ],
)
def test_an_encoding_is_told_by_what_the_bytes_look_like(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_a_file_declares_is_believed_where_it_fits() -> None:
    text = "Ödön úr\n"
    assert decode(text.encode("cp1250"), "windows-1250") == text
    assert decode(text.encode(), "windows-1250") == text
    assert decode("日本".encode("iso-2022-jp"), "iso-2022-jp") == "日本"
    assert decode(ENGLISH.encode("cp1252"), "no such encoding") == ENGLISH


def test_a_few_bytes_that_are_wrong_spoil_no_others() -> None:
    data = UKRAINIAN.encode()
    assert decode(data[: len(UKRAINIAN[:9].encode()) - 1]) == UKRAINIAN[:8] + "\ufffd"
    assert decode(data[:50] + b"\xff" + data[50:]).replace("\ufffd", "") == UKRAINIAN


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_unicode_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8")) == text
    assert decode(b"\xef\xbb\xbf" + text.encode("utf-8")) == text
    assert decode(b"\xff\xfe" + text.encode("utf-16-le")) == text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022-09-13T23:10:00+03:00", "2022-09-13"),
        ("2022-09", "2022-09"),
        ("2022", "2022"),
        ("20220913", "2022-09-13"),
        ("2022/9/13", "2022-09-13"),
        ("13.09.2022, 10:15", "2022-09-13"),
        ("Tue, 13 Sep 2022 10:00:00 +0300", "2022-09-13"),
        ("September 13th, 2022", "2022-09-13"),
        ("Sept. 2022", "2022-09"),
        ("D:20220913101010+03'00'", "2022-09-13"),
        ("1970-01-01T00:00:00Z", None),
        ("2022-02-30", None),
        ("03/04/2022", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_in_metadata_is_read_in_the_forms_that_metadata_takes(
    text: str, date: str | None
) -> None:
    found = own_publication(text, "a field")
    assert (None if found is None else str(found.edtf)) == date
    assert found is None or found.reason == f"'{text}': a field"
