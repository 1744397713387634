// Pages that are open: the contents folded on a phone, slides by the keys. No module, for a page
// from a folder may not load any.
"use strict";

(() => {
  const contents = document.querySelector(".contents");
  if (contents && matchMedia("(max-width: 80rem)").matches) contents.open = false;

  const list = document.querySelector(".slides");
  if (!list) return;
  const slides = [...list.children];
  const place = document.querySelector(".place");
  for (const part of document.querySelectorAll(".tools, .keys")) part.hidden = false;
  const box = slides[0] && slides[0].querySelector("svg").viewBox.baseVal;
  if (box) list.style.setProperty("--ratio", box.width / box.height);
  let now = Math.max(0, slides.findIndex((slide) => "#" + slide.id === location.hash));

  const show = (index, moved = true) => {
    now = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, i) => slide.classList.toggle("now", i === now));
    place.value = `${now + 1} / ${slides.length}`;
    if (!moved) return;
    history.replaceState(null, "", "#" + slides[now].id);
    if (!document.fullscreenElement) slides[now].scrollIntoView({ block: "start" });
  };
  const does = {
    previous: () => show(now - 1),
    next: () => show(now + 1),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : list.requestFullscreen()),
  };
  const keys = {
    ArrowLeft: does.previous, PageUp: does.previous, ArrowRight: does.next, PageDown: does.next,
    Home: () => show(0), End: () => show(slides.length - 1), f: does.full, F: does.full,
  };
  for (const button of document.querySelectorAll("[data-do]"))
    button.addEventListener("click", does[button.dataset.do]);
  list.addEventListener("click", () => document.fullscreenElement && does.next());
  document.addEventListener("keydown", (event) => {
    const press = keys[event.key] || (document.fullscreenElement && event.key === " " && does.next);
    if (!press || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    press();
  });
  document.addEventListener("fullscreenchange", () => show(now));
  // What is scrolled to is where one is.
  const seen = new IntersectionObserver((entries) => {
    if (document.fullscreenElement) return;
    for (const entry of entries) if (entry.isIntersecting) show(slides.indexOf(entry.target), false);
  }, { rootMargin: "-40% 0px -55% 0px" });
  slides.forEach((slide) => seen.observe(slide));
  show(now, location.hash !== "");
})();
