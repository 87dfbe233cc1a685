// The live list of the bot's calls to the Bot API, newest first.

import { fill, h } from "./dom.js";
import { state } from "./state.js";
import { say } from "./words.js";

const QUIET = new Set(["getUpdates"]);

/** A section with a `draw` that brings the list up to date. */
export function callLog() {
  const list = h("ol", { class: "log", test: "log", tabindex: 0 });
  const title = h("h3");
  const empty = h("p", { class: "hint" });
  const node = h("section", {}, h("div", { class: "section-head" }, title), empty, list);
  return { node, draw: () => draw({ list, title, empty }) };
}

function draw({ list, title, empty }) {
  title.textContent = say("log");
  list.setAttribute("aria-label", say("log"));
  empty.textContent = say("log_empty");
  const calls = state.calls.filter((call) => !QUIET.has(call.method) || !call.ok);
  empty.hidden = calls.length > 0;
  list.hidden = calls.length === 0;
  // Rows already drawn are kept: only what came since is put on top, so reading on is not disturbed.
  const newest = Number(list.firstElementChild?.dataset.at ?? 0);
  const known = new Set([...list.children].map((row) => row.call));
  for (const call of calls) if (call.at >= newest && !known.has(call)) list.prepend(line(call));
  while (list.children.length > calls.length) list.lastElementChild.remove();
}

function line(call) {
  const time = new Date(call.at).toTimeString().slice(0, 8);
  const row = h("li", { class: call.ok ? "call" : "call failed", "data-at": call.at },
    h("time", { text: time }), h("b", { text: call.method }), h("span", { text: titleOf(call.chat_id) }),
    h("i", { text: call.ok ? "ok" : (call.error ?? "error") }));
  row.call = call;
  return row;
}

const titleOf = (id) => (id === null || id === undefined ? "" : state.chats.get(Number(id))?.title ?? String(id));
