"""A body that has not joined: its asker reads the letter, it goes out, and it is answered by the link."""

from flask import Flask

from tests.client import Client
from tests.decisions.answers.scene import post_round, scene
from tests.letters import addresses_in, letters


def test_a_surgery_that_has_not_joined_answers_by_the_link(app: Flask, client: Client) -> None:
    here = scene(app)
    ada = here.client(here.ada)
    address = f"/issues/{here.thread}/question"
    first = ada.get(address).form(0)[1] | {"body": str(here.surgery), "words": "Do you keep Fridays?"}
    preview = ada.post(address, first, status=200)
    assert "Read your letter before it goes" in preview.text
    assert "Do you keep Fridays?" in preview.text
    assert letters(app) == []
    _action, values = preview.form(0)
    page = ada.post(address, values).location
    assert "Not sent yet. Mill Lane Surgery has not joined, so we write to it." in client.get(page).text
    post_round(app)
    (letter,) = letters(app)
    assert letter.to == ["manager@surgery.example.org"]
    link = next(one for one in addresses_in(letter) if one.startswith("/answer/"))
    assert "They have not joined; we wrote on" in client.get(page).text
    shown = client.get(link)
    assert shown.answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    client.send(link, text="Yes, we **do**.", post="Practice manager")
    after = client.get(page)
    assert "They answered through the link in our letter" in after.text
    assert "Practice manager, Mill Lane Surgery" in after.text
    issue = client.get(f"/issues/{here.thread}-the-lift-is-broken")
    assert "Mill Lane Surgery says" in issue.text
