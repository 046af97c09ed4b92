"""What a word processor hides, sets in boxes or says twice."""

from izium_timeline.corpus.formats import reader_of
from izium_timeline.corpus.limits import Limits
from tests.corpus import made


def read(body: str) -> str:
    return reader_of("a.docx")(made.docx(body), Limits()).text


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_hidden_text_is_no_part_of_the_document() -> None:
    words = run("On 3 May") + run(" 1999", "<w:vanish/>") + run(" 2022", '<w:vanish w:val="0"/>')
    mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    assert read(f"<w:p>{mark}{words}</w:p>") == "On 3 May 2022"


def test_a_text_box_stands_behind_the_paragraph_that_it_is_anchored_in() -> None:
    box = f"<w:txbxContent>{made.paragraph('In the')}{made.paragraph('box.')}</w:txbxContent>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    body = f"<w:p>{run('It was')}{twice}{run(' on 4 May.')}</w:p>{made.paragraph('Next.')}"
    assert read(body) == "It was on 4 May.\n\nIn the\n\nbox.\n\nNext."
