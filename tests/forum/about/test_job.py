""" "Can I get into trouble for this?": every statement says where it comes from, and when it was looked at last."""

from datetime import date

import pytest

from forum import clock
from forum.about import job
from tests.client import Client

LAWS = {  # what a worker may rely on, by its name in law
    job.PARTIES: "Local Government and Housing Act 1989",
    job.ELECTION: "Local Government Act 1986",
    job.RECORDS: "Freedom of Information Act 2000",
    job.PRIVATE: "Data Protection Act 2018, section 170",
    job.SAFETY: "Care Act 2014, sections 42 to 46",
    job.SPEAKING_UP: "Employment Rights Act 1996, sections 43A to 43L",
}


@pytest.mark.parametrize("part", job.PARTS, ids=lambda part: part.title)
def test_every_statement_says_where_it_comes_from(part: job.Part) -> None:
    assert part.lines and all(line.says and line.source for line in part.lines)
    assert len(set(part.sources)) == len(part.sources)


def test_what_a_worker_may_rely_on_is_named() -> None:
    told = {line.source for part in job.PARTS for line in part.lines} - {job.THIS_SITE, job.AT_WORK, job.REGISTER}
    assert told == set(LAWS)
    assert all(LAWS[source] in source for source in told)
    assert job.CHECKED < job.CHECK_BY


def test_the_page_says_whom_to_ask(client: Client) -> None:
    page = client.get("/your-job")
    for words in ("Ask your union", "(HR)", "This page is not legal advice.", *LAWS.values()):
        assert words in page.text, words
    for number in ("tel:02031172520", "tel:03001231100"):
        assert f'href="{number}"' in page.source


def test_an_old_page_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "This may have changed." not in client.get("/your-job").text
    monkeypatch.setattr(job, "CHECK_BY", date(clock.today().year - 1, 1, 1))
    assert "This may have changed." in client.get("/your-job").text
