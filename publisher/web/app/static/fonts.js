// The fonts that drawings need: each a file with the characters that are shown, loaded once.

const loaded = new Map();

/** Have `fonts` ({family, url}) ready, or go on after a moment without. */
export async function ready(fonts) {
  const wanted = fonts.map(({ family, url }) => {
    if (!loaded.has(url)) {
      const face = new FontFace(family, `url("${url}")`, { display: "block" });
      document.fonts.add(face);
      loaded.set(url, face);
    }
    return loaded.get(url).load().catch(() => null);
  });
  const moment = new Promise((done) => { setTimeout(done, 2000); });
  await Promise.race([Promise.all(wanted), moment]);
}

/** Let go of all fonts but those at `urls`. */
export function keepOnly(urls) {
  for (const [url, face] of loaded) {
    if (urls.has(url)) continue;
    document.fonts.delete(face);
    loaded.delete(url);
  }
}
