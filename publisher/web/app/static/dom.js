// Elements without markup in strings: what a file says can never become part of the page.

/** An element; `given` are attributes, `on…` listeners, and `text`. */
export function h(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const $ = (id) => document.getElementById(id);

/** A drawing as an element. */
export function drawing(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const element = document.importNode(parsed, true);
  element.removeAttribute("width");
  element.removeAttribute("height");
  return element;
}

/** Put `children` into `place`, the focus staying on what has the same data-focus as before. */
export function refill(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest("[data-focus]")?.dataset.focus;
  const at = focused && "selectionStart" in focused ? focused.selectionStart : null;
  place.replaceChildren(...children.flat().filter(Boolean));
  if (!key) return;
  const again = [...place.querySelectorAll("[data-focus]")].find((e) => e.dataset.focus === key);
  again?.focus({ preventScroll: true });
  if (again && at !== null && again.setSelectionRange && again.type === "text") {
    again.setSelectionRange(at, at);
  }
}

/** A group of radio buttons; `choose` is told the value. */
export function radios(name, options, chosen, choose, look = "segments") {
  return options.map(({ value, label, content, title }) => {
    const input = h("input", {
      type: "radio", name, value, checked: value === chosen, "data-focus": `${name}-${value}`,
      onchange: () => choose(value), class: "unseen",
    });
    return h("label", { class: look, title }, input, content ?? h("span", { text: label }));
  });
}
