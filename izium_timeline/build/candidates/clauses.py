"""A sentence falls into clauses: stretches that have a verb of their own.

Nothing is parsed. A joint (a semicolon, a dash, a comma, "and", "when"...) parts two clauses
where a verb stands on both sides of it, or where it closes a participle that opens the sentence
("Installed in January, the siren goes off every day").
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.verbs import first_verb, is_reduced

_JOINT = re.compile(
    r"(?=[\s,;:\u2014])(?:"  # most signs begin none of them
    r"(?P<strong>;\s+|\s[\u2013\u2014]\s|\s--\s|\u2014|\s-\s)"
    r"|(?P<comma>,[\"\u201d\u2019]?\s+(?:(?:and|but|or|nor|while|whereas|although|though|yet|so|"
    r"then|when|after|before|until|since|because|as(?!\sof)|which|who|whom|whose|where|with|"
    r"including|despite|even\sthough)\b\s?)?)"
    r"|(?P<word>\sand,\s|\s(?:and|but|while|whereas|although|though|when|because|after|before|until|since)"
    r"\s)"
    r"|(?P<colon>:\s+))"
)
_OPENING = re.compile(
    r"[\s\[(\"\u201c]*(?!(?:During|According|Following|Including|Concerning|Regarding|Depending|"
    r"Nothing|Everything|Something|Anything|Spring|Evening|Morning|King|Beijing|Barring|Pending|"
    r"Notwithstanding|Considering|Asked|Beginning|Starting|Hundred|United|Red|Sacred)\b)"
    r"(?:[A-Z][a-z]+(?:ed|own|ilt|orn|ven|ken)|Born|Found|Sent|Sold|Held|Shot|Made)\s"
)
_NEW_SUBJECT = re.compile(
    r"(?:the|an?|he|she|it|they|we|i|you|there|this|that|these|those|his|her|its|their|our|my|"
    r"some|many|most|all|no|another|both|\d)\b|[A-Z]",
)
_CLEAR = re.compile(r"(?:[\w\u2019'-]+\s){1,6}?(?:is|are|was|were|has|have|had|will|did)\b")
_PUT_IN = frozenset(("which", "who", "whom"))  # of a phrase, not of a clause beside the others
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


def clauses(text: str, sentence: Span, dates: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of a sentence, in order; at least one.

    What joins two of its dates ("between 2014 and 2016") or stands in one is no joint.
    """
    joints = [
        joint
        for joint in _JOINT.finditer(text, sentence.start, sentence.end)
        if not _in_brackets(text, sentence.start, joint.start()) and not _in_date(joint, dates)
    ]
    found: list[Clause] = []
    start, joined_by = sentence.start, ""
    for index, joint in enumerate(joints):
        opening = not found and _is_opening(text, start, joint)
        own = opening or _parts(text, start, joints, index, sentence.end)
        if not own and not _next_deed(text, start, joints, index, dates):
            continue
        found.append(Clause(start, joint.start(), joined_by, opening))
        start, joined_by = joint.end(), _word_of(joint)
    found.append(Clause(start, sentence.end, joined_by))
    return found


_TIMES = frozenset(("until", "since", "after", "before"))


def _in_date(joint: re.Match[str], dates: Sequence[Span]) -> bool:
    """Whether a joint stands within a date, or right between two of them."""
    for number, date in enumerate(dates):
        if date.start < joint.end() and joint.start() < date.end:
            return True
        if date.start == joint.end() and _word_of(joint) in _TIMES:
            return True
        if number and dates[number - 1].end == joint.start() and date.start == joint.end():
            goes_on = _NEW_SUBJECT.match(joint.string, date.end + 1)
            return not (joint["comma"] and _word_of(joint) == "and" and goes_on)
    return False


def _word_of(joint: re.Match[str]) -> str:
    return joint[0].strip(' ,;:\n\t\u2013\u2014-"\u201d\u2019').lower()


def _is_opening(text: str, start: int, joint: re.Match[str]) -> bool:
    """Whether a comma closes a participle that opens the sentence."""
    if joint["comma"] is None or _word_of(joint) or not _OPENING.match(text, start):
        return False
    return first_verb(text, start, joint.start()) is None


def _parts(text: str, start: int, joints: Sequence[re.Match[str]], index: int, end: int) -> bool:
    """Whether a verb stands before a joint, and one of a clause of its own behind it."""
    joint = joints[index]
    if _word_of(joint) in _PUT_IN:
        return False
    subordinate = _SUBORDINATE.match(text, start, joint.start()) and joint["comma"] is not None
    if not subordinate and not _is_whole(text, start, joint.start()):
        return False
    if joint["comma"] is not None and not _word_of(joint):
        following = joints[index + 1].start() if index + 1 < len(joints) else end
        return _own_clause(text, joint.end(), end if subordinate else following)
    if _in_list(text, start, joints, index):
        return False
    return first_verb(text, joint.end(), _reach(joints, index, end), strict=True) is not None


def _next_deed(
    text: str, start: int, joints: Sequence[re.Match[str]], index: int, dates: Sequence[Span]
) -> bool:
    """Whether a mere comma leads to the next dated deed of a list that "and" closes.

    "They passed to the state in 1946, were rebuilt in 1951, and closed in 1979".
    """
    joint = joints[index]
    if joint["comma"] is None or _word_of(joint) or index + 1 >= len(joints):
        return False
    if not any(joint.end() <= date.start <= joints[index + 1].start() for date in dates):
        return False
    closing = next((each for each in joints[index + 1 :] if _word_of(each) == "and"), None)
    if closing is None or not _is_whole(text, start, joint.start()):
        return False
    return all(_verb_first(text, each.end()) for each in (joint, closing))


_ADVERB = re.compile(r"(?:[a-z]+ly\s|then\s|later\s)?")


def _verb_first(text: str, start: int) -> bool:
    """Whether a verb stands at a place, an adverb aside."""
    opening = _ADVERB.match(text, start)
    verb = first_verb(text, start, start + 40)
    return verb is not None and opening is not None and verb.start() in (start, opening.end())


_SUBORDINATE = re.compile(
    r"[\s\"\u201c(\[]*(?:(?:[Aa]nd|[Bb]ut)\s)?"
    r"(?:[Ww]hen|[Ww]hile|[Ii]f|[Aa]lthough|[Tt]hough|[Bb]ecause|[Uu]nless|[Oo]nce|[Ww]hereas)\s\w"
)
_RELATIVE_VERB = re.compile(r"\b(?:that|which|who|whom)\s(?:[\w\u2019'-]+ly\s|also\s)?\Z")


# "In a video released at four, the minister" has no verb of a clause before the comma.
_LEADS = re.compile(
    r"[\s\"\u201c(]*(?:In|At|On|By|With|From|During|Under|Through)\s(?:an?|the|his|her|its|their)\s"
)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a verb of its own, not only one behind "that" or "who"."""
    verb = first_verb(text, start, end, strict=True)
    leads = _LEADS.match(text, start, end) is not None
    while verb is not None:
        if leads and is_reduced(text, verb):
            verb = first_verb(text, verb.end(), end, strict=True)
            continue
        if not _RELATIVE_VERB.search(text[max(start, verb.start() - 24) : verb.start()]):
            return True
        verb = first_verb(text, verb.end(), end, strict=True)
    return False


def _own_clause(text: str, start: int, end: int) -> bool:
    """Whether what follows a mere comma has a subject of its own before its verb."""
    verb = first_verb(text, start, end, strict=True)
    if verb is None or verb.start() == start:
        return False
    return bool(_NEW_SUBJECT.match(text, start, end) or _CLEAR.match(text, start, end))


def _reach(joints: Sequence[re.Match[str]], index: int, end: int) -> int:
    """How far the clause behind a joint may have its verb.

    Behind a mere "and" up to the next joint; behind ", and" past mere commas ("and on May 11,
    Hitler called off"); behind a dash past all but another one.
    """
    joint = joints[index]
    for following in joints[index + 1 :]:
        mere = following["comma"] is not None and not _word_of(following)
        if joint["strong"] or joint["colon"]:
            passed = not following["strong"]
        else:
            passed = mere and _word_of(joint) != joint[0].strip()
        if not passed:
            return following.start()
    return end


def _in_list(text: str, start: int, joints: Sequence[re.Match[str]], index: int) -> bool:
    """Whether ", and" closes a list: "Hungary, Slovakia, and Romania joined"."""
    joint = joints[index]
    if _word_of(joint) not in ("and", "or") or index == 0:
        return False
    before = joints[index - 1]
    if before["comma"] is None or _word_of(before) or before.start() < start:
        return False
    member = text[before.end() : joint.start()]
    return len(member.split()) <= 4 and first_verb(member, 0, len(member)) is None


def _in_brackets(text: str, start: int, place: int) -> bool:
    opened = text.rfind("(", start, place)
    return opened >= 0 and text.find(")", opened, place) < 0


_STOPS = re.compile(
    r".*(?:[,;:(\"\u201c]|\b(?:of|in|on|at|to|from|for|with|by|as|into|and|or|but|that|than|against|following|after|before|during|since|until|despite|"
    r"over|under|near|around|including|about|between|through|is|are|was|were|has|have|had|be|been)"
    r"\s)",
    re.DOTALL,
)


_LED = re.compile(
    r"[\s\"\u201c(\[]*(?:in|on|at|by|since|after|before|during|over|around|from|until|with|for|about|"
    r"throughout|within|amid|following|under|despite|towards?|meanwhile|however|then|later|soon|also|"
    r"finally|eventually|as|due|thanks|because|although|though|while|when|instead|unlike|like|"
    r"further|most|probably|perhaps|presumably|possibly|mainly|having|being|[a-z]+ing|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


def subject_of(text: str, clause: Span) -> Span | None:
    """The words before a clause's first verb, where they may be its subject; else None.

    What leads up to it and what commas put in behind it are left out.
    """
    verb = first_verb(text, *clause)
    if verb is None:
        return None
    start, end = clause.start, verb.start()
    comma = text.find(", ", start, end)
    if comma >= 0 and _LED.match(text, start, end):
        start = text.rfind(", ", start, end) + 2
    elif comma >= 0:
        end = comma
    return _phrase(text, start, end, longest=9)


_NUMBER = re.compile(r",\s\d{1,3},?\s?\Z")


def antecedent_of(text: str, start: int, place: int) -> Span | None:
    """The noun phrase that ends at a place, for "which" and "it" behind it; else None."""
    while place > start and _NUMBER.search(text, max(start, place - 8), place):
        place = text.rfind(",", start, place)  # an age: "Iryna Koval, 54, who"
    low = max(start, place - 60)
    cut = _STOPS.match(text, low, place)
    if cut is None and low > start:
        return None
    low = cut.end() if cut else low
    doing = _DOING.match(text, low, place)
    low = doing.end() if doing else low
    verb = first_verb(text, low, place)
    return _phrase(text, verb.end() if verb else low, place, longest=5)


# "Are still searching the theatre, which": the theatre.
_DOING = re.compile(
    r"\s*(?:(?:still|now|also|not|[a-z]+ly)\s)*[a-z]+ing\s(?=(?:the|an?|his|her|their|its|two|three)\s)"
)
_TO = re.compile(
    r"(?:\s*(?:to|with|of|from|for|by|in|on|at|about|against|some|among|including|out|up|down|"
    r"that|not|also|only))+\s"
)


def phrase_between(text: str, start: int, end: int) -> Span | None:
    """The noun phrase between a verb and what follows it, prepositions before it left out."""
    opening = _TO.match(text, start, end)
    return _phrase(text, opening.end() if opening else start, end, longest=8)


def _phrase(text: str, start: int, end: int, *, longest: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in "\u201c\"'$":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "\u201d\"'%)":
        end -= 1
    words = text[start:end].split()
    return Span(start, end) if words and len(words) <= longest else None
