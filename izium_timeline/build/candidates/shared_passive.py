"""The auxiliary that two verbs share: "was detained on 3 May and released two weeks later"."""

import re
from collections.abc import Sequence

from izium_timeline.build.candidates.lexicon import words
from izium_timeline.build.candidates.relatives import VERB_FIRST
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.verbs import participle_at
from izium_timeline.model.event import Wording

_AUXILIARY = re.compile(r"\s(?:was|were|is|are|(?:has|have|had|will|to)\sbeen?)\s")
_BORN = re.compile(r"born\b")  # of whom what follows tells what they did
_NO_OBJECT = re.compile(
    r"\s*(?:\Z|[.,;:!?)\u201d\"])|\s(?:in|on|at|by|to|from|for|with|into|as|after|before|during|"
    r"until|again|there|back|under|near|without|within|later|and|or)\b"
)


def with_auxiliary(text: str, subject: Span, clause: Span, dates: Sequence[Wording]) -> Span:
    """A subject for a clause that lacks one, with the auxiliary that its participle needs.

    Without it, "he released" would say the opposite. A verb that takes no object of itself
    ("was wounded and died"), or has one ("was freed and joined the army"), needs none.
    """
    auxiliary = _AUXILIARY.match(text, subject.end)
    if auxiliary is None or participle_at(text, auxiliary.end(), len(text)) is None:
        return subject
    opening = VERB_FIRST.match(text, *clause)
    verb = participle_at(text, opening.end() if opening else clause.start, clause.end)
    if verb is None or _BORN.match(text, auxiliary.end()):
        return subject
    dated = any(0 <= date.start - verb.end() <= 1 for date in dates)
    passive = dated or _NO_OBJECT.match(text, verb.end(), clause.end)
    if not passive or verb[0].split()[-1] in words("verbs", "without_object"):
        return subject
    return Span(subject.start, auxiliary.end() - 1)
