"""From the package of a document to that of its copy: part by part, as they refer to each other."""

from __future__ import annotations

from publisher.errors import InputError
from publisher.placeholders import Fill
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.notes import KINDS as NOTES
from publisher.readers.docx.ooxml import A, R, W
from publisher.readers.docx.package import Package, Relationship
from publisher.readers.docx.scrub import parts
from publisher.readers.docx.scrub.charts import plain_chart
from publisher.readers.docx.scrub.drawings import WHOLE, Box, crop, plain_drawings
from publisher.readers.docx.scrub.filling import fill_part
from publisher.readers.docx.scrub.hidden import Hiding
from publisher.readers.docx.scrub.images import BLANK
from publisher.readers.docx.scrub.leftovers import tell
from publisher.readers.docx.scrub.links import may_stay
from publisher.readers.docx.scrub.media import Clean, clean
from publisher.readers.docx.scrub.names import REMOVED
from publisher.readers.docx.scrub.parts import HYPERLINK, IMAGE, Copy, Link
from publisher.readers.docx.scrub.properties import (
    core,
    count_values,
    drop_unseen_headers,
    has_even_headers,
    keep_used_notes,
    name_theme,
    plain_settings,
    squeezed,
)
from publisher.readers.docx.scrub.revisions import remove
from publisher.readers.docx.scrub.story import Context, scrub_story, tidy
from publisher.readers.docx.scrub.strict import loosen
from publisher.readers.docx.scrub.trees import (
    Node,
    optional,
    parse,
    plain,
    serialise,
    take_out,
    unwrap,
)
from publisher.readers.docx.styles import Styles

_DOCUMENT = "officeDocument"
_STORIES = frozenset({_DOCUMENT, "header", "footer", "footnotes", "endnotes"})
_COMMENTS = "comments"
_TOLD_ELSEWHERE = frozenset({HYPERLINK, "attachedTemplate", "mailMergeSource", "transform"})


class Copier:
    """Makes the copy of one document."""

    def __init__(self, package: Package, fill: Fill, losses: Losses) -> None:
        self._package = package
        self._fill = fill
        self._losses = losses
        self._copy = Copy()
        self._main = package.main_part()
        self._related = package.relationships(self._main)
        self._sources: set[str] = {self._main.lower()}
        """The parts of the original that the copy has, or that were told of, in lower case."""
        self._made: dict[tuple[str, str, Box], str | None] = {}
        implicit = {kind: self._tree(kind, self._target(kind)) for kind in parts.IMPLICIT}
        self._roots = {kind: root for kind, root in implicit.items() if root is not None}
        self._notes = {kind: _ids(self._roots.get(f"{kind}s")) for kind in NOTES.values()}
        styles = Styles(self._roots.get("styles"), lambda: None)
        self._context = Context(Hiding(styles), losses, fill, self._has_note)

    def copy(self) -> Copy:
        """The copy, its parts in the order in which the text refers to them."""
        root = parse(self._package, self._main)
        if root.tag != W + "document" or root.find(W + "body") is None:
            raise self._package.not_word()
        self._count_comments(root)
        name = self._copy.name(_DOCUMENT)
        self._copy.link("", Link(_DOCUMENT, name))
        drop_unseen_headers(root, has_even_headers(self._roots.get("settings")), self._losses)
        self._treat(_DOCUMENT, root)
        self._write(_DOCUMENT, name, root, self._related)
        used = {kind: {n.get(W + "id", "") for n in root.iter(tag)} for tag, kind in NOTES.items()}
        self._implicit(name, used)
        self._properties(root)
        tell((n for n in self._package.names() if n not in self._sources), self._losses)
        return self._copy

    # --- parts -------------------------------------------------------------------------------

    def _implicit(self, document: str, used: dict[str, set[str]]) -> None:
        """The parts that belong to the document without being mentioned."""
        for kind, root in self._roots.items():
            source = self._target(kind) or ""
            if kind in {"footnotes", "endnotes"}:
                keep_used_notes(root, used[kind[:-1]], self._losses)
            name = self._copy.name(kind)
            self._copy.link(document, Link(kind, name))
            self._treat(kind, root)
            self._write(kind, name, root, self._package.relationships(source))

    def _treat(self, kind: str, root: Node) -> None:
        """Change the tree of a part into that of its copy, references apart."""
        loosen(root)
        if kind in _STORIES:
            scrub_story(root, self._context)
            return
        if kind == "settings":
            plain_settings(root, self._roots.__contains__, self._losses)
        elif kind == "theme":
            name_theme(root, self._losses)
        elif kind == "chart":
            plain_chart(root)
        plain(root, self._losses)
        remove(root, REMOVED, self._losses)
        plain_drawings(root, self._losses)
        fill_part(root, self._fill, self._losses)

    def _write(self, kind: str, name: str, root: Node, related: dict[str, Relationship]) -> None:
        for link in related.values():
            if link.external and link.kind not in _TOLD_ELSEWHERE:
                self._losses.add("scrub-links")
        for node in list(root.iter(*parts.REFERENCES)):
            if node is not root and node.getroottree().getroot() is root:
                self._refer(node, name, related)
        for node in root.iter():
            for attribute in [a for a in node.attrib if a.startswith(R)]:
                if attribute not in parts.REFERENCES.get(node.tag, {}):
                    del node.attrib[attribute]
        if kind in _STORIES:
            tidy(root, self._context)
        self._copy.put(name, serialise(root))

    # --- references --------------------------------------------------------------------------

    def _refer(self, node: Node, name: str, related: dict[str, Relationship]) -> None:
        """Let ``node`` refer to the copies of the parts that it refers to, or to nothing."""
        missing = False
        for attribute, kind in parts.REFERENCES[node.tag].items():
            named = node.get(attribute)
            found = related.get(named or "")
            link = None if found is None else self._link(node, kind, found)
            if link is not None:
                node.set(attribute, self._copy.link(name, link))
                continue
            missing = named is not None or node.tag != W + "hyperlink"
            node.attrib.pop(attribute, None)
        if missing and node.getparent().tag == A + "graphicData":
            take_out(next(node.iterancestors(W + "drawing"), node))
        elif missing and node.tag in parts.WITH_TARGET:
            take_out(node)
        elif missing and node.tag == W + "hyperlink":
            unwrap(node)

    def _link(self, node: Node, kind: str, found: Relationship) -> Link | None:
        if kind == HYPERLINK:
            if found.kind == HYPERLINK and found.external and may_stay(found.target):
                return Link(HYPERLINK, found.target.strip(), external=True)
            self._losses.add("scrub-links")
            return None
        if found.external:
            return None
        if kind == IMAGE:
            is_cut = node.tag in {parts.BLIP, parts.IMAGEDATA}
            target: str | None = self._image(found.target, crop(node) if is_cut else WHOLE)
        else:
            target = self._part(kind, found)
        return None if target is None else Link(kind, target)

    def _image(self, source: str, box: Box) -> str:
        """The name of the copy of a picture, cut by ``box``."""
        key = (IMAGE, source.lower(), box)
        name = self._made.get(key)
        if name is None:
            self._sources.add(source.lower())
            try:
                cleaned = clean(self._package.media(source), box)
            except InputError:
                cleaned = Clean(BLANK, "png", "scrub-picture-blank")
            if cleaned.code is not None:
                self._losses.add(cleaned.code)
            name = self._made[key] = self._copy.name(IMAGE, cleaned.extension)
            self._copy.put(name, cleaned.data)
        return name

    def _part(self, kind: str, found: Relationship) -> str | None:
        """The name of the copy of a part of ``kind``; None where it cannot be read."""
        key = (kind, found.target.lower(), WHOLE)
        if found.kind != kind:
            return None
        if key not in self._made:
            self._sources.add(found.target.lower())
            root = self._tree(kind, found.target)
            self._made[key] = None
            if root is not None:
                name = self._made[key] = self._copy.name(kind)
                related = self._package.relationships(found.target)
                self._treat(kind, root)
                self._write(kind, name, root, related)
        return self._made[key]

    # --- what the document says of itself ------------------------------------------------------

    def _properties(self, document: Node) -> None:
        related = self._package.relationships("")
        roots = {
            link.kind: self._optional(link.target)
            for link in related.values()
            if link.kind in {"core-properties", "extended-properties", "custom-properties"}
            and not link.external
        }
        shown = squeezed("".join(node.text or "" for node in document.iter(W + "t")))
        made = core(roots.pop("core-properties", None), shown, self._fill, self._losses)
        if made is not None:
            self._copy.put_core(made)
        for root in roots.values():
            count_values(root, self._losses)

    def _count_comments(self, document: Node) -> None:
        """Comments have no place of their own in the text where they answer others."""
        root = self._optional(self._target(_COMMENTS))
        placed = sum(1 for _ in document.iter(W + "commentReference"))
        count = 0 if root is None else sum(1 for _ in root.iter(W + "comment"))
        for _ in range(placed, count):
            self._losses.add("scrub-comments")

    def _target(self, kind: str) -> str | None:
        for link in self._related.values():
            if link.kind == kind and not link.external:
                return link.target
        return None

    def _tree(self, kind: str, part: str | None) -> Node | None:
        """The root of a part, if it is what its relationship says."""
        root = self._optional(part)
        if root is not None and root.tag != parts.KINDS[kind].root:
            self._losses.add("part-unreadable", part=str(part))
            return None
        return root

    def _optional(self, part: str | None) -> Node | None:
        if part is None:
            return None
        self._sources.add(part.lower())
        return optional(self._package, part, self._losses)

    def _has_note(self, kind: str, name: str) -> bool:
        return name in self._notes[kind]


def _ids(root: Node | None) -> set[str]:
    """The ids of the notes of a part, the rules above them apart."""
    return {
        node.get(W + "id", "")
        for node in (() if root is None else root)
        if node.get(W + "type", "normal") == "normal"
    }
