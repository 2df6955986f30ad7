"use strict";
// The value under the pointer: charts say it in the title of each mark; here it follows the pointer at once.
(() => {
  const tip = document.getElementById("tip");
  const wordsOf = mark => mark.dataset.tip || "";
  for (const title of document.querySelectorAll("figure svg .marks title")) {
    const mark = title.parentElement;
    mark.dataset.tip = title.textContent;
    title.remove();
  }
  const show = event => {
    const mark = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
    if (!mark) { tip.hidden = true; return; }
    tip.textContent = wordsOf(mark);
    tip.hidden = false;
    const x = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    const y = event.clientY + 18 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 10 : event.clientY + 18;
    tip.style.left = Math.max(4, x) + "px";
    tip.style.top = y + "px";
  };
  document.addEventListener("pointermove", show);
  document.addEventListener("pointerdown", show);
  document.addEventListener("scroll", () => { tip.hidden = true; }, true);
})();
// A timeline can be looked at closely: by buttons, which keys reach too.
for (const zoom of document.querySelectorAll(".zoom")) {
  const svg = zoom.parentElement.querySelector("svg");
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  let left = 0, top = 0, part = 1;
  const draw = () => {
    left = Math.min(Math.max(0, left), width * (1 - part));
    top = Math.min(Math.max(0, top), height * (1 - part));
    svg.setAttribute("viewBox", [left, top, width * part, height * part].join(" "));
  };
  const by = factor => {
    const next = Math.min(1, Math.max(1 / 16, part * factor));
    left += width * (part - next) / 2;
    top += height * (part - next) / 2;
    part = next;
    draw();
  };
  const acts = {
    in: () => by(1 / 1.6), out: () => by(1.6), whole: () => by(16),
    left: () => { left -= width * part / 4; draw(); }, right: () => { left += width * part / 4; draw(); },
    up: () => { top -= height * part / 4; draw(); }, down: () => { top += height * part / 4; draw(); },
  };
  zoom.hidden = false;
  zoom.addEventListener("click", event => acts[event.target.dataset.act]?.());
}
