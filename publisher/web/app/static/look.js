// How the deck looks: theme, density, larger, format, unit and logo.

import { $, drawing, h, radios, refill } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

/** Everything there is to choose; `change` puts it into the author's word. */
export function showLook(change, logo) {
  const { choices } = state.look.look;
  const set = (key) => (value) => change("deck", key, value);
  const densities = ["brief", "standard", "full"].map((value) => ({ value, label: t(`density.${value}`) }));
  const aspects = ["16:9", "4:3"].map((value) => ({ value, label: value }));
  refill($("look"),
    group("theme", themes(choices.theme, set("theme")), "themes"),
    group("density", radios("density", densities, choices.density, set("density"))),
    group("aspect", radios("aspect", aspects, choices.aspect, set("aspect"))),
    larger(choices.larger, set("larger")),
    unit(choices.unit, set("unit")),
    picture(choices.logo, set("logo"), logo));
}

function group(key, children, look = "segmented") {
  return h("div", { class: "block" },
    h("h2", { id: `${key}-name`, text: t(key) }),
    h("div", { class: look, role: "radiogroup", "aria-labelledby": `${key}-name` }, children));
}

function themes(chosen, choose) {
  const options = state.themes.map((theme) => ({
    value: theme.name,
    title: theme.description,
    content: h("span", { class: "theme-card" }, sample(theme), h("span", { class: "theme-name", text: theme.title })),
  }));
  if (!options.some((option) => option.value === chosen) && state.themes.length) {
    options.push({ value: chosen, label: chosen });
  }
  return radios("theme", options, chosen, choose, "theme");
}

const samples = new Map();

function sample(theme) {
  if (!samples.has(theme.name)) {
    const picture = drawing(theme.sheets[0].svg);
    picture.setAttribute("aria-hidden", "true");
    samples.set(theme.name, picture);
  }
  return samples.get(theme.name);
}

function larger(chosen, choose) {
  const box = h("input", {
    type: "checkbox", id: "larger", checked: chosen, "data-focus": "larger",
    onchange: (event) => choose(event.target.checked || null),
  });
  return h("div", { class: "block" }, h("label", { class: "check", for: "larger" }, box, h("span", { text: t("larger") })));
}

function unit(value, choose) {
  return h("div", { class: "block field" },
    h("label", { class: "label", for: "unit", text: t("unit") }),
    h("input", {
      id: "unit", type: "text", value, maxlength: 60, placeholder: t("unit-hint"), "data-focus": "unit", autocomplete: "off",
      onchange: (event) => choose(event.target.value.trim() || null),
    }));
}

function picture(name, choose, logo) {
  const input = h("input", {
    id: "logo", type: "file", accept: "image/png,image/jpeg", class: "unseen", "data-focus": "logo",
    onchange: (event) => event.target.files[0] && logo(event.target.files[0]),
  });
  return h("div", { class: "block field" },
    h("span", { class: "label", text: t("logo") }),
    h("span", { class: "value row-of" }, input,
      h("label", { class: "button small", for: "logo", text: name || t("logo-choose") }),
      name ? h("button", { class: "small", text: t("logo-none"), onclick: () => choose(null), "data-focus": "logo-none" }) : null));
}
