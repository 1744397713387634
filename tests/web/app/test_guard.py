"""Who may come in: attacks from other pages, other names and other machines."""

from __future__ import annotations

import pytest

from publisher.web.app.guard import TOKEN
from tests.web.app.house import HOME, KEY, OWN, PORT, TOKEN_VALUE, Guest, Server, serving


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        f"127.0.0.1.evil.example:{PORT}",
        f"127.0.0.1:{PORT}@evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:x",
        f"127.0.0.1:{PORT}/x",
        f"[::1:{PORT}",
        f"192.168.1.7:{PORT}",
        "",
    ],
)
def test_a_name_that_leads_here_is_refused(guest: Guest, host: str) -> None:
    assert guest.get("/speeches", headers={"host": host}).status_code == 403
    assert guest.get("/", params={"key": KEY}, headers={"host": host}).status_code == 403
    headers = {**OWN, "host": host, "origin": f"http://{host}"}
    assert guest.client.post("/speeches", content=b"x", headers=headers).status_code == 403


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}"])
def test_the_names_of_this_machine_are_known(guest: Guest, host: str) -> None:
    assert guest.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", f"https://127.0.0.1:{PORT}", f"{HOME}0", HOME[:-1]],
)
def test_a_change_from_another_page_is_refused(guest: Guest, origin: str | None) -> None:
    headers = {TOKEN: TOKEN_VALUE, **({"origin": origin} if origin else {})}
    answer = guest.client.post("/speeches", content=b"x", headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("token", [None, "", "x", TOKEN_VALUE + "x"])
def test_a_change_without_the_token_is_refused(guest: Guest, token: str | None) -> None:
    headers = {"origin": HOME}
    if token is not None:
        headers[TOKEN] = token
    assert guest.client.post("/speeches", content=b"x", headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_there_are_no_other_methods(guest: Guest, method: str) -> None:
    assert guest.client.request(method, "/speeches", headers=OWN).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_load_anything_of_ours(guest: Guest, site: str) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
    for path in ("/", "/speeches", "/themes", "/static/app.js"):
        assert guest.get(path, headers=headers).status_code == 403


def test_whatever_is_answered_allows_nothing_from_elsewhere(guest: Guest) -> None:
    for path in ("/", "/speeches", "/nowhere", "/static/app.js", "/speech/x/word"):
        headers = guest.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    assert guest.get("/speeches").headers["cache-control"] == "no-store"


def test_nobody_sees_the_page_without_the_key(server: Server) -> None:
    stranger = server.guest(enter=False)
    for path in ("/", "/?key=wrong", "/?key="):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert TOKEN_VALUE not in answer.text
    for path in ("/speeches", "/themes", "/events", "/speech/x/word"):
        assert stranger.get(path).status_code == 403
    for path in ("/speeches", "/leave", "/speech/x/look"):
        assert stranger.post(path).status_code == 403


def test_the_cookie_is_for_this_app_alone_and_no_script_reads_it(server: Server) -> None:
    answer = server.guest(enter=False).client.get("/", params={"key": KEY}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"publisher-{PORT}=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_password_lets_others_in_and_a_wrong_one_does_not() -> None:
    with serving(password="correct horse") as server:
        other = server.guest(enter=False)
        page = other.get("/", headers={"host": f"192.168.1.7:{PORT}"})
        assert page.status_code == 200
        assert "password" in page.text
        assert other.get("/speeches").status_code == 403
        assert other.post("/login", {"password": "wrong horse"}).status_code == 403
        assert other.post("/login", {"password": ""}).status_code == 403
        assert other.post("/login", {}).status_code == 403
        assert other.get("/speeches").status_code == 403
        assert other.post("/login", {"password": "correct horse"}).status_code == 200
        assert other.get("/speeches").json() == {"speeches": []}
        assert other.post("/leave").status_code == 422, "a guest does not end it for others"
        named = other.get("/", headers={"host": f"evil.example:{PORT}"})
        assert named.status_code == 403, "a name can be led here by others"
