// The reader: details of what is under the pointer or the focus, one voice picked out, marks by keyboard.
// Switching layers is done by the style sheet alone; without this script the text and its marks are all there.
(() => {
  "use strict";
  const reader = document.querySelector(".reader"), text = reader?.querySelector(".text");
  const panel = reader?.querySelector(".panel"), what = panel?.querySelector(".what");
  if (!text || !panel) return;
  const read = name => JSON.parse(document.getElementById(name)?.textContent || "{}");
  const details = read("reader-details"), links = read("reader-links"), hint = what.firstElementChild;
  const stops = [...text.querySelectorAll("mark[tabindex]")], pieces = new Map();
  for (const mark of text.querySelectorAll("mark"))
    for (const item of mark.dataset.i.split(" ")) pieces.set(item, [...(pieces.get(item) || []), mark]);
  let shown = [], pinned = false, place = -1;
  reader.classList.add("live");

  const make = (name, content, parent) => {
    const element = document.createElement(name);
    element.textContent = content;
    parent?.append(element);
    return element;
  };
  const layer = name => reader.querySelector(`[data-layer="${name}"]`).checked;
  const kinds = [["quotes", ".quote"], ["reports", ".report"], ["sources", ".source"], ["cues", ".cue"],
    ["numbers", ".number, .check"]];
  const voice = () => reader.querySelector('[name="voice"]:checked')?.value || "";
  const isVisible = mark => kinds.some(([name, kind]) => mark.matches(kind) && layer(name))
    && (!voice() || mark.matches(".lit"));

  function light(elements) {
    for (const element of shown) element.classList.remove("hit");
    shown = elements;
    for (const element of shown) element.classList.add("hit");
  }

  function entry(item, box) {
    const [heading, facts] = details[item] || ["", []];
    make("p", heading, box).className = "head";
    const list = make("dl", "", box);
    for (const [label, value] of facts) {
      const row = make("div", "", list);
      make("dt", label, row);
      make("dd", value, row).dir = "auto";
    }
  }

  function show(target) {
    const items = target.matches("mark") ? target.dataset.i.split(" ") : [];
    const sentence = target.dataset.s || target.closest(".s")?.dataset.s, box = document.createDocumentFragment();
    for (const item of items) entry(item, box);
    if (sentence) {
      entry("s" + sentence, box);
      const found = links[sentence] || [];
      if (found.length) {
        make("p", "In the chapters", box).className = "head";
        const list = make("ul", "", box);
        for (const [anchor, label] of found) make("a", label, make("li", "", list)).href = "#" + anchor;
      }
    }
    what.replaceChildren(box);
    panel.scrollTop = 0;
    const whole = document.getElementById("s" + sentence);
    light([...new Set([...items.flatMap(item => pieces.get(item)), ...(items.length || !whole ? [] : [whole])])]);
    reader.classList.add("open");
  }

  function clear() {
    pinned = false;
    light([]);
    what.replaceChildren(hint);
    reader.classList.remove("open");
  }

  function go(step) {
    const way = stops.filter(isVisible);
    if (!way.length) return;
    const from = stops[place], after = way.findIndex(mark => stops.indexOf(mark) > place);
    const here = way.indexOf(from), next = step > 0
      ? (after < 0 ? 0 : after)
      : ((here >= 0 ? here : after < 0 ? way.length : after) - 1 + way.length) % way.length;
    way[next].focus({preventScroll: true});
    way[next].scrollIntoView({block: "center"});
  }

  const found = event => event.target.closest("mark, [data-s]");
  text.addEventListener("pointerover", event => {
    if (!pinned && event.pointerType === "mouse" && found(event)) show(found(event));
  });
  text.addEventListener("click", event => {
    if (!found(event) || String(getSelection())) return;
    show(found(event));
    pinned = true;
  });
  text.addEventListener("focusin", event => {
    if (!event.target.matches("mark")) return;
    place = stops.indexOf(event.target);
    show(event.target);
    pinned = true;
  });
  text.addEventListener("keydown", event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(step);
  });
  reader.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    clear();
    text.focus({preventScroll: true});
  });
  panel.querySelector(".back").addEventListener("click", () => go(-1));
  panel.querySelector(".on").addEventListener("click", () => go(1));
  panel.querySelector(".close").addEventListener("click", clear);

  reader.addEventListener("change", event => {
    if (event.target.name !== "voice") return;
    const chosen = voice();
    for (const mark of text.querySelectorAll("mark"))
      mark.classList.toggle("lit", (mark.dataset.v || "").split(" ").includes(chosen));
    reader.classList.toggle("picking", chosen !== "");
    clear();
    place = -1;
    if (!chosen) return;
    const count = stops.filter(isVisible).length;
    what.replaceChildren(Object.assign(make("p", `${count} mark${count === 1 ? "" : "s"} of voice ${chosen} in the text; ` +
      "the arrows go through them."), {className: "hint"}));
    reader.classList.add("open");
  });

  function arrive() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (!text.contains(target)) return target.scrollIntoView();
    show(target);
    pinned = true;
  }
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(fold => { fold.open = true; }));
  arrive();
})();
