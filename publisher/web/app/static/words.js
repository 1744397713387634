// What the page knows from its server: its words and a few facts.

const told = JSON.parse(document.getElementById("facts").textContent);

export const facts = told.facts;

/** The sentence for a key (without "page."), its gaps filled. */
export function t(key, values = {}) {
  const words = told.words[`page.${key}`] ?? told.words[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}

/** Minutes and seconds as a person says them. */
export function time(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = String(Math.round(seconds % 60)).padStart(2, "0");
  return `${minutes}:${rest}`;
}
