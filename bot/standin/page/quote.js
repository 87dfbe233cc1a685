// Draws block quotes; an expandable one is folded to three lines and opens with a tap.

import { calm, h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const OPENING = { duration: 260, easing: "cubic-bezier(.2,.7,.2,1)" };

/** A quote around `nodes`; `hooks` remember by index which quotes of the message stand open. */
export function quote(nodes, hooks, expandable) {
  const text = h("div", { class: "quote-text" }, ...nodes);
  if (!expandable) return h("blockquote", { class: "quote" }, text);
  const button = h("button", { class: "quote-button", type: "button" }, icon("chevron"));
  const box = h("blockquote", { class: "quote folding", test: "quote" }, text, button);
  showState(box, button, hooks.isOpen(hooks.index));
  box.addEventListener("click", (event) => {
    const elsewhere = event.target.closest("a, .command, .spoiler");
    if (elsewhere || !document.getSelection().isCollapsed || box.classList.contains("short")) return;
    toggle(box, text, button, hooks);
  });
  watchHeight(box, text);
  return box;
}

function showState(box, button, open) {
  box.classList.toggle("open", open);
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-label", say(open ? "close_quote" : "open_quote"));
}

function toggle(box, text, button, hooks) {
  const open = !box.classList.contains("open");
  const from = text.offsetHeight;
  hooks.onQuote(hooks.index, open);
  showState(box, button, open);
  if (calm()) return;
  const to = text.offsetHeight;
  // The whole text stays laid out while the window on it grows or shrinks.
  box.classList.add("moving");
  const moving = text.animate([{ height: `${from}px` }, { height: `${to}px` }], OPENING);
  moving.onfinish = moving.oncancel = () => box.classList.remove("moving");
}

/** A quote that fits in three lines needs neither fold nor button. */
function watchHeight(box, text) {
  new ResizeObserver(() => {
    if (box.classList.contains("moving") || box.classList.contains("open")) return;
    box.classList.toggle("short", text.scrollHeight <= text.clientHeight + 2);
  }).observe(text);
}
