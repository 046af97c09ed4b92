"""Which temporal expressions date what is told beside them, and to which days.

A bare length, set, age or vague word dates nothing. "Now" and "every day" do in a statement of
the present: it holds at publication. What is told as past can't be later than publication.
"""

import re

from izium_timeline.build.candidates.date_bounds import since
from izium_timeline.build.candidates.moods import not_until
from izium_timeline.build.candidates.open_lengths import not_endless
from izium_timeline.build.candidates.sentences import Span
from izium_timeline.build.candidates.statement_date import Dating
from izium_timeline.build.candidates.verbs import first_verb, is_perfect, tense
from izium_timeline.model.document import Publication
from izium_timeline.model.edtf import Edtf, EdtfDate, End, edtf_day, parse_edtf
from izium_timeline.model.event import Basis, Wording
from izium_timeline.model.interval import Interval
from izium_timeline.temporal import Timex, TimexType
from izium_timeline.temporal.partial import Relation

_LASTING = (Relation.SINCE, Relation.FROM, Relation.TO, Relation.UNTIL, Relation.DURING)


def dating_of(
    text: str, timex: Timex, clause: Span, published: Publication | None
) -> Dating | None:
    """How a temporal expression dates the clause that it stands in; None where it does not."""
    if timex.type is TimexType.SET or timex.value == "PRESENT_REF":
        return _at_publication(text, timex, clause, published)
    if timex.type is TimexType.TIME and _is_guess(text, timex):
        return None  # a time of day alone: that it is one of that day is a guess
    if timex.interval is None:
        return _counted_up_to_now(text, timex, clause, published)
    if _counted_from_elsewhere(text, timex, clause):
        return None
    if timex.value == "PAST_REF":
        return _become(text, timex, clause, published)
    if timex.value == "FUTURE_REF":
        return _to_come(text, timex, clause)
    return (
        _at_the_end(text, timex, clause)
        or _through_a_noun(text, timex, clause, published)
        or _as_tagged(text, timex, published)
    )


def _is_guess(text: str, timex: Timex) -> bool:
    """Whether nothing but its place in the text says which day a time of day is one of."""
    opens = timex.start == 0 or text[timex.start - 1] in "\n\r"
    return not opens and _CLOCK_ALONE.search(f"{timex.text}\n{timex.reason}") is not None


_CLOCK_ALONE = re.compile(
    r"\A(?!this\b|to(?:day|night)\b|yesterday|tomorrow|last\b).*\n.*: the day of publication",
    re.IGNORECASE | re.DOTALL,
)
_THROUGH = re.compile(
    r"\b(?P<relation>since|after|following|before)\s(?:the|its|their|his|her|a|an)\s"
    r"(?:[\w\u2019'-]+\s){1,7}?on\s\Z",
    re.IGNORECASE,
)


def _is_long_ago(day: int, published: Publication | None) -> bool:
    """Whether nothing useful is known of what came after a day: publication came years later."""
    latest = None if published is None else published.bounds.latest
    return latest is None or latest - day > _LONG_AGO


_LONG_AGO = 2 * 365  # days


def _through_a_noun(
    text: str, timex: Timex, clause: Span, published: Publication | None
) -> Dating | None:
    """ "Since the collapse of the dam on 6 June": told of the time since that day."""
    found = _THROUGH.search(text, max(clause.start, timex.start - 80), timex.start)
    dating = None if found is None else _as_tagged(text, timex, published)
    if found is None or dating is None or dating.days.earliest is None or not dating.plain:
        return None
    if first_verb(text, found.start(), timex.start, strict=True) is not None:
        return None
    relation = found["relation"].lower()
    if relation == "since":
        return since(dating, published)
    first = dating.days.earliest
    if relation != "before" and _is_long_ago(first, published):
        return dating
    days = Interval(None, first - 1) if relation == "before" else Interval(first, None)
    ends = (
        (End.OPEN, edtf_day(first - 1)) if relation == "before" else (dating.edtf.start, End.OPEN)
    )
    side = Relation.BEFORE if relation == "before" else Relation.AFTER
    reason = f"{dating.reason}; {'before' if relation == 'before' else 'after'} that"
    return dating._replace(
        days=days,
        edtf=Edtf(*ends),
        basis=Basis.RESOLVED,
        reason=reason,
        plain=False,
        relation=side,
    )


_AS_OF = re.compile(r"\b[Aa]s\sof\s(?:the\s)?\Z")


_WHEN = re.compile(r",\swhen\s")
_IS_FROM = re.compile(r"\b(?:is|are|was|were|comes?|came|dates?|dated)\sfrom\s(?:the\s)?\Z")


def _at_the_end(text: str, timex: Timex, clause: Span) -> Dating | None:
    """ "Not until May", "as of May nobody was charged": told of that date itself."""
    if timex.edtf is None or timex.type is TimexType.DURATION:
        return None
    before = max(0, timex.start - 12)
    edtf = parse_edtf(timex.edtf)
    if timex.relation is Relation.UNTIL and not_until(text, clause.start, timex.start):
        itself, why = edtf.end, "not until then"
    elif _AS_OF.search(text, before, timex.start) and tense(text, *clause) <= 0:
        itself, why = edtf.start, "as things stood then"
    elif timex.relation is Relation.FROM and _IS_FROM.search(text, before, timex.start):
        itself, why = edtf.start, "it comes from then"
    elif timex.relation is Relation.SINCE and _WHEN.match(text, timex.end):
        itself, why = edtf.start, "when it began"
    else:
        return None
    if not isinstance(itself, EdtfDate):
        return None
    reason = f"{timex.reason}; {why}"
    single = Edtf(itself)
    return Dating(_wording(timex), single.bounds(), single, timex.basis, reason, plain=True)


_UP_TO_NOW = re.compile(r"up to (?:publication|the (?:entry|message))")


def _counted_from_elsewhere(text: str, timex: Timex, clause: Span) -> bool:
    """ "Had been walking for four days": up to a time that is told, not to publication."""
    if timex.type is not TimexType.DURATION or _UP_TO_NOW.search(timex.reason) is None:
        return False
    back = _FOR.search(text, max(0, timex.start - 12), timex.start)
    return back is not None and tense(text, *clause, timex.start) < 0


def _wording(timex: Timex) -> Wording:
    return Wording(timex.text, timex.start, timex.end)


def _at_publication(
    text: str, timex: Timex, clause: Span, published: Publication | None
) -> Dating | None:
    """ "Now", "every day": in a statement of the present, the days of publication."""
    if timex.interval is None or tense(text, *clause, timex.start) < 0:
        return None
    if _NO_ADVERB.match(text, timex.end):
        return None
    if _of_a_noun(text, timex, clause) or _WOULD.search(text, timex.end, clause.end):
        return None
    if _ENTRY.search(timex.reason):
        return _in_entry(timex)
    return None if published is None else _holding(_wording(timex), published)


_NO_ADVERB = re.compile(r"\sthat\s")  # "now that they are free"
# "From now on half of the bread would go" is told of the time when it was said.
_WOULD = re.compile(r"\b(?:would|could)\b")
_ENTRY = re.compile(r"(?:at|at the time of) the (?:entry|message) \(")


def _in_entry(timex: Timex) -> Dating | None:
    """ "Now", "every day" in a diary's entry or a letter: the day of that."""
    if timex.interval is None or timex.edtf is None:
        return None
    edtf = parse_edtf(timex.edtf)
    return Dating(_wording(timex), timex.interval, edtf, Basis.RESOLVED, timex.reason, holds=True)


_ADVERB = re.compile(
    r"(?:every|each|once|twice|per|an?)\s|.*\btimes\b|now\Z|right now|even now", re.I
)
_AHEAD_OF_NOUN = re.compile(
    r"\s(?!and\b|but\b|or\b|as\b|at\b|by\b|for\b|from\b|in\b|on\b|to\b|with\b)[a-z]+"
)
_CURRENT = ("current", "present-day", "modern day", "the present", "to date")


def _of_a_noun(text: str, timex: Timex, clause: Span) -> bool:
    """Whether "current" or "annual" belongs to a noun: it dates that, nothing told."""
    if timex.text.lower() in _CURRENT:
        return True
    if timex.type is not TimexType.SET or _ADVERB.match(timex.text):
        return False
    return _AHEAD_OF_NOUN.match(text, timex.end, clause.end) is not None


def _holding(wording: Wording, published: Publication) -> Dating:
    reason = f"{wording.text!r}: it holds at the time of publication ({published.edtf})"
    return Dating(wording, published.bounds, published.edtf, Basis.RESOLVED, reason, holds=True)


_BECOME = re.compile(r"\b(?:has|have)\s(?:[a-z]+ly\s)?(?:become|grown|been)\s")
_OF_LATE = re.compile(r"(?:most\s|more\s)?recently|lately", re.IGNORECASE)


def _become(text: str, timex: Timex, clause: Span, published: Publication | None) -> Dating | None:
    """ "Recently, it has become harder": so it is at publication; "recently" alone says little."""
    if published is None or not _OF_LATE.fullmatch(timex.text):
        return None
    return _holding(_wording(timex), published) if _BECOME.search(text, *clause) else None


def _counted_up_to_now(
    text: str, timex: Timex, clause: Span, published: Publication | None
) -> Dating | None:
    """ "It is two years since the flood", the flood undated: told of the time of publication."""
    since = timex.relation is Relation.SINCE and timex.type is TimexType.DURATION
    if not since or published is None or tense(text, *clause, timex.start) < 0:
        return None
    return _holding(_wording(timex), published)


def undated_since(
    text: str, wording: Wording, clause: Span, published: Publication | None
) -> Dating | None:
    """ "Since the start of the war", which nothing dates: a perfect holds at publication."""
    if published is None or not is_perfect(text, *clause):
        return None
    return _holding(wording, published)


_SOON = re.compile(r"soon|shortly", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|is|are|to be|going to|'ll)\b")


def _to_come(text: str, timex: Timex, clause: Span) -> Dating | None:
    """ "Will soon open": from publication on."""
    if not _SOON.search(timex.text) or not _AHEAD.search(text, *clause):
        return None
    return _as_tagged(text, timex, None)


_FOR = re.compile(r"\bfor\s(?:the\s)?\Z", re.IGNORECASE)


def _as_tagged(text: str, timex: Timex, published: Publication | None) -> Dating | None:
    days, edtf = timex.interval, timex.edtf
    if days is None or edtf is None:
        return None
    length = timex.type is TimexType.DURATION
    lasts = timex.relation in _LASTING or _FOR.search(text, max(0, timex.start - 12), timex.start)
    found = Dating(
        _wording(timex),
        days,
        parse_edtf(edtf),
        timex.basis,
        timex.reason,
        lasting=bool(lasts) if length else timex.relation in _LASTING,
        plain=not length and timex.relation is None,
        relation=timex.relation,
    )
    return not_endless(found, timex, published) if length else found
