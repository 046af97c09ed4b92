"""The rule tables: each row finds its own example, and only words that it names start it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from izium_timeline.temporal import tag
from izium_timeline.temporal.match import RULES, match
from izium_timeline.temporal.rule import Rule

ALPHABET = st.characters(codec="ascii")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    found = match(rule.example)
    assert rule.name in [partial.rule for partial in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_starts_only_at_its_heads(rule: Rule) -> None:
    words = re.compile(r"[^\W\d_]+|[0-9]+")
    starts = {
        word.start()
        for word in words.finditer(rule.example)
        if ("0" if word[0].isdigit() else word[0].lower()) in rule.heads
    }
    assert any(rule.pattern.match(rule.example, start) for start in starts)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@settings(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_nothing_that_a_pattern_lets_through_makes_its_rule_fail(
    rule: Rule, data: st.DataObject
) -> None:
    words = data.draw(st.from_regex(rule.pattern, alphabet=ALPHABET))
    for text in (words, f"The {words} of it", f"in the {words}, they left", f"'{words}"):
        tag(text, "2022-09-13")
        tag(text)


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
