"""Long titles cut where they still read: insertions first, then what hangs behind."""

import re

from izium_timeline.build.candidates.verbs import first_verb

LONGEST = 110  # characters of a title that is left as it is
_AIM = 100  # characters to which a longer one is cut
_LEADING = re.compile(
    r"\A(?:[\s,;:.\u2013\u2014\u2026*)\]\"\u201d'\u2019/-]+"
    r"|(?:and|but|or|so|yet|nor|although|though|while|whereas|when|because(?!\sof)|which|who|then|"
    r"also|that|where)\b(?!\s(?:many|much|far|well|few|little)\b)\s*,?\s*"
    r"|(?:as|until|since|after|before)\s(?=[^,]{5,}\Z)(?!\w+\s(?:year|month|week|day|decade)s?\sago\b)"
    r"(?!(?:late|early|recently|soon|long|far|well|many|much|few|little)\s)"
    r"(?!(?:the\s|early\s|late\s|mid-?)*(?:\d|end\sof|start\sof|beginning\sof|(?:spring|summer|autumn|winter|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b))"
    r"(?=(?:the|an?|he|she|it|they|we|i|his|her|their|its|[A-Z][\w\u2019'-]+)\s)"
    r"(?=.*\b(?:was|were|is|are|had|has|have|came|left|took|began|broke|fell|went|lost|won|gave|became|met|rose|hit|[a-z]{3,}ed)\b)"
    r"|by the time\s"
    r"|(?:under|by|with|for|to|from|of|in|at|on)\s(?:whom|which)\s"
    r"|(?:adding|saying|noting|claiming|stressing|insisting|arguing|warning|explaining)\sthat\s"
    r"|(?:however|meanwhile|moreover|furthermore|indeed|surely|of course|in fact|for example|"
    r"for instance|in addition|besides|nevertheless|nonetheless|therefore|thus|still|recently|"
    r"most recently|once|finally|eventually|unfortunately|sadly|at the same time|in the meantime|"
    r"on the other hand|as a result|additionally|rather|especially|back|just|only|"
    r"to this day)\b,\s*"
    r"|(?:especially)\s)",
    re.IGNORECASE,
)
_SMALL = (
    "and|but|or|as|that|which|who|when|while|where|the|a|an|of|because|than|its|their|his|her|our|"
    "including|whose|even|during|especially|if|into|with|from|about|between"
)
_TRAILING = re.compile(
    rf"(?:[\s,;:.\u2013\u2014\u2026(\[*/-]+|\s(?!her\Z)(?:{_SMALL})|,\s(?:first|then)|\sand\sthen)\Z",
    re.IGNORECASE,
)
_LAST = 12  # characters that hold the last word, if it is one of the small ones
_CUT_SHORT = re.compile(
    rf"(?:[\s,;:.\u2013\u2014\u2026(\[*/-]+|\s(?:{_SMALL}|to|in|on|at|by|for|was|were|is|are|has|have|had|be|"
    r"been|not|no|some|more|most|very|this|these|those|one|will|would|could|after|before|since|until|"
    r"over|under|near|during))+\Z",
    re.IGNORECASE,
)
_SPACED = re.compile(r" (?:(?=[,.;:)\]])|(?<=[(\[] ))")
_MARK = re.compile(r"[,;:]")
_DOUBLED = re.compile(r"([,;:])(?:\s*[,;:.])+|,\s*(?=\Z)")
_DASHES = re.compile(r"(?:\s[-\u2013\u2014]+){2,}\s")
_EDITOR = re.compile(r"\s*[-\u2013\u2014]\s?[Ee]d\.?\Z")
_NEEDLESS = re.compile(
    r"\b(said|says|stated|claimed|announced|warned|reported)\s?,\s(that|he|she|it|they|the|his|her)\b"
    r"|(\w)\s?,\s(when|because)\b"
)
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|U\.S|U\.K|U\.N|St|No|Inc|Jr|Sr)\Z")
_PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("(", ")"), ("[", "]"))
_LEAD = re.compile(
    r"\A(?:in|on|at|with|along with|despite|during|for|by|from|since|after|before|according|as|"
    r"thanks to|due to|owing to|because of|in addition to|over|throughout|under|amid|among|"
    r"having regard to|pursuant to|in view of|in accordance with|on the basis of|"
    r"instead|because|due|besides|like|unlike|following|given)\b"
    r"[^,]{3,80},\s",
    re.IGNORECASE,
)
_INSERTED = re.compile(r",\s[^,]{3,90}(?:,\s[^,]{3,60})??,\s")
_JOINTS = re.compile(
    r"(?P<clause>,\s(?:which|who|whom|whose|where|when|while|as|with|including|although|though|"
    r"because|but|and|so|after|before|despite|since)\b|\s[\u2013\u2014-]\s|\s--\s|;|:\s)"
    r"|(?P<comma>,\s)"
    r"|(?P<word>\s(?:which|who|where|when|while|because|although|after|before|as|despite|amid|"
    r"including|along with|in order to|until|since|so that|that)\s)"
    r"|(?P<phrase>\s(?:with|from|for|in|on|at|by|near|during|under|across|around|through|against|"
    r"and|over|to)\s)"
)
_ORDER = ("clause", "comma", "word", "phrase")


def tidied(title: str) -> str:
    """One line, no stray signs or small words at its ends, no half pairs of marks."""
    title = _SPACED.sub("", _without_needless(_DASHES.sub(" ", " ".join(title.split()))))
    if _MARK.search(title):
        title = _DOUBLED.sub(r"\1", title)
    before = None
    while before != title:
        before = title
        title = _unpaired(_without_end(_LEADING.sub("", title), _TRAILING).strip())
        title = _without_end(title, _EDITOR)
    if _ABBREVIATED.search(title, max(0, len(title) - _LAST)):
        title += "."
    return title


def _without_needless(title: str) -> str:
    if "," not in title:
        return title
    return _NEEDLESS.sub(lambda m: f"{m[1] or m[3]} {m[2] or m[4]}", title)


def _without_end(title: str, ending: re.Pattern[str]) -> str:
    """A title without what a pattern finds at its very end, as often as it does there."""
    while found := ending.search(title, max(0, len(title) - _LAST)):
        title = title[: found.start()]
    return title


def _unpaired(title: str) -> str:
    """Without quotation marks or brackets that lost their other half."""
    if title.count('"') % 2:
        title = title.replace('"', " ")
    for opening, closing in _PAIRS:
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, " ").replace(closing, " ")
    if title[:1] == "\u2018" and not _CLOSES.search(title):
        title = title[1:]
    if title.endswith("\u2019") and "\u2018" not in title:
        title = _CLOSED.sub("", title)
    if title[:1] == "\u2018" and _CLOSES.search(title) and title.count("\u2018") == 1:
        title = _CLOSED.sub("", title[1:])
    if len(title) > 1 and title[0] + title[-1] in ('""', "\u201c\u201d") and _once(title):
        title = title[1:-1]
    return " ".join(title.split())


_CLOSED = re.compile(r"[.,?!]?\u2019\Z")
_CLOSES = re.compile(r"\u2019(?!\w)")


def _once(title: str) -> bool:
    return title.count('"') == 2 or title.count("\u201c") == 1


def shorter(title: str) -> str:
    """A title of at most about a hundred characters."""
    return shortened(title) if len(title) > LONGEST else title


def shortened(title: str) -> str:
    """A long title without what leads up to it, what is put in, what hangs behind."""
    for lighter in (_unled, _uninserted):
        title = tidied(lighter(title))
        if len(title) <= LONGEST:
            return title
    joints: dict[str, list[int]] = {kind: [] for kind in _ORDER}
    for joint in _JOINTS.finditer(title, 20):
        joints[str(joint.lastgroup)].append(joint.start())
    for kind in _ORDER:
        for place in reversed([each for each in joints[kind] if each <= _AIM]):
            if kind == "comma" and _lists(title, place):
                continue
            cut = (
                _DANGLING.sub("", tidied(title[:place]))
                if kind != "clause"
                else tidied(title[:place])
            )
            if _reads(cut, title[:place]):
                return cut
    cut = title[: _AIM - 1].rpartition(" ")[0]
    return _unpaired(_CUT_SHORT.sub("", cut)) + "\u2026"


_DANGLING = re.compile(r",\s[\w\u2019'-]+\Z")
_MEMBER = re.compile(
    r",\s(?:[^\s,;]+\s?){1,4}(?:,|\sand\b|\sor\b)|,\s(?:and|or)\s(?:[^\s,;]+\s?){1,4}\Z"
)


def _lists(title: str, place: int) -> bool:
    """Whether a comma parts the members of a list, which can't be cut without loss."""
    return _MEMBER.match(title, place) is not None


def _unled(title: str) -> str:
    """Without the phrase that leads up to the clause: "In the war-struck city of X, ..."."""
    lead = _LEAD.match(title)
    if lead is None or first_verb(title, lead.end(), len(title)) is None:
        return title
    if first_verb(title, 0, lead.end()) is not None:
        return title
    return title[lead.end() :]


def _uninserted(title: str) -> str:
    """Without what commas put between a subject and its verb."""
    inserted = _INSERTED.search(title)
    if inserted is None or first_verb(title, 0, inserted.start()) is not None:
        return title
    verb = first_verb(title, inserted.end(), len(title))
    if verb is None or verb.start() - inserted.end() > 12:
        return title
    return f"{title[: inserted.start()]} {title[inserted.end() :]}"


def _reads(cut: str, before: str) -> bool:
    """Whether what is left has a verb, words behind it, and no half quotation or bracket."""
    if len(cut.split()) < 4 or before.count('"') % 2 or before.count("(") != before.count(")"):
        return False
    if before.count("\u201c") != before.count("\u201d"):
        return False
    verb = first_verb(cut, 0, len(cut))
    return verb is not None and len(cut[verb.end() :].split()) >= 1
