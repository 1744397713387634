// What was understood of the speech, with what may be said against it.

import { $, h, refill } from "./dom.js";
import { state, turnTo } from "./state.js";
import { t } from "./words.js";

const SURE = 0.75;
const DEEPEST = 9;
const FEW = 3;
let open = null;      // the row whose reasons are shown
let paragraphs = false;

/** The tree: headings, and between them paragraphs where these are asked for. */
export function showOutline(change) {
  const { headings, paragraphs: all } = state.look.look;
  const rows = [];
  const byPlace = new Map(headings.map((heading) => [heading.paragraph, []]));
  headings.forEach((heading) => byPlace.get(heading.paragraph).push(heading));
  const places = paragraphs ? all.map((_, index) => index) : [...byPlace.keys()].sort((a, b) => a - b);
  let level = 0;
  for (const place of places) {
    const here = byPlace.get(place) ?? [];
    for (const heading of here) {
      level = heading.level;
      rows.push(headingRow(heading, change));
    }
    if (!here.length && !all[place].table) rows.push(paragraphRow(all[place], place, level, change));
  }
  const empty = headings.length ? [] : [h("p", { class: "quiet", text: t("no-headings") })];
  refill($("tree"), head(change), empty, h("ol", { class: "tree" }, rows));
}

function head(change) {
  const box = h("input", {
    type: "checkbox", id: "paragraphs", checked: paragraphs, "data-focus": "paragraphs",
    onchange: (event) => { paragraphs = event.target.checked; showOutline(change); },
  });
  return h("div", { class: "block-head" },
    h("h2", { text: t("outline") }),
    h("label", { class: "check", for: "paragraphs" }, box, h("span", { text: t("show-text") })));
}

/** Turn to the slide on which these words are spoken. */
function turnToWords(words) {
  const at = state.sheets.findIndex((sheet) => sheet?.notes.some((note) => note.includes(words)));
  if (at >= 0) turnTo(at);
}

/** Show all paragraphs, for one of them to be chosen. */
export function showParagraphs(change) {
  paragraphs = true;
  showOutline(change);
  $("tree").querySelector(".line")?.focus();
}

function row(key, level, kind, line, more, change, words) {
  const expanded = open === key;
  const button = h("button", {
    class: "line", "aria-expanded": String(expanded), "data-focus": key,
    onclick: () => {
      open = expanded ? null : key;
      showOutline(change);
      if (!expanded) turnToWords(words);
    },
  }, ...line);
  return h("li", { class: `row ${kind} level-${Math.min(level, 5)}` }, button,
    expanded ? h("div", { class: "detail" }, ...more) : null);
}

function headingRow(heading, change) {
  const doubtful = heading.confidence < SURE;
  const level = t("level", { level: heading.level });
  const line = [
    h("span", { class: "words", text: heading.text }),
    doubtful ? h("span", { class: "doubt", text: t("doubtful") }) : null,
    h("span", { class: "unseen", text: level }),
  ].filter(Boolean);
  const percent = Math.round(heading.confidence * 100);
  const why = h("p", { class: "why" },
    h("span", { text: `${level} · ${t("sure", { percent })}` }), h("br"),
    h("span", { text: t("why", { reasons: heading.reasons.join(" · ") }) }));
  const say = (value) => () => change("outline", heading.key, value);
  const actions = h("div", { class: "actions" },
    act(t("raise"), say(heading.level - 1), heading.level <= 1, `raise-${heading.key}`),
    act(t("lower"), say(heading.level + 1), heading.level >= DEEPEST, `lower-${heading.key}`),
    act(t("no-heading"), say(false), false, `no-${heading.key}`));
  return row(`h-${heading.paragraph}-${heading.key}`, heading.level, "heading", line, [why, actions], change, heading.key);
}

function paragraphRow(paragraph, place, level, change) {
  const say = (value) => () => change("outline", paragraph.key, value);
  const actions = h("div", { class: "actions" },
    act(t("a-heading"), say(true), false, `a-${place}`),
    act(t("the-title"), say("title"), false, `t-${place}`));
  return row(`p-${place}`, level + 1, "text", [h("span", { class: "words", text: paragraph.text })], [actions], change, paragraph.key);
}

function act(text, onclick, disabled, focus) {
  return h("button", { class: "small", text, onclick, disabled, "data-focus": focus });
}

/** What a careful colleague would point out: of each kind the first few, the others on demand. */
export function showFindings() {
  const { findings, notices } = state.look.look;
  const kinds = new Map();
  findings.forEach((finding) => kinds.set(finding.rule, [...(kinds.get(finding.rule) ?? []), finding]));
  const gravity = ["error", "warning", "note"];
  const byWeight = [...kinds.values()].sort((a, b) => gravity.indexOf(a[0].severity) - gravity.indexOf(b[0].severity));
  const rows = byWeight.flatMap((alike) => {
    const rest = alike.slice(FEW);
    const more = rest.length > 1 ? [h("li", {}, h("details", {},
      h("summary", { text: t("findings-more", { count: rest.length }) }),
      h("ul", { class: "findings" }, rest.map(found))))] : rest.map(found);
    return [...alike.slice(0, FEW).map(found), ...more];
  });
  const told = notices.map((notice) => h("li", { class: "finding note" }, h("p", { text: notice.message })));
  const count = findings.length ? h("span", { class: "number-of", text: findings.length }) : null;
  const body = rows.length ? h("ul", { class: "findings" }, rows) : h("p", { class: "quiet", text: t("clean") });
  refill($("findings"),
    h("div", { class: "block-head" }, h("h2", { text: t("findings") }), count), body,
    told.length ? [h("h3", { text: t("notices") }), h("ul", { class: "findings" }, told)] : []);
}

function place(finding) {
  const words = state.look.look.paragraphs[finding.paragraph]?.key;
  const text = t("place", { number: finding.paragraph + 1 });
  return words ? h("button", { class: "place", text, onclick: () => turnToWords(words) }) : h("span", { class: "quiet", text });
}

function found(finding) {
  return h("li", { class: `finding ${finding.severity}` },
    h("p", { class: "what" },
      h("span", { class: "kind", text: t(`severity.${finding.severity}`) }),
      finding.paragraph === null ? null : place(finding)),
    h("p", { text: finding.message }),
    finding.suggestion ? h("p", { class: "quiet", text: finding.suggestion }) : null,
    finding.excerpt ? h("p", { class: "excerpt", text: finding.excerpt }) : null);
}
