"""Words and passages as numbers: equal ones are equal, and to compare two takes no text."""

from hashlib import blake2b


def hashed(text: str) -> int:
    """A text as 64 bits; two of a million texts share theirs with a chance of one in 10 million."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
