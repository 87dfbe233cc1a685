// The "Play" panel: drop stories, block the bot, make Telegram fail, and watch what the bot calls.

import { act } from "./api.js";
import { drawFrom, eachFrame, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { callLog } from "./log.js";
import { current, on, state } from "./state.js";
import { say } from "./words.js";

const FAULTS = [
  ["flood", { kind: "flood", method: "sendMessage", count: 3, retry_after: 5 }],
  ["error", { kind: "error", method: "sendMessage", count: 5, status: 500, description: "Internal Server Error" }],
  ["lost", { kind: "drop_after", method: "sendMessage", count: 1 }],
  ["slow", { kind: "latency", method: "sendMessage", count: 10, seconds: 2 }],
];

let view = null;

/** Builds the panel; `close` is what its cross does. */
export function playPanel(root, close) {
  view = { samples: h("section"), chat: h("section"), trouble: h("section"), clock: h("section"), log: callLog() };
  const button = h("button", { class: "icon-button", type: "button", test: "panel-close", "aria-label": say("close"), onclick: close }, icon("close"));
  fill(root, h("header", { class: "panel-head" }, h("span", { class: "grip" }), h("h2", { text: say("play") }), button),
    h("div", { class: "panel-body" }, view.samples, view.chat, view.trouble, view.clock, view.log.node));
  root.setAttribute("aria-label", say("play"));
  drawSamples();
  drawChat();
  drawTrouble();
  drawClock();
  view.log.draw();
}

/** A sample under its outermost category. */
function sample(item, index) {
  return { ...item, index, group: item.category.split(" / ")[0] };
}

function drop(item) {
  return h("button", { class: `drop${item.dropped ? " dropped" : ""}`, type: "button", test: `drop-${item.index}`, title: `${item.category}\n${item.title}`,
    onclick: () => act("drop", { name: item.name }) },
    h("span", { class: "drop-title", text: item.title }), icon(item.dropped ? "check" : "plus"), item.dropped && h("span", { class: "unseen", text: say("dropped") }));
}

function drawSamples() {
  const groups = Map.groupBy(state.drops.map(sample), (item) => item.group);
  const waits = state.drops.some((item) => !item.dropped);
  const all = h("button", { class: "plain-button", type: "button", test: "drop-all", text: say("drop_all"), onclick: dropAll });
  const top = view.samples.querySelector(".drops")?.scrollTop ?? 0;
  // Each heading sticks within its own group only, so that one pushes the other away.
  const list = h("div", { class: "drops" }, [...groups].map(([group, items]) => h("div", { class: "drop-group" }, h("h4", { text: group }), items.map(drop))));
  fill(view.samples, h("div", { class: "section-head" }, h("h3", { text: say("samples") }), waits && all),
    h("p", { class: "hint", text: say(state.drops.length ? "samples_hint" : "no_drops") }),
    state.drops.length > 0 && list);
  list.scrollTop = top;
}

async function dropAll() {
  for (const item of state.drops.filter((one) => !one.dropped)) await act("drop", { name: item.name });
}

function drawChat() {
  const chat = current();
  view.chat.hidden = !chat;
  if (!chat) return;
  const isPrivate = chat.kind === "private";
  const kind = isPrivate ? ["block", "unblock"] : ["kick", "invite"];
  const wish = kind[chat.blocked ? 1 : 0];
  drawFrom(view.chat, [chat.id, chat.title, wish], () => chatSection(chat, wish));
}

function chatSection(chat, wish) {
  const button = h("button", { class: `wide-button${chat.blocked ? "" : " danger"}`, type: "button", test: chat.blocked ? "unblock" : "block",
    onclick: () => act(wish, { chat_id: chat.id }) }, icon(chat.blocked ? "check" : "block"), h("span", { text: say(wish) }));
  return [h("div", { class: "section-head" }, h("h3", { text: say("this_chat") }), h("span", { class: "count", text: chat.title })), button];
}

/** How many calls the ordered troubles of this kind still wait for. */
const left = (kind) => state.faults.filter((fault) => fault.kind === kind).reduce((sum, fault) => sum + (fault.count ?? 1), 0);

function drawTrouble() {
  const rows = FAULTS.map(([key, body]) => h("button", { class: "wide-button", type: "button", test: `fault-${key}`, onclick: () => act("faults", body) },
    h("span", { text: say(`fault_${key}`) }), left(body.kind) > 0 && h("b", { class: "left", text: `×${left(body.kind)}` })));
  const active = state.faults.length;
  const clear = active > 0 && h("button", { class: "plain-button", type: "button", test: "fault-clear", text: say("fault_clear"), onclick: () => act("faults", undefined, "DELETE") });
  fill(view.trouble, h("div", { class: "section-head" }, h("h3", { text: say("trouble") }), clear),
    h("p", { class: `hint${active ? " warning" : ""}`, text: active ? say("faults_active", { n: active }) : say("trouble_hint") }), rows);
}

/** The report tells counts, or lists of what was counted. */
const count = (value) => (Array.isArray(value) ? value.length : Number(value ?? 0));

function drawClock() {
  const figure = (key, value, bad) => h("div", { class: `figure${bad && value > 0 ? " bad" : ""}` }, h("b", { text: value }), h("span", { text: say(key) }));
  fill(view.clock, h("div", { class: "section-head" }, h("h3", { text: say("clock") }), !state.flood && h("span", { class: "count", text: say("clock_off") })),
    h("div", { class: "figures", test: "report" }, figure("calls", count(state.report.calls)),
      figure("violations", count(state.report.violations), true), figure("unanswered_taps", count(state.report.unanswered)), figure("complaints", count(state.report.complaints), true)));
}

const whenBuilt = (draw) => eachFrame(() => { if (view) draw(); });
on("drops all", whenBuilt(drawSamples));
on("chat open all", whenBuilt(drawChat));
on("faults all", whenBuilt(drawTrouble));
on("report all", whenBuilt(drawClock));
on("call all", whenBuilt(() => view.log.draw()));
