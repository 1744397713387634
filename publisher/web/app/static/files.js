// Files in and files out.

import { make, send } from "./api.js";
import { $, h } from "./dom.js";
import { state } from "./state.js";
import { facts, t } from "./words.js";

const KINDS = ["pptx", "slides", "script", "docx", "reading", "handout", "notes", "booklet", "pack"];
const PATIENCE = 600;

/** A line about something under way; nothing for what is done in a moment. */
export function working() {
  const place = $("progress");
  const line = h("p", {});
  let words = "";
  const later = setTimeout(() => { line.textContent = words; place.append(line); }, PATIENCE);
  return {
    say(text) { words = text; if (line.isConnected) line.textContent = text; },
    end() { clearTimeout(later); line.remove(); },
  };
}

/** What was done, for a moment. */
export function announce(text) {
  const line = h("p", { text });
  $("progress").append(line);
  setTimeout(() => line.remove(), 4000);
}

/** Send files one after the other; the ids of the speeches among them. */
export async function sendAll(files, trouble) {
  const sent = [];
  const words = (file) => file.name.toLowerCase().endsWith(".toml");
  const inOrder = [...files].sort((a, b) => words(a) - words(b)); // a speech before its .toml
  for (const file of inOrder) {
    const line = working();
    line.say(t("reading", { name: file.name }));
    try {
      if (file.size > facts.most << 20) throw tooBig(file);
      const told = await send("/speeches", file, (share) => {
        const percent = Math.round(share * 100);
        line.say(percent < 100 ? t("sending", { name: file.name, percent }) : t("reading", { name: file.name }));
      });
      sent.push(told);
    } catch (error) {
      trouble(error, file.name);
    } finally {
      line.end();
    }
  }
  return sent;
}

function tooBig(file) {
  const told = { key: "app-too-big", what: t("app-too-big", { most: facts.most }), hint: t("app-too-big.hint"), place: file.name };
  return Object.assign(new Error(told.what), { told });
}

/** Make a file and keep it. */
export async function download(kind, trouble) {
  const line = working();
  line.say(t("making", { percent: 0 }));
  const button = $("download");
  button.setAttribute("aria-busy", "true");
  try {
    const made = await make(`/speech/${state.id}/make`, { kind }, (share) => {
      line.say(t("making", { percent: Math.round(share * 100) }));
    });
    keep(made.url);
    announce(t("made", { name: t(`make.${kind}`) }));
  } catch (error) {
    trouble(error);
  } finally {
    button.removeAttribute("aria-busy");
    line.end();
  }
}

function keep(url) {
  const link = h("a", { href: url, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}

/** The menu of all that can be had. */
export function showFiles(trouble) {
  const items = KINDS.map((kind) => h("button", {
    class: "item", text: t(`make.${kind}`), onclick: () => { close(); download(kind, trouble); },
  }));
  const word = state.look?.word ? [h("button", {
    class: "item", text: t("word", { stem: state.look.stem }), title: t("word-how"),
    onclick: () => { close(); keep(`/speech/${state.id}/word`); },
  })] : [];
  $("files").replaceChildren(...items, ...word);
}

function close() {
  $("files").hidden = true;
  $("more").setAttribute("aria-expanded", "false");
}

export function start(trouble) {
  $("download").addEventListener("click", () => download("pptx", trouble));
  $("more").addEventListener("click", () => {
    const opens = $("files").hidden;
    $("files").hidden = !opens;
    $("more").setAttribute("aria-expanded", String(opens));
    if (opens) $("files").firstElementChild.focus();
  });
  document.addEventListener("click", (event) => { if (!event.target.closest("#get")) close(); });
  $("get").addEventListener("keydown", (event) => {
    const items = [...$("files").children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape" && !$("files").hidden) { close(); $("more").focus(); }
    else if (event.key === "ArrowDown" && at >= 0) items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp" && at >= 0) items[(at + items.length - 1) % items.length].focus();
    else return;
    event.preventDefault();
  });
}
