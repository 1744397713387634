// The library in Chromium: searched, filtered, leafed through by the keys, and judged by axe.
// Prints what was found as JSON: node library.mjs ADDRESS SLUG QUERY... Playwright drives
// Debian's Chromium; nothing is fetched.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [address, slug, ...queries] = process.argv.slice(2);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const found = { troubles: [], searches: {}, axe: [], keys: {}, filters: {} };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
const open = async (path, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => found.troubles.push(String(error)));
  page.on("requestfailed", (request) => found.troubles.push(`${request.url()} failed`));
  page.on("response", (r) => r.status() >= 400 && found.troubles.push(`${r.url()} ${r.status()}`));
  await page.goto(`${address}/${path}`);
  return page;
};

// --- search and filters
const list = await open("index.html");
const settled = (query) => list.waitForFunction((q) =>
  document.querySelector(".results").dataset.shown === q, query);
for (const query of queries) {
  await list.fill("#q", "");
  const begin = Date.now();
  await list.fill("#q", query);
  await settled(query);
  found.searches[query] = {
    milliseconds: Date.now() - begin,
    told: await list.textContent(".told"),
    results: await list.$$eval(".results li", (items) => items.map((item) => ({
      title: item.querySelector("h3").textContent,
      marked: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
      href: item.querySelector("a").getAttribute("href"),
    }))),
  };
}
await list.fill("#q", "");
await list.waitForFunction(() => !document.querySelector(".catalogue").hidden);
const shown = () => list.$$eval(".catalogue li:not([hidden])", (items) => items.length);
found.filters.all = await shown();
for (const select of await list.$$("select")) {
  const name = await select.getAttribute("name");
  const [value, label] = await select.$$eval("option", (all) => [all[1].value, all[1].textContent]);
  await select.selectOption(value);
  await list.waitForFunction((n) => location.hash.includes(n), name);
  found.filters[name] = { label, shown: await shown() };
  await select.selectOption("");
  await list.waitForFunction((n) => !location.hash.includes(n), name);
}

// --- by the keys alone
await list.evaluate(() => document.activeElement.blur());
await list.keyboard.press("/");
found.keys.slash = await list.evaluate(() => document.activeElement.id);
const deck = await open(`speeches/${encodeURIComponent(slug)}/slides.html`);
const place = () => deck.textContent(".place");
found.keys.places = [await place()];
for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home"]) {
  await deck.keyboard.press(key);
  found.keys.places.push(await place());
}
found.selected = await deck.evaluate(() => {
  getSelection().selectAllChildren(document.querySelector(".slides li svg"));
  return getSelection().toString();
});
await deck.keyboard.press("f");
await deck.waitForFunction(() => document.fullscreenElement);
await deck.keyboard.press("ArrowRight");
found.keys.full = await deck.$$eval(".slides li", (all) => all.filter((each) => each.offsetParent).length);
found.keys.fullPlace = await place();
const reading = await open(`speeches/${encodeURIComponent(slug)}/index.html`);
await reading.keyboard.press("Tab");
found.keys.first = await reading.evaluate(() => document.activeElement.className);
await reading.evaluate(() => document.fonts.ready);
found.fonts = await reading.evaluate(() => [...document.fonts].filter((f) => f.status === "loaded").length);

// --- what axe says of each page, in light and dark, wide and narrow
for (const path of ["index.html", `speeches/${encodeURIComponent(slug)}/index.html`,
  `speeches/${encodeURIComponent(slug)}/slides.html`])
  for (const colorScheme of ["light", "dark"])
    for (const width of [1440, 390]) {
      const page = await open(path, { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ preload: false }));
      found.axe.push(...violations.map((each) => ({
        page: path, colorScheme, width, id: each.id, impact: each.impact,
        nodes: each.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`),
      })));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.troubles.push(`${path} is ${over} px too wide at ${width}`);
      await page.context().close();
    }
await browser.close();
process.stdout.write(JSON.stringify(found));
