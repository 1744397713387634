"""Proportions of faces and the ink of glyphs."""

from publisher.typeface.metrics import face_metrics, ink
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape


def test_the_em_box_of_every_han_face_is_that_of_the_grid(typefaces: Typefaces) -> None:
    for role in typefaces.roles.values():
        metrics = face_metrics(typefaces.face(role.han))
        assert (metrics.units, metrics.em_top, metrics.em_bottom) == (1000, 880, -120)


def test_a_face_without_a_cap_height_of_its_own_is_measured(typefaces: Typefaces) -> None:
    fang = face_metrics(typefaces.face("FandolFang-Regular"))
    assert 500 < fang.x_height + 200 < fang.cap_height + 100 < 900


def test_line_metrics_come_from_hhea(typefaces: Typefaces) -> None:
    tinos = face_metrics(typefaces.face("Tinos-Regular"))
    assert (tinos.units, tinos.ascent, tinos.descent) == (2048, 1825, -443)
    assert tinos.cap_height == 1341


def test_ink_shows_on_which_side_a_mark_has_its_blank(typefaces: Typefaces) -> None:
    for role in ("fang", "song", "kai", "hei", "sans"):
        opening, closing = shape("（）", role, typefaces)
        face = typefaces.face(opening.face)
        assert ink(face, opening.gid).x_min >= 500
        assert ink(face, closing.gid).x_max <= 500


def test_ink_stays_inside_the_box_of_the_face(typefaces: Typefaces) -> None:
    (han,) = shape("国", "song", typefaces)
    face = typefaces.face(han.face)
    x_min, y_min, x_max, y_max = ink(face, han.gid)
    assert 0 <= x_min < x_max <= 1000
    assert -120 <= y_min < y_max <= 880


def test_a_space_has_no_ink(typefaces: Typefaces) -> None:
    (space,) = shape("　", "song", typefaces)
    assert ink(typefaces.face(space.face), space.gid) == (0, 0, 0, 0)
