"""Every action once: menus, shortcuts, the list of keys and the finder read this table."""

from typing import NamedTuple


class ActionRow(NamedTuple):
    """One action.

    ``handler`` names a method of ``Commands``. ``shortcut`` holds in the whole window;
    ``keys`` are shown only: the timeline itself answers them while it has the focus.
    ``choice`` makes the action one of a group ("group:value"), ``toggle`` one that is on or off.
    """

    id: str
    menu: str
    text: str
    handler: str
    shortcut: str = ""
    keys: str = ""
    choice: str = ""
    toggle: bool = False
    line_before: bool = False


ACTIONS = (
    ActionRow("open_folder", "File", "Open &folder…", "open_folder", "Ctrl+O"),
    ActionRow("open_file", "File", "&Open chronology…", "open_file", "Ctrl+Shift+O"),
    ActionRow("open_recent", "File", "Open re&cent…", "open_recent", "Ctrl+Alt+O"),
    ActionRow("open_izium", "File", "Open the chronology of &Izium", "open_izium"),
    ActionRow("reload", "File", "&Reload documents", "reload", "F5"),
    ActionRow("save_as", "File", "&Save chronology as…", "save_as", "Ctrl+Shift+S",
              line_before=True),
    ActionRow("export", "File", "&Export as CSV…", "export", "Ctrl+E"),
    ActionRow("export_picture", "File", "Export &picture…", "export_picture"),
    ActionRow("forget", "File", "For&get this folder", "forget", line_before=True),
    ActionRow("quit", "File", "&Quit", "quit", "Ctrl+Q", line_before=True),
    ActionRow("undo", "Edit", "&Undo", "undo", "Ctrl+Z"),
    ActionRow("redo", "Edit", "&Redo", "redo", "Ctrl+Shift+Z"),
    ActionRow("accept", "Edit", "&Accept this event", "accept", keys="Y", line_before=True),
    ActionRow("turn_down", "Edit", "&Turn this event down", "turn_down", keys="N"),
    ActionRow("split", "Edit", "S&plit this event", "split"),
    ActionRow("find", "Edit", "&Search", "find", "Ctrl+F", keys="/", line_before=True),
    ActionRow("filters", "Edit", "&Filters of the search", "show_filters", "Ctrl+Shift+F",
              toggle=True),
    ActionRow("keep_search", "Edit", "&Keep this search", "keep_search", "Ctrl+D"),
    ActionRow("take_view", "Edit", "&Write span and legend into the search", "take_view"),
    ActionRow("clear", "Edit", "&Clear search and span", "clear"),
    ActionRow("copy_quote", "Edit", "Copy &quote with citation", "copy_quote", "Ctrl+Shift+C",
              line_before=True),
    ActionRow("copy_event", "Edit", "Copy &event", "copy_event"),
    ActionRow("copy_date", "Edit", "Copy &date", "copy_date"),
    ActionRow("zoom_in", "View", "Zoom &in", "zoom_in", keys="W or +"),
    ActionRow("zoom_out", "View", "Zoom &out", "zoom_out", keys="S or -"),
    ActionRow("pan_left", "View", "Earlier", "pan_left", keys="A or Left"),
    ActionRow("pan_right", "View", "Later", "pan_right", keys="D or Right"),
    ActionRow("fit_all", "View", "&Fit the story; again: every event", "fit_all", keys="0 or F"),
    ActionRow("fit_selection", "View", "Fit &selection", "fit_selection", keys="Shift+F"),
    ActionRow("by_category", "View", "Group by &category", "group_by", choice="group:category",
              line_before=True),
    ActionRow("by_document", "View", "Group by &document", "group_by", choice="group:document"),
    ActionRow("by_place", "View", "Group by &place", "group_by", choice="group:place"),
    ActionRow("by_none", "View", "One group for &all", "group_by", choice="group:none"),
    ActionRow("show_overview", "View", "O&verview", "show_overview", toggle=True, line_before=True),
    ActionRow("show_list", "View", "Event &list", "show_list", toggle=True),
    ActionRow("show_document", "View", "Docu&ment", "show_document", toggle=True),
    ActionRow("files", "View", "Fil&es of the folder", "show_files", toggle=True),
    ActionRow("rank_list", "View", "List hits &by relevance", "rank_list", toggle=True),
    ActionRow("hits_alone", "View", "&Hide what is no hit", "show_hits_alone", keys="H",
              toggle=True),
    ActionRow("known_by", "View", "Fade what was &reported after the playhead", "set_fading",
              keys="K", toggle=True),
    ActionRow("unmatched", "View", "Show u&nmatched candidates", "show_unmatched", toggle=True),
    ActionRow("appearance_system", "View", "As the s&ystem", "set_appearance",
              choice="appearance:system", line_before=True),
    ActionRow("appearance_light", "View", "Li&ght", "set_appearance", choice="appearance:light"),
    ActionRow("appearance_dark", "View", "Dar&k", "set_appearance", choice="appearance:dark"),
    ActionRow("still", "View", "Reduce mo&tion", "show_still", toggle=True, line_before=True),
    ActionRow("full_screen", "View", "F&ull screen", "full_screen", "F11", toggle=True),
    ActionRow("next_event", "Go", "&Next event", "next_event", keys="."),
    ActionRow("previous_event", "Go", "&Previous event", "previous_event", keys=","),
    ActionRow("first_event", "Go", "&First event", "first_event", keys="Home"),
    ActionRow("last_event", "Go", "&Last event", "last_event", keys="End"),
    ActionRow("next_hit", "Go", "Next &hit", "next_hit", "F3", keys="Enter in the search",
              line_before=True),
    ActionRow("previous_hit", "Go", "Previous hi&t", "previous_hit", "Shift+F3",
              keys="Shift+Enter in the search"),
    ActionRow("open_document", "Go", "Its passage in the &document", "open_document"),
    ActionRow("play", "Go", "Pl&ay from event to event", "play", keys="Space", line_before=True),
    ActionRow("play_faster", "Go", "Play fa&ster", "play_faster", keys="]"),
    ActionRow("play_slower", "Go", "Play slo&wer", "play_slower", keys="["),
    ActionRow("keys", "Help", "&Keys", "show_keys", "F1", keys="?"),
    ActionRow("finder", "Help", "Find an ac&tion…", "find_action", "Ctrl+Shift+P"),
    ActionRow("about", "Help", "&About, and whose texts these are", "about", line_before=True),
)  # fmt: skip

MENUS = tuple(dict.fromkeys(row.menu for row in ACTIONS))

# Single keys that act in the timeline and in the list, never while someone types.
SINGLE_KEYS = (
    ("/", "find"), ("?", "keys"), ("K", "known_by"), ("Y", "accept"), ("N", "turn_down"),
)  # fmt: skip

# The timeline's keys that have no place in a menu.
TIMELINE_KEYS = (
    ("Shift + Left, Shift + Right", "Move the playhead by a day"),
    ("L", "List what holds at the playhead's day"),
    ("X", "Begin or end a span at the playhead"),
    ("O", "Open the bundle of the current event"),
    ("C", "Collapse or open its group"),
    ("Shift + Up, Shift + Down", "Move its group"),
)

# What the mouse does, for the list of keys; the actions above tell the keyboard's part.
GESTURES = (
    ("Wheel, pinch", "zooms about the pointer"),
    ("Two fingers sideways, drag", "pans"),
    ("Drag of a group's name", "moves the group"),
    ("Shift + drag", "selects a span: the filter for list, search and export"),
    ("Enter, Esc with a span", "zooms into it, clears it"),
    ("Click on the ruler, drag of the playhead", "scrubs"),
    ("Click", "selects an event and shows its passage"),
    ("Double click", "zooms to an event"),
)
