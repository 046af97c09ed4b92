"""What a word processor hides, sets in boxes or says twice."""

import pytest

from izium_timeline.corpus.formats import reader_of
from izium_timeline.corpus.limits import Limits
from tests.corpus import made


def read(body: str) -> str:
    return reader_of("a.docx")(made.docx(body), Limits()).text


@pytest.mark.parametrize(
    "around",
    [
        '<w:ins w:id="1" w:author="A">{}</w:ins>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:smartTag w:element="place">{}</w:smartTag>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    ],
)
def test_what_a_reader_sees_is_read_whatever_it_stands_in(around: str) -> None:
    body = f"<w:p>{run('It was on ')}{around.format(run('4 May 2022'))}{run('.')}</w:p>"
    assert read(body) == "It was on 4 May 2022."


def test_what_was_deleted_is_no_part_of_the_document() -> None:
    gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>4 May</w:delText></w:r></w:del>'
    assert read(f"<w:p>{run('On ')}{gone}{run('5 May.')}</w:p>") == "On 5 May."


def test_a_picture_that_is_not_there_is_not_missed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="NULL"/></Relationships>'
    )
    data = made.docx(
        made.paragraph("It was on 4 May."),
        parts={"word/_rels/document.xml.rels": relations.encode()},
    )
    assert reader_of("a.docx")(data, Limits()).text == "It was on 4 May."


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
