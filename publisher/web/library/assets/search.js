// Full-text search and filters of the list. The index comes as scripts (see index.py), so that it
// works from a folder as it does from a server.
"use strict";

var library = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const value = new Map([...DIGITS].map((digit, i) => [digit, i]));
  const root = document.body.dataset.root + "search/";
  const version = document.currentScript.src.split("?")[1] || "";
  const PAGE = 20, BEFORE = 24, AFTER = 72;
  let speeches = null, count = 0;
  const words = new Map(), texts = new Map(), loading = new Map();

  const load = (name) => {
    if (!loading.has(name)) loading.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${root}${name.split("/").map(encodeURIComponent).join("/")}?${stamp()}`;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));
    return loading.get(name);
  };
  const stamp = () => document.body.dataset.index || version;

  // --- words, as index.py writes them
  const folded = (text) => Array.from(text, (char) => {
    const other = Array.from(char.normalize("NFKC").toLowerCase());
    return other.length === 1 ? other[0] : char;
  });
  const plain = (text) => text.replace(/\s+/g, " ").trim()
    .replace(/ (?=[^\x00-\x7f])/g, "").replace(/([^\x00-\x7f]) /g, "$1");
  const terms = (query) => (query.match(/"[^"]+"|“[^”]+”|\S+/g) || [])
    .map((term) => folded(plain(term.replace(/^["“]|["”]$/g, "")))).filter((term) => term.length);

  const places = (coded) => {
    const found = [];
    let at = 0, number = 0, power = 1;
    for (const digit of coded) {
      const part = value.get(digit);
      number += (part % 32) * power;
      if (part >= 32) { power *= 32; continue; }
      at += number;
      found.push(at);
      number = 0; power = 1;
    }
    return found;
  };
  const shard = (char) => char.codePointAt(0) % count;
  const shardName = (char) => `words/${shard(char).toString(16).padStart(2, "0")}.js`;

  // Where a term begins, in all texts.
  const starts = async (term) => {
    await Promise.all([...new Set(term.slice(0, Math.max(1, term.length - 1)).map(shardName))].map(load));
    if (term.length === 1) {
      const found = [];
      for (const [pair, coded] of Object.entries(words.get(shard(term[0])) || {}))
        if (Array.from(pair)[0] === term[0]) found.push(...places(coded));
      return found.sort((a, b) => a - b);
    }
    let found = null;
    for (let i = 0; i + 1 < term.length; i++) {
      const coded = (words.get(shard(term[i])) || {})[term[i] + term[i + 1]];
      if (!coded) return [];
      const here = places(coded);
      if (!found) { found = here; continue; }
      const kept = [];
      for (let a = 0, b = 0; a < found.length && b < here.length;) {
        const apart = found[a] + i - here[b];
        if (apart === 0) { kept.push(found[a]); a++; b++; } else if (apart < 0) a++; else b++;
      }
      found = kept;
    }
    return found;
  };

  // Title before headings before text; a rare term counts more, a long text a little less.
  const ranked = async (query) => {
    if (!speeches) await load("speeches.js");
    const wanted = terms(query);
    const hits = new Map();
    for (const [number, term] of wanted.entries()) {
      const each = new Map();
      let s = 0;
      for (const place of await starts(term)) {
        while (place >= speeches[s][1] + speeches[s][4]) s++;
        const [slug, start, title, heads] = speeches[s];
        const at = place - start;
        const hit = each.get(slug) || { title: 0, heads: 0, text: 0, first: -1, length: speeches[s][4] };
        if (at < title) hit.title++; else if (at < heads) hit.heads++;
        else { hit.text++; if (hit.first < 0) hit.first = at; }
        each.set(slug, hit);
      }
      const rare = Math.log(1 + speeches.length / (1 + each.size)) + 0.3;
      for (const [slug, hit] of each) {
        const before = hits.get(slug);
        if (number && !before) continue;
        const worth = 8 * Math.min(hit.title, 1) + 3 * Math.min(hit.heads, 3) + Math.log2(1 + hit.text);
        const score = rare * worth / (1 + Math.log10(Math.max(1, hit.length / 1500)) / 2);
        // What is shown of the text is where its rarest term stands.
        const rarer = !before || before.first < 0 || (rare > before.rare && hit.first >= 0);
        hits.set(slug, {
          slug, score: score + (before ? before.score : 0), terms: number + 1,
          first: rarer ? hit.first : before.first, rare: rarer ? rare : before.rare,
        });
      }
      for (const [slug, hit] of hits) if (hit.terms <= number) hits.delete(slug);
    }
    return [...hits.values()].sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1));
  };

  // The words around what was found, with the finds marked.
  const around = async (hit, wanted) => {
    if (!texts.has(hit.slug)) await load(`texts/${hit.slug}.js`);
    const [, heads, text] = texts.get(hit.slug);
    const chars = Array.from(text), first = hit.first >= 0 ? hit.first : heads;
    const line = chars.lastIndexOf("\n", Math.max(first - 1, 0)) + 1;
    const start = Math.max(line, first - BEFORE);
    let end = chars.indexOf("\n", first);
    end = Math.min(end < 0 ? chars.length : end, first + AFTER);
    const shown = document.createElement("p");
    shown.className = "excerpt";
    if (start > line) shown.append("…");
    marked(shown, chars.slice(start, end), wanted);
    if (chars[end] !== "\n") shown.append("…");
    return shown;
  };
  const marked = (into, chars, wanted) => {
    const fold = chars.map((char) => folded(char)[0]);
    for (let at = 0; at < chars.length;) {
      const term = wanted.find((each) => each.every((char, i) => fold[at + i] === char));
      if (!term) { into.append(chars[at++]); continue; }
      const mark = document.createElement("mark");
      mark.textContent = chars.slice(at, at + term.length).join("");
      into.append(mark);
      at += term.length;
    }
    into.normalize();
  };

  // --- the page
  const form = document.querySelector(".find form"), told = document.querySelector(".told");
  const catalogue = document.querySelector(".catalogue"), results = document.querySelector(".results");
  const list = results.querySelector("ol"), more = results.querySelector(".more");
  const items = new Map([...catalogue.querySelectorAll("li")].map((item) => [item.dataset.slug, item]));
  const chips = [...form.querySelectorAll("[data-term]")];
  document.querySelector(".find").hidden = false;
  let run = 0;

  const asked = () => {
    const chosen = [...form.querySelectorAll("select")].map((each) => [each.name, each.value]);
    const term = chips.find((chip) => chip.getAttribute("aria-pressed") === "true");
    return { q: form.q.value.trim(), chosen: chosen.filter(([, v]) => v), term: term ? term.dataset.term : "" };
  };
  const fits = (item, { chosen, term }) => chosen.every(([name, v]) => item.dataset[name] === v)
    && (!term || item.dataset.keyword.includes(`|${term}|`));
  const say = (key, number) => { told.textContent = told.dataset[key].replace("{count}", number); };

  const update = async () => {
    const own = ++run, wish = asked();
    remember(wish);
    results.hidden = !wish.q;
    catalogue.hidden = Boolean(wish.q);
    if (!wish.q) {
      let shown = 0;
      for (const item of items.values()) { item.hidden = !fits(item, wish); shown += !item.hidden; }
      for (const section of catalogue.children) section.hidden = !section.querySelector("li:not([hidden])");
      if (!shown) told.textContent = told.dataset.none;
      else if (wish.term || wish.chosen.length) say("found", shown);
      else told.textContent = "";
      return;
    }
    const hits = (await ranked(wish.q)).filter((hit) => items.has(hit.slug) && fits(items.get(hit.slug), wish));
    if (own !== run) return;
    if (hits.length) say("found", hits.length); else told.textContent = told.dataset.none;
    list.replaceChildren();
    const wanted = terms(wish.q).sort((a, b) => b.length - a.length);
    const add = async (from) => {
      const part = await Promise.all(hits.slice(from, from + PAGE).map((hit) => result(hit, wanted)));
      if (own !== run) return;
      list.append(...part);
      more.hidden = from + PAGE >= hits.length;
      more.onclick = () => add(from + PAGE);
      results.setAttribute("aria-busy", "false");
      results.dataset.shown = wish.q;
    };
    results.setAttribute("aria-busy", "true");
    await add(0);
  };
  const result = async (hit, wanted) => {
    const item = document.createElement("li"), of = items.get(hit.slug);
    const head = of.querySelector("h3").cloneNode(true), link = head.querySelector("a");
    const excerpt = await around(hit, wanted), title = Array.from(link.textContent);
    link.textContent = "";
    marked(link, title, wanted);
    const found = excerpt.querySelector("mark");
    if (found) link.href += `#:~:text=${encodeURIComponent(found.textContent)}`;
    item.append(head, of.querySelector(".meta").cloneNode(true), excerpt);
    return item;
  };

  // What was asked for stays in the address, for the way back and for a friend.
  const remember = ({ q, chosen, term }) => {
    const said = new URLSearchParams(chosen);
    if (q) said.set("q", q);
    if (term) said.set("term", term);
    const hash = said.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  };
  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    form.q.value = said.get("q") || "";
    for (const select of form.querySelectorAll("select")) select.value = said.get(select.name) || "";
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.term === said.get("term")));
    update();
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  form.addEventListener("reset", () => setTimeout(() => {
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    update();
  }));
  for (const chip of chips) chip.addEventListener("click", () => {
    const pressed = chip.getAttribute("aria-pressed") === "true";
    for (const other of chips) other.setAttribute("aria-pressed", String(other === chip && !pressed));
    update();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== form.q) { event.preventDefault(); form.q.focus(); }
  });
  addEventListener("hashchange", recall);
  setTimeout(recall);

  return {
    speeches: (shards, found) => { count = shards; speeches = found; },
    words: (number, found) => words.set(number, found),
    text: (slug, found) => texts.set(slug, found),
  };
})();
