// The stage, the strip of all sheets, the notes, and full screen.

import { $, drawing, h, radios, refill } from "./dom.js";
import { state, turnTo, view } from "./state.js";
import { t, time } from "./words.js";

const VIEWS = ["pptx", "script", "reading", "handout"];
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

export function showViews(trouble) {
  const options = VIEWS.map((value) => ({ value, label: t(`view.${value}`) }));
  refill($("views"), radios("view", options, state.kind, (kind) => view(kind).catch(trouble)));
}

/** The sheet that is looked at. */
export function showStage() {
  const sheet = state.sheets[state.at];
  const stage = $("stage");
  stage.style.setProperty("--wide", state.size.width);
  stage.style.setProperty("--tall", state.size.height);
  stage.classList.toggle("upright", state.size.height > state.size.width);
  stage.replaceChildren(...(sheet ? [drawing(sheet.svg)] : []));
  const number = Math.min(state.at + 1, state.total);
  $("count").textContent = state.total ? t("of", { number, total: state.total }) : "";
  const words = state.kind === "pptx" ? "" : "-page";
  $("previous").textContent = t(`previous${words}`);
  $("next").textContent = t(`next${words}`);
  $("show").textContent = t(`full-screen${words}`);
  $("previous").disabled = state.at <= 0;
  $("next").disabled = state.at >= state.total - 1;
  $("seconds").textContent = sheet?.seconds ? t("seconds", { time: time(sheet.seconds) }) : "";
  showNotes(sheet);
  mark();
}

function showNotes(sheet) {
  const section = $("notes").parentElement;
  section.hidden = state.kind !== "pptx";
  const words = sheet?.notes ?? [];
  const lines = words.length ? words.map((text) => h("p", { text })) : [h("p", { class: "quiet", text: t("no-notes") })];
  const head = sheet?.head ? [h("p", { class: "quiet", text: sheet.head })] : [];
  $("notes").replaceChildren(...head, ...lines);
}

/** All sheets small; those still to come are empty frames. */
export function showStrip() {
  const strip = $("strip");
  strip.style.setProperty("--wide", state.size.width);
  strip.style.setProperty("--tall", state.size.height);
  const items = [];
  for (let number = 0; number < state.total; number += 1) items.push(item(number));
  refill(strip, items);
  mark();
}

function item(number) {
  const sheet = state.sheets[number];
  const button = h("button", {
    class: "thumb", "data-focus": `sheet-${number}`, "data-number": number,
    "aria-label": label(number, sheet), onclick: () => turnTo(number),
  });
  const frame = h("div", { class: "frame" }, ...(sheet ? [small(sheet)] : []));
  return h("li", {}, frame, button, h("span", { class: "number", "aria-hidden": "true", text: number + 1 }));
}

function small(sheet) {
  const picture = drawing(sheet.svg);
  picture.setAttribute("aria-hidden", "true");
  return picture;
}

function label(number, sheet) {
  const values = { number: number + 1, name: sheet?.name ?? "" };
  return state.kind === "pptx" && values.name ? t("sheet", values) : t("page", values);
}

/** Sheets that have come since. */
export function showMore() {
  for (const frame of $("strip").querySelectorAll(".frame:empty")) {
    const button = frame.nextElementSibling;
    const number = Number(button.dataset.number);
    const sheet = state.sheets[number];
    if (!sheet) continue;
    frame.append(small(sheet));
    button.setAttribute("aria-label", label(number, sheet));
  }
  if (!$("stage").firstChild) showStage();
}

function mark() {
  for (const button of $("strip").querySelectorAll(".thumb")) {
    const here = Number(button.dataset.number) === state.at;
    if (here) {
      button.setAttribute("aria-current", "true");
      scrollTo(button.parentElement);
    } else button.removeAttribute("aria-current");
  }
}

function scrollTo(element) {
  const strip = $("strip");
  const left = element.offsetLeft - (strip.clientWidth - element.clientWidth) / 2;
  strip.scrollTo({ left, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** Keys that turn sheets wherever they mean nothing else. */
function keys(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !state.total) return;
  const on = event.target;
  const busy = on.closest?.("input, textarea, select, .menu, .panel") || (event.key === " " && on.closest?.("button"));
  if (busy && !document.fullscreenElement) return;
  if (event.key in STEPS) turnTo(state.at + STEPS[event.key]);
  else if (event.key === "Home") turnTo(0);
  else if (event.key === "End") turnTo(state.total - 1);
  else if (event.key === "f" || event.key === "F") fullScreen();
  else return;
  event.preventDefault();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else $("stage").requestFullscreen().then(() => $("stage").focus());
}

export function start() {
  $("previous").addEventListener("click", () => turnTo(state.at - 1));
  $("next").addEventListener("click", () => turnTo(state.at + 1));
  $("show").addEventListener("click", fullScreen);
  $("stage").addEventListener("click", () => document.fullscreenElement && turnTo(state.at + 1));
  document.addEventListener("keydown", keys);
}
