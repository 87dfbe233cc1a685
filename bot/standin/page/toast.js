// Shows short notices and the alert dialogs that answer a tap.

import { h } from "./dom.js";
import { say } from "./words.js";

const SHOWN_MS = 3200;
let timer = 0;

/** A notice that goes away by itself; a new one takes the place of the last. */
export function toast(text) {
  const place = document.getElementById("toasts");
  const notice = h("div", { class: "toast", role: "status", test: "toast", text });
  place.replaceChildren(notice);
  clearTimeout(timer);
  timer = setTimeout(() => notice.remove(), SHOWN_MS);
}

/** Takes the notice away: it belonged to a chat that was left. */
export function hush() {
  document.getElementById("toasts").replaceChildren();
}

/** A notice the person closes. */
export function alertBox(text) {
  const box = h("dialog", { class: "alert", test: "alert", onclose: () => box.remove() },
    h("p", { text }),
    h("button", { class: "plain-button", text: say("ok"), autofocus: true, onclick: () => box.close() }));
  document.body.append(box);
  box.showModal();
}
