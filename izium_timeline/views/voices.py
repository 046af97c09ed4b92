"""In which voice an event is told, in words."""

from izium_timeline.model.event import Event, Voice

_WORDS = {
    Voice.ASSERTED: "asserted",
    Voice.CLAIMED: "claimed",
    Voice.PLANNED: "planned",
    Voice.HYPOTHETICAL: "supposed",
    Voice.NEGATED: "said not to have happened",
}


def voice_text(event: Event) -> str:
    """The voice, and by whom: "claimed by Valery (resident, to CNN)"."""
    word = _WORDS[event.voice]
    return f"{word} by {event.claimed_by}" if event.claimed_by else word
