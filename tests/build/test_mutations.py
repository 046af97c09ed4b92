"""However a document is edited, a quote is found where its words are, and nowhere else.

A longer run: ``pytest tests/build --hypothesis-profile=long``.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from izium_timeline.build.anchoring.anchor import anchor
from izium_timeline.model.document import Document
from tests.build.edited import EDITS, Edit, passages, quoted, text_of, words_of
from tests.build.judged import Outcome, outcome, survives
from tests.build.recombined import articles, recombined

QUOTES = 8
EXAMPLES = max(300, settings.default.max_examples if settings.default else 0)

seeds = st.integers(0, 2**32)
edits = st.lists(st.sampled_from(EDITS), min_size=1, max_size=5)


def outcomes(seed: int, edits: Sequence[Edit]) -> Iterator[tuple[Outcome, bool]]:
    """How quotes of a document do after its edits, and whether their words survived."""
    random = Random(seed)
    text = random.choice(articles()) if random.random() < 0.3 else recombined(random)
    before = after = words_of(text)
    for edit in edits:
        after = edit(after, random)
    ranges = passages(before, random, QUOTES)
    quotes = [quoted(before, *passage) for passage in ranges]
    document = Document("a.txt", text=text_of(after), sha256="now", recorded_sha256="then")
    for passage, quote, found in zip(ranges, quotes, anchor(document, quotes), strict=True):
        yield outcome(after, *passage, quote, found), survives(after, *passage)


@settings(max_examples=EXAMPLES)
@given(seeds, edits)
def test_no_quote_is_verified_on_other_words(seed: int, edits: list[Edit]) -> None:
    assert Outcome.OTHER_WORDS not in [reached for reached, _ in outcomes(seed, edits)]


def test_quotes_are_found_and_look_alikes_are_not() -> None:
    """Shares of all cases; the same ones each time, so that chance decides nothing."""
    every: list[tuple[Outcome, bool]] = []

    @settings(max_examples=EXAMPLES, derandomize=True, database=None)
    @given(seeds, edits)
    def collect(seed: int, edits: list[Edit]) -> None:
        every.extend(outcomes(seed, edits))

    collect()
    lasting = Counter(reached for reached, survived in every if survived)
    look_alikes = sum(reached is Outcome.LOOK_ALIKE for reached, _ in every)
    assert len(every) >= 2000
    assert look_alikes <= len(every) / 1000
    assert lasting[Outcome.RIGHT] >= 0.95 * lasting.total()
    assert lasting[Outcome.UNPLACED] == 0
