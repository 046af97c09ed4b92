"""Front matter: the fields that a Markdown file may carry before its text.

A strict part of YAML is read, between two lines of ``---``: plain and quoted scalars, and lists
of them in brackets or with a hyphen a line. Fields of any other shape are passed over. Between
two lines of ``+++`` stands TOML, which the standard library reads.
"""

import re
import tomllib
from collections.abc import Iterator

_YAML = re.compile(r"---[ \t]*\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<fields>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?:name[ \t]*:[ \t]+)?(?P<value>.*)")  # a person may be a map
_QUOTED = re.compile(r"""(?P<mark>["'])(?P<text>.*)(?P=mark)(?:[ \t]+#.*)?""")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields by their names in small letters, lists joined by commas, and where the text
    itself begins: 0 where there is no front matter.
    """
    for form, parse in ((_YAML, _yaml), (_TOML, _toml)):
        match = form.match(text)
        if match:
            return dict(parse(match["fields"])), match.end()
    return {}, 0


def _yaml(source: str) -> Iterator[tuple[str, str]]:
    name, items = "", list[str]()
    for line in source.splitlines():
        item = _ITEM.fullmatch(line)
        field = _FIELD.fullmatch(line)
        if item and name:
            items.append(_scalar(item["value"]))
        elif field:
            yield name, ", ".join(filter(None, items))
            name, items = field["name"].lower(), list(_values(field["value"] or ""))
    yield name, ", ".join(filter(None, items))


def _values(value: str) -> Iterator[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        yield from (_scalar(part) for part in value[1:-1].split(","))
    elif value[:1] not in ("{", "|", ">", "&", "*", "!", ""):
        yield _scalar(value)


def _scalar(value: str) -> str:
    value = value.strip()
    quoted = _QUOTED.fullmatch(value)
    return quoted["text"] if quoted else _COMMENT.sub("", value, count=1).strip()


def _toml(source: str) -> Iterator[tuple[str, str]]:
    try:
        fields = tomllib.loads(source.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        yield name.lower(), ", ".join(str(each) for each in values if not isinstance(each, dict))
