"""The question when a document was published, where nothing in it or beside it tells."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from izium_timeline.views.theme import Theme, ui_font

_ASKED = "When was this published?"
_ENTERED = "You entered this publication date."
_EXAMPLES = "12 March 2022, March 2022"


class PublicationField(QWidget):
    """Asks for a publication date, or offers to take back the one that was entered."""

    entered = Signal(str)
    """What a person wrote, as written."""
    withdrawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publicationField")
        self._state: tuple[str, bool, bool] | None = None
        self._drafts: dict[str, str] = {}  # what is written and not entered yet, by document
        self._question = QLabel(_ASKED, self)
        self._edit = QLineEdit(self)
        self._edit.setObjectName("publicationEdit")
        self._edit.setAccessibleName(_ASKED)
        self._edit.setPlaceholderText(_EXAMPLES)
        self._edit.setClearButtonEnabled(True)
        self._set = self._button("Set", "publicationSet", self._enter)
        self._back = self._button("Take back", "publicationBack", self.withdrawn.emit)
        self._problem = QLabel(self)
        self._problem.setObjectName("publicationProblem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        for part in (self._question, self._edit, self._problem):
            part.setFont(ui_font(12))
        self._edit.returnPressed.connect(self._enter)
        self._edit.textEdited.connect(lambda _text: self.tell(""))
        self._lay_out()
        self.show_state("", asks=False, entered=False)

    def show_state(self, path: str, *, asks: bool, entered: bool) -> None:
        """Ask for a document's date, say that it was entered, or be out of the way.

        What a person is writing stays while it is the same question, and is there again when
        they come back to it.
        """
        if self._state == (path, asks, entered):
            return
        if self._state is not None:
            self._drafts[self._state[0]] = self._edit.text()
        self._state = path, asks, entered
        self.setVisible(asks or entered)
        self._question.setText(_ENTERED if entered else _ASKED)
        for part in (self._edit, self._set):
            part.setVisible(not entered)
        self._back.setVisible(entered)
        draft = self._drafts.pop(path, "")
        self._edit.setText(draft if asks and not entered else "")
        self.tell("")

    def forget_drafts(self) -> None:
        """Drop what is not entered: other documents are open, which may have the same names."""
        self._state = None
        self._drafts.clear()

    def tell(self, problem: str) -> None:
        """Say why what was written is no date; nothing where it is."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._edit.setAccessibleDescription(problem)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the theme's colours."""
        self.setStyleSheet(
            f"QLabel {{ color: {theme.secondary.name()}; }}"
            f"#publicationProblem {{ color: {theme.accent.name()}; }}"
            f"QLineEdit {{ color: {theme.text.name()}; background: {theme.ground.name()};"
            f" border: 1px solid {theme.hairline.name()}; border-radius: 4px; padding: 2px 6px;"
            f" placeholder-text-color: {theme.secondary.name()}; }}"
            f"QLineEdit:focus {{ border-color: {theme.accent.name()}; }}"
            f"QToolButton {{ color: {theme.text.name()}; }}"
        )

    def _button(self, text: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFont(ui_font(12))
        button.clicked.connect(lambda _on: act())
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._question)
        row.addWidget(self._edit, 1)
        row.addWidget(self._set)
        row.addWidget(self._back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 12, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)

    def _enter(self) -> None:
        text = self._edit.text().strip()
        if text:
            self.entered.emit(text)
