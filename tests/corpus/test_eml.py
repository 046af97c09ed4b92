"""Messages as mail programs write them."""

import pytest

from izium_timeline.corpus.eml import unwrapped
from izium_timeline.corpus.formats import reader_of
from izium_timeline.corpus.limits import Limits
from izium_timeline.corpus.reading import Reading


def read(data: bytes) -> Reading:
    return reader_of("a.eml")(data, Limits())


def test_a_quoted_date_goes_over_the_end_of_its_line() -> None:
    reply = (
        "We came on the 12th.\nOn Monday a desk wrote:\n> It fell on 5 April\n> 2022.\n>\n"
        ">> Did it?\nYes."
    )
    assert unwrapped(reply) == (
        "We came on the 12th.\nOn Monday a desk wrote:\n\n> It fell on 5 April\n2022.\n\n>> Did it?"
        "\n\nYes."
    )
    assert unwrapped("Nothing\nis quoted.\n") == "Nothing\nis quoted.\n"


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        (b"=?utf-8?q?Olena_K=2C_Dr=2E?= <o@example.org>", "Olena K, Dr."),
        (b'"K, Olena" <o@example.org>', "K, Olena"),
        ("Олена <o@example.org>".encode(), "Олена"),
        (b"o@example.org", "o@example.org"),
    ],
)
def test_the_sender_is_read_however_the_name_is_written(sender: bytes, author: str) -> None:
    message = b"From: " + sender + b"\nSubject: \xd0\x86\n\nWords"
    assert (read(message).author, read(message).title) == (author, "І")


def test_a_message_with_a_byte_order_mark_or_a_name_of_its_text_is_read() -> None:
    named = b"\xef\xbb\xbfSubject: s\nContent-Type: text/plain; name=a.txt\n\nWords"
    assert (read(named).text, read(named).title) == ("Words", "s")


def test_a_subject_of_endless_words_is_cut() -> None:
    message = b"Subject: " + b"=?utf-8?b?QUFB?= " * 100_000 + b"\n\nWords"
    assert read(message).title.startswith("AAA")
