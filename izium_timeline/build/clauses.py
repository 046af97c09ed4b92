"""A sentence falls into clauses: stretches that have a verb of their own.

Nothing is parsed. A joint (a semicolon, a dash, a comma, "and", "when"...) parts two clauses
where a verb stands on both sides of it, or where it closes a participle that opens the sentence
("Installed in January, the siren goes off every day").
"""

import re
from typing import NamedTuple

from izium_timeline.build.sentences import Span
from izium_timeline.build.verbs import first_verb

_JOINT = re.compile(
    r"(?P<strong>;\s+|\s[\u2013\u2014]\s|\s--\s|\u2014|\s-\s)"
    r"|(?P<comma>,[\"\u201d\u2019]?\s+(?:(?:and|but|or|nor|while|whereas|although|though|yet|so|"
    r"then|when|after|before|until|since|because|as|which|who|whom|whose|where|with|including|"
    r"despite)\b\s?)?)"
    r"|(?P<word>\s(?:and|but|while|whereas|although|though|when|because|after|before|until|since)"
    r"\s)"
    r"|(?P<colon>:\s+)"
)
_PARTICIPLE = re.compile(
    r"[\s\[(\"\u201c]*[A-Z][a-z]+(?:ed|ing|own|ilt|orn|ven|ken)\s(?!by\sthe\s\w+,)"
)
RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))


class Clause(NamedTuple):
    """A clause; ``joint`` is the small word that ties it to the one before, if any.

    ``opening`` says whether it is a participle whose subject stands in the next clause.
    """

    start: int
    end: int
    joint: str = ""
    opening: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def clauses(text: str, sentence: Span) -> list[Clause]:
    """The clauses of a sentence, in order; at least one."""
    joints = [
        joint
        for joint in _JOINT.finditer(text, sentence.start, sentence.end)
        if not _in_brackets(text, sentence.start, joint.start())
    ]
    found: list[Clause] = []
    start, joined_by = sentence.start, ""
    for index, joint in enumerate(joints):
        following = joints[index + 1].start() if index + 1 < len(joints) else sentence.end
        opening = not found and _is_opening(text, start, joint)
        if not opening and not _parts(text, start, joint, following):
            continue
        found.append(Clause(start, joint.start(), joined_by, opening))
        start, joined_by = joint.end(), _word_of(joint)
    found.append(Clause(start, sentence.end, joined_by))
    return found


def _word_of(joint: re.Match[str]) -> str:
    return joint[0].strip(' ,;:\n\t\u2013\u2014-"\u201d\u2019').lower()


def _is_opening(text: str, start: int, joint: re.Match[str]) -> bool:
    """Whether a comma closes a participle that opens the sentence."""
    if joint["comma"] is None or _word_of(joint) or not _PARTICIPLE.match(text, start):
        return False
    return first_verb(text, start, joint.start()) is None


def _parts(text: str, start: int, joint: re.Match[str], following: int) -> bool:
    """Whether a verb stands before the joint, and one between it and the next."""
    if first_verb(text, start, joint.start()) is None:
        return False
    return first_verb(text, joint.end(), following) is not None


def _in_brackets(text: str, start: int, place: int) -> bool:
    opened = text.rfind("(", start, place)
    return opened >= 0 and text.find(")", opened, place) < 0


_STOPS = re.compile(
    r".*(?:[,;:(\"\u201c]|\b(?:of|in|on|at|to|from|for|with|by|as|into|and|or|but|that|than|against|"
    r"over|under|near|around|including|about|between|through|is|are|was|were|has|have|had|be|been)"
    r"\s)",
    re.DOTALL,
)


def subject_of(text: str, clause: Span) -> Span | None:
    """The words before a clause's first verb, where they may be its subject; else None."""
    verb = first_verb(text, *clause)
    if verb is None:
        return None
    return _phrase(text, clause.start, verb.start(), longest=9)


def antecedent_of(text: str, start: int, place: int) -> Span | None:
    """The noun phrase that ends at a place, for "which" and "it" behind it; else None."""
    low = max(start, place - 60)
    cut = _STOPS.match(text, low, place)
    return (
        _phrase(text, cut.end() if cut else low, place, longest=5) if cut or low == start else None
    )


def _phrase(text: str, start: int, end: int, *, longest: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in "\u201c\"'$":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "\u201d\"'%)":
        end -= 1
    words = text[start:end].split()
    return Span(start, end) if words and len(words) <= longest else None
