"""What JSON-LD says of the article that a page holds, in the words of schema.org."""

import json
from collections.abc import Iterator
from typing import Any

_ARTICLES = ("article", "posting", "report", "webpage", "creativework")
_WORDS = ("headline", "datePublished", "dateCreated", "inLanguage", "url", "name")
_PEOPLE = ("author", "publisher")
_MOST_NODES = 10_000


def article_fields(source: str) -> Iterator[tuple[str, str]]:
    """Fields of the most telling object, as ``ld:headline`` and so on; none for what is no JSON."""
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return
    articles = sorted(filter(_is_article, _objects(data)), key=_rank)
    for article in articles[:1]:
        for name in _WORDS:
            value = article.get(name)
            if isinstance(value, str) and value.strip():
                yield f"ld:{name.lower()}", value.strip()
        for name in _PEOPLE:
            names = ", ".join(_names(article.get(name)))
            if names:
                yield f"ld:{name}", names


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in a value, outer ones first."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _types(item: dict[str, Any]) -> str:
    types = item.get("@type", "")
    return " ".join(map(str, types)).lower() if isinstance(types, list) else str(types).lower()


def _is_article(item: dict[str, Any]) -> bool:
    return _types(item).endswith(_ARTICLES)


def _rank(item: dict[str, Any]) -> int:
    """An article before the page that holds it, one with a date before one without."""
    kind = 0 if _types(item).endswith(_ARTICLES[:3]) else 2
    return kind + ("datePublished" not in item)


def _names(value: Any) -> Iterator[str]:
    for person in value if isinstance(value, list) else [value]:
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, str) and name.strip():
            yield name.strip()
