// The field a person writes in: sending, the command menu, and what stands in its place in an empty or blocked chat.

import { act } from "./api.js";
import { commandMenu } from "./menu.js";
import { drawFrom, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { current, nameOf, on, roleOf, state } from "./state.js";
import { say } from "./words.js";

const drafts = new Map();
let view = null;

/** Builds the bar at the foot of the conversation. */
export function composer() {
  const field = h("textarea", { class: "field", rows: 1, test: "composer", autocomplete: "off", enterkeyhint: "send",
    role: "combobox", "aria-autocomplete": "list", "aria-controls": "command-list", "aria-expanded": "false" });
  const menu = commandMenu(field, (command) => sendText(command));
  const toggle = h("button", { class: "round", type: "button", test: "commands", onclick: () => menu.toggle() }, icon("slash"));
  const send = h("button", { class: "round send", type: "button", test: "send", onclick: () => submit() }, icon("send"));
  const who = h("div", { class: "who" });
  const form = h("div", { class: "composer-row" }, toggle, field, send);
  const bar = h("div", { class: "big-bar", hidden: true });
  view = { field, menu, toggle, send, who, form, bar };
  field.addEventListener("input", typed);
  field.addEventListener("keydown", keyed);
  return h("footer", { class: "composer" }, menu.node, who, form, bar);
}

function fit() {
  view.field.style.height = "auto";
  view.field.style.height = `${view.field.scrollHeight}px`;
}

function typed() {
  const { field, send, menu } = view;
  fit();
  send.disabled = field.value.trim() === "";
  if (state.open !== null) drafts.set(state.open, field.value);
  menu.filter(field.value);
}

function keyed(event) {
  // Enter that ends a Chinese input method's composition picks a word; it does not send.
  if (event.isComposing || event.keyCode === 229) return;
  if (view.menu.keyed(event)) return;
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  submit();
}

async function submit() {
  const text = view.field.value.trim();
  if (!text) return;
  write("");
  if (!(await sendText(text)) && view.field.value === "") write(text);
}

function write(text) {
  view.field.value = text;
  typed();
}

/** Sends `text` as the person of the open chat. */
export async function sendText(text) {
  const chat = current();
  if (!chat) return null;
  view.menu.close();
  return act("send", { chat_id: chat.id, from_id: chat.me, text });
}

/** Shows the bar that fits the chat: START, UNBLOCK, or the field. */
export function showComposer() {
  const chat = current();
  if (!chat) return;
  const isPrivate = chat.kind === "private";
  const big = chat.blocked ? "unblock" : isPrivate && chat.messages.size === 0 ? "start" : null;
  const returns = view.form.hidden && !big;
  view.form.hidden = big !== null;
  view.bar.hidden = big === null;
  if (big) view.menu.close();
  if (big && view.bar.dataset.shown !== `${big}:${chat.id}:${say("start")}`) fill(view.bar, bigButton(big, chat));
  view.bar.dataset.shown = big ? `${big}:${chat.id}:${say("start")}` : "";
  showWho(chat);
  if (returns) fit();
  if (returns && matchMedia("(hover: hover)").matches) focusComposer();
}

function bigButton(kind, chat) {
  if (kind === "start") return h("button", { class: "big primary", type: "button", test: "start", text: say("start"), onclick: () => sendText("/start") });
  const isPrivate = chat.kind === "private";
  return h("button", { class: "big", type: "button", test: "unblock-bar", text: say(isPrivate ? "unblock_bar" : "invite"),
    onclick: () => act(isPrivate ? "unblock" : "invite", { chat_id: chat.id }) });
}

function showWho(chat) {
  const people = chat.kind === "private" ? [] : (chat.members ?? []).filter((id) => id !== state.bot.id);
  view.who.hidden = people.length === 0 || chat.blocked;
  drawFrom(view.who, [chat.id, chat.me, people], () => whoPicker(chat, people));
}

function whoPicker(chat, people) {
  const select = h("select", { class: "who-select", test: "who", onchange: (event) => choose(chat, Number(event.target.value)) },
    people.map((id) => h("option", { value: id, selected: id === chat.me, text: `${nameOf(id)} · ${say(roleOf(id))}` })));
  return [h("label", {}, h("span", { text: say("acting_as") }), select)];
}

let onChosen = () => {};

/** Hears when the person to act as in a group was changed. */
export function whenChosen(work) {
  onChosen = work;
}

function choose(chat, id) {
  chat.me = id;
  onChosen();
}

/** Puts the words of the page's language and the chat's draft in place. */
export function resetComposer() {
  view.field.placeholder = say("write");
  view.field.setAttribute("aria-label", say("write"));
  view.toggle.setAttribute("aria-label", say("commands"));
  view.toggle.title = say("commands");
  view.send.setAttribute("aria-label", say("send"));
  view.menu.close();
  view.field.value = drafts.get(state.open) ?? "";
  showComposer();
  requestAnimationFrame(() => { typed(); view.menu.close(); });
}

export const focusComposer = () => view.field.focus({ preventScroll: true });

on("chat", (chat) => { if (chat.id === state.open) showComposer(); });
on("commands", () => view.menu.refresh());
