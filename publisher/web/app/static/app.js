// The page: which speech is open, what was changed, and what went wrong.

import { get, post } from "./api.js";
import { $, h } from "./dom.js";
import { showFill, showFront } from "./fields.js";
import * as files from "./files.js";
import { showLook } from "./look.js";
import { showFindings, showOutline, showParagraphs } from "./outline.js";
import * as slides from "./slides.js";
import { ask, loadThemes, onchange, open, state } from "./state.js";
import { facts, t } from "./words.js";

function trouble(error, name = "") {
  const told = error.told ?? { what: String(error.message ?? error), hint: "", place: "" };
  const place = told.place || name;
  const box = h("div", { class: "trouble" },
    h("p", {}, place ? h("strong", { text: place }) : null, place ? " " : null, h("span", { text: told.what })),
    told.hint ? h("p", { class: "quiet", text: told.hint }) : null,
    h("button", { class: "small", text: t("dismiss"), onclick: () => box.remove() }));
  const same = [...$("troubles").children].find((other) => other.textContent === box.textContent);
  if (same) same.replaceWith(box);
  else $("troubles").append(box);
  if (told.key === "app-stranger" || told.key === "app-gone") setTimeout(() => location.reload(), 3000);
}

const calm = () => $("troubles").replaceChildren();

/** One correction or choice. */
function change(table, key, value) {
  calm();
  ask("change", { table, key, value }).catch((error) => {
    trouble(error);
    if (state.look) showAll();
  });
}

function logo(file) {
  calm();
  ask("logo", {}, file).catch(trouble);
}

function undo() {
  if (!state.look?.steps) return;
  calm();
  ask("undo").then(() => files.announce(t("undone"))).catch(trouble);
}

function showAll() {
  const { stats } = state.look.look;
  const key = state.kind === "pptx" ? "facts" : "facts-pages";
  $("facts-line").textContent = t(key, { ...stats, total: state.total });
  showFront(change, () => { showParagraphs(change); files.announce(t("another-title-how")); });
  showFill(change);
  showOutline(change);
  showFindings();
  showLook(change, logo);
  files.showFiles(trouble);
  $("undo").hidden = !state.look.steps;
}

function showSpeeches() {
  const many = state.speeches.length > 1;
  const tabs = state.speeches.map((speech) => h("span", { class: "speech" },
    h("button", {
      class: "name", text: speech.name, title: speech.name, "aria-current": speech.id === state.id ? "page" : null,
      onclick: () => { if (speech.id !== state.id) { calm(); show(speech.id, state.id); } },
    }),
    facts.single ? null : h("button", {
      class: "close", text: "×", "aria-label": t("close", { name: speech.name }), title: t("close", { name: speech.name }),
      onclick: () => close(speech.id),
    })));
  const add = facts.single || !state.speeches.length ? [] : [
    h("label", { class: "plain add", for: "again", text: t("add") }),
    h("input", { id: "again", type: "file", multiple: true, class: "unseen", accept: facts.suffixes.join(","), onchange: chosen }),
  ];
  $("speeches").replaceChildren(...tabs, ...add);
  $("speeches").classList.toggle("many", many);
  const any = state.speeches.length > 0;
  $("empty").hidden = any;
  $("loaded").hidden = !any;
  $("get").hidden = !any;
  if (!any) $("undo").hidden = true;
  document.title = state.look ? `${state.look.stem} · ${t("title")}` : t("title");
}

/** Whether a speech could be shown. One that never could is put away, and what was shown before
 *  comes back. */
async function show(id, before = null) {
  const speech = state.speeches.find((known) => known.id === id);
  try {
    await open(id);
    if (speech) speech.read = true;
    return true;
  } catch (error) {
    trouble(error, speech?.name);
    if (!speech || speech.read || facts.single) return false;
    await forget(id);
    if (before && before !== id) await show(before);
    return false;
  }
}

async function forget(id) {
  await post(`/speech/${id}/close`).catch(trouble);
  state.speeches = state.speeches.filter((speech) => speech.id !== id);
  if (state.id === id) {
    state.id = null;
    state.look = null;
  }
  showSpeeches();
}

async function close(id) {
  const shown = state.id === id;
  calm();
  await forget(id);
  if (shown && state.speeches.length) await show(state.speeches[0].id);
}

async function take(list) {
  if (!list.length || facts.single) return;
  calm();
  const sent = await files.sendAll(list, trouble);
  for (const speech of sent) {
    if (!state.speeches.some((known) => known.id === speech.id)) state.speeches.push(speech);
  }
  const before = state.id;
  for (const speech of sent) {
    if (await show(speech.id)) return;
  }
  if (before) await show(before);
}

function chosen(event) {
  take([...event.target.files]);
  event.target.value = "";
}

function dropping() {
  let depth = 0;
  const over = (on) => document.body.classList.toggle("over", on);
  const carries = (event) => !facts.single && [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragenter", (event) => { if (carries(event)) { depth += 1; over(true); event.preventDefault(); } });
  addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); if (!depth) over(false); });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    over(false);
    if (carries(event)) take([...event.dataTransfer.files]);
  });
}

/** Word of files that were saved, and of the server itself. */
function listening() {
  const source = new EventSource("/events");
  let lost = null;
  source.addEventListener("changed", (event) => {
    if (JSON.parse(event.data) !== state.id) return;
    calm();
    ask("look").then(() => files.announce(t("saved"))).catch(trouble);
  });
  source.onerror = () => {
    lost ??= setTimeout(() => trouble({ told: { what: t("app-offline"), hint: t("app-offline.hint"), place: "" } }), 4000);
  };
  source.onopen = () => { if (lost) { clearTimeout(lost); lost = null; } };
  return source;
}

function tabs() {
  const all = [...document.querySelectorAll("[role=tab]")];
  const choose = (tab, focus) => {
    all.forEach((each) => {
      each.setAttribute("aria-selected", String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    });
    document.body.dataset.tab = tab.dataset.tab;
    if (focus) tab.focus();
  };
  all.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(tab, false));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { choose(all[(index + step + all.length) % all.length], true); event.stopPropagation(); }
    });
  });
  choose(all[0], false);
}

function shown(what) {
  if (what === "working" || what === "rested") {
    $("slides").setAttribute("aria-busy", String(what === "working"));
    return;
  }
  if (what === "opened") showSpeeches();
  if (what === "look") { showSpeeches(); showAll(); slides.showViews(trouble); }
  if (what === "stage") slides.showStage();
  if (what === "strip") slides.showStrip();
  if (what === "more") slides.showMore();
  if (what === "turned") slides.showStage();
}

async function begin() {
  onchange(shown);
  slides.start();
  files.start(trouble);
  tabs();
  dropping();
  const source = listening();
  $("undo").addEventListener("click", undo);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input[type=text]");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) { undo(); event.preventDefault(); }
  });
  $("language").addEventListener("click", () => { location.search = `?lang=${facts.lang === "zh" ? "en" : "zh"}`; });
  $("leave")?.addEventListener("click", async () => {
    source.close();
    await post("/leave").catch(() => null);
    document.body.replaceChildren(h("main", { class: "door" }, h("h1", { text: t("left") })));
  });
  const input = $("chosen");
  if (input) { input.accept = facts.suffixes.join(","); input.addEventListener("change", chosen); }
  const { speeches } = await get("/speeches");
  const fresh = state.speeches.filter((speech) => !speeches.some((known) => known.id === speech.id));
  state.speeches = [...speeches, ...fresh]; // somebody quick has dropped one already
  showSpeeches();
  loadThemes().catch(trouble);
  if (state.speeches.length && !state.id) await show(state.speeches[0].id);
}

begin().catch(trouble);
