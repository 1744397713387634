// The title page, and what placeholders stand for.

import { $, h, refill } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

const ROLES = ["title", "speaker", "date", "subtitle", "occasion"];
const ALWAYS = new Set(["title", "speaker", "date"]);

/** Lines of the title page: as the speech has them, else to be written. */
export function showFront(change, choose) {
  const { front, said } = state.look.look;
  const fields = ROLES.filter((role) => ALWAYS.has(role) || front[role] || said[role]).map((role) => {
    const own = front[role] && !(role in said);
    return own ? given(role, front[role], role === "title" ? choose : null) : asked(role, said[role] ?? "", change);
  });
  refill($("front"), h("h2", { text: t("front") }), ...fields);
}

function given(role, text, choose) {
  const other = choose && h("button", { class: "small", text: t("another-title"), onclick: choose, "data-focus": "another-title" });
  return h("div", { class: "field" },
    h("span", { class: "label", text: t(`role.${role}`) }),
    h("span", { class: "value", title: t("from-speech") }, h("span", { text }), other));
}

function asked(role, value, change) {
  const id = `front-${role}`;
  return h("div", { class: "field" },
    h("label", { class: "label", for: id, text: t(`role.${role}`) }),
    box(id, value, t("lacking"), (words) => change("speech", role, words)));
}

/** A field for each placeholder, with the sentence that it stands in. */
export function showFill(change) {
  const places = state.look.look.placeholders;
  $("fill").hidden = !places.length;
  const left = places.filter((place) => !place.value).length;
  const fields = places.map((place, index) => {
    const id = `fill-${index}`;
    const count = place.count ? h("span", { class: "quiet", text: t("fill-count", { count: place.count }) }) : null;
    return h("div", { class: "field" },
      h("label", { class: "label wide", for: id }, h("span", { text: place.text }), " ", count),
      box(id, place.value, t("fill-hint"), (words) => change("fill", place.text, words), `fill-${place.text}`),
      place.sentence ? h("p", { class: "excerpt", text: place.sentence }) : null);
  });
  const number = left ? h("span", { class: "number-of", text: left }) : null;
  refill($("fill"), h("div", { class: "block-head" }, h("h2", { text: t("fill") }), number), ...fields);
}

function box(id, value, placeholder, say, focus = id) {
  return h("input", {
    id, type: "text", value, placeholder, maxlength: 500, autocomplete: "off", "data-focus": focus,
    onchange: (event) => say(event.target.value.trim() || null),
  });
}
