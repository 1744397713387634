// What is on the page, and who wants to know when it changes.

import { get, post } from "./api.js";
import { keepOnly, ready } from "./fonts.js";

const FIRST = 4;
const MORE = 40;
const WORDS = 40;

export const state = {
  speeches: [],
  id: null,
  look: null,      // all about the current speech
  kind: "pptx",    // what is shown of it
  at: 0,           // the sheet on stage
  sheets: [],      // drawn sheets by number; those still to come are missing
  total: 0,
  size: { width: 16, height: 9 },
  themes: [],
};

const listeners = [];
let latest = 0;
let themeFonts = [];

export const onchange = (listener) => listeners.push(listener);
export const tell = (what) => listeners.forEach((listener) => listener(what));
const speech = (path) => `/speech/${state.id}/${path}`;

/** Ask for the speech anew, by `path` (look, change, undo), and show what comes: the sheets that
 *  are looked at first, then all others. Of two that overlap the later counts. */
export async function ask(path, body = {}, file = null) {
  const turn = ++latest;
  const first = Math.max(0, state.at - 1);
  tell("working");
  try {
    const query = file ? `?kind=${state.kind}` : "";
    const answer = await post(speech(path + query), file ?? { ...body, kind: state.kind, first, count: FIRST, spoken: spoken() });
    if (turn !== latest) return;
    await ready(answer.fonts);
    if (turn !== latest) return;
    take(answer);
    tell("stage");
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }); // it is painted
    if (turn !== latest) return;
    tell("look");
    tell("strip");
    await rest(turn, new Set(answer.fonts.map((font) => font.url)));
  } finally {
    if (turn === latest) tell("rested");
  }
}

/** The first words that are spoken to the sheet on stage: where they are then, the stage stays. */
function spoken() {
  const notes = state.kind === "pptx" ? state.sheets[state.at]?.notes : null;
  return state.at && notes?.length ? notes[0].slice(0, WORDS) : "";
}

function take(answer) {
  state.look = answer;
  state.total = answer.total;
  state.size = answer.size;
  state.sheets = new Array(answer.total);
  put(answer);
  state.at = Math.min(answer.at ?? state.at, Math.max(0, answer.total - 1));
}

function put(answer) {
  answer.sheets.forEach((sheet, index) => { state.sheets[answer.first + index] = sheet; });
}

async function rest(turn, urls) {
  for (;;) {
    const first = state.sheets.findIndex((sheet) => sheet === undefined);
    const missing = first < 0 ? state.sheets.length : first;
    if (missing >= state.total) break;
    const answer = await post(speech("sheets"), { kind: state.kind, first: missing, count: MORE });
    if (turn !== latest) return;
    await ready(answer.fonts);
    if (turn !== latest) return;
    answer.fonts.forEach((font) => urls.add(font.url));
    if (!answer.sheets.length) break;
    put(answer);
    tell("more");
  }
  keepOnly(new Set([...urls, ...themeFonts]));
}

/** Show another kind of sheets. */
export function view(kind) {
  state.kind = kind;
  state.at = 0;
  return ask("look");
}

export function turnTo(at) {
  const to = Math.min(Math.max(at, 0), state.total - 1);
  if (to === state.at) return;
  state.at = to;
  tell("turned");
}

/** The themes as pictures, once. */
export async function loadThemes() {
  const answer = await get("/themes");
  themeFonts = answer.themes.flatMap((theme) => theme.fonts.map((font) => font.url));
  await ready(answer.themes.flatMap((theme) => theme.fonts));
  state.themes = answer.themes;
  if (state.look) tell("look");
}

/** Open one of the speeches, by its id. */
export function open(id) {
  Object.assign(state, { id, at: 0, look: null, sheets: [], total: 0 });
  tell("opened");
  return ask("look");
}
