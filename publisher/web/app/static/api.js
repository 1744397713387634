// Requests to the server: each change carries the token of this start.

import { facts, t } from "./words.js";

/** What went wrong, in the words of the command line. */
export class Trouble extends Error {
  constructor(told) {
    super(told.what);
    this.told = told;
  }
}

const offline = () => new Trouble({ key: "app-offline", what: t("app-offline"), hint: t("app-offline.hint"), place: "" });
const address = (path) => `${path}${path.includes("?") ? "&" : "?"}lang=${facts.lang}`;
const headers = { "X-Publisher-Token": facts.token };

async function answered(response) {
  const told = await response.json();
  if (told.error) throw new Trouble(told.error);
  return told;
}

export async function get(path) {
  const response = await fetch(address(path)).catch(() => { throw offline(); });
  return answered(response);
}

export async function post(path, body = {}) {
  const request = { method: "POST", headers, body: body instanceof Blob ? body : JSON.stringify(body) };
  const response = await fetch(address(path), request).catch(() => { throw offline(); });
  return answered(response);
}

/** Send a file; `progress` is told the share of it that has gone, 0 to 1. */
export function send(path, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path));
    request.setRequestHeader("X-Publisher-Token", facts.token);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(offline());
    request.onload = () => {
      const told = request.response ?? {};
      told.error ? reject(new Trouble(told.error)) : resolve(told);
    };
    request.send(file);
  });
}

/** Ask for something that takes its time; `progress` is told the share done. The last line. */
export async function make(path, body, progress) {
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(address(path), request).catch(() => { throw offline(); });
  if (!response.ok) return answered(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw offline();
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      const told = JSON.parse(line);
      if (told.error) throw new Trouble(told.error);
      if (told.url) return told;
      progress(told.done / told.total);
    }
  }
}
