"""The arguments that each command declares."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


def declare_export(parser: "ArgumentParser") -> None:
    """Of ``export``."""
    parser.add_argument("out", metavar="OUT", help="the file to write, - for standard output")
    declare_target(parser)
    parser.add_argument("--format", metavar="F", help="csv; without it OUT's ending says it")
    parser.add_argument(
        "--rows", choices=("event", "evidence"), default="event", help="what gets a row (event)"
    )
    parser.add_argument(
        "--status",
        choices=("reviewed", "candidate", "all"),
        help="which events: reviewed, for a folder all; all leaves the rejected ones out",
    )
    parser.add_argument("--search", metavar="QUERY", help="only the events that it finds")
    _declare_exact(parser)


def declare_search(parser: "ArgumentParser") -> None:
    """Of ``search``."""
    parser.add_argument("query", metavar="QUERY", help='words, "a phrase", -not, field:value')
    declare_target(parser)
    _declare_exact(parser)


def declare_render(parser: "ArgumentParser") -> None:
    """Of ``render``."""
    parser.add_argument("out", metavar="OUT", help="the picture to write: .png, .svg or .pdf")
    declare_target(parser)
    parser.add_argument("--size", default="1600x900", help="width and height (1600x900)")
    parser.add_argument("--from", dest="first", metavar="DATE", help="the first day, as EDTF")
    parser.add_argument("--to", dest="last", metavar="DATE", help="the last day, as EDTF")


def declare_tag(parser: "ArgumentParser") -> None:
    """Of ``tag``."""
    parser.add_argument("file", metavar="FILE", help="a text")
    parser.add_argument("--published", metavar="DATE", help="when it was published, as EDTF")
    parser.add_argument("--mode", choices=("news", "narrative", "hybrid"), help="how it tells")


def declare_target(parser: "ArgumentParser") -> None:
    """What a command is about: a folder, a file, or Izium."""
    parser.add_argument(
        "target", nargs="?", metavar="FOLDER or FILE", help="documents or a chronology (Izium)"
    )


def _declare_exact(parser: "ArgumentParser") -> None:
    parser.add_argument("--exact", action="store_true", help="correct no typing errors")
