// Draws the buttons under a message and carries out what pressing one means.

import { act } from "./api.js";
import { safeAddress } from "./entities.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { on, state } from "./state.js";
import { alertBox, toast } from "./toast.js";
import { say } from "./words.js";

const PATIENCE_MS = 15000;
const waiting = new Map();
const place = (chatId, messageId) => `${chatId}:${messageId}`;

const KINDS = [
  { has: "url", mark: "out", build: (button, parts) => linkButton(button, parts) },
  { has: "copy_text", mark: "copy", press: (button) => copy(button.copy_text.text ?? "") },
  { has: "callback_data", mark: null, press: (button, chat, message) => callBack(button, chat, message) },
];
const OTHER = { mark: null, press: () => toast(say("not_here")) };

/** The keyboard of `message`, or null when it has none. */
export function keyboard(chat, message, onLink) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return h("div", { class: "keys" }, rows.map((row, r) => h("div", { class: "keys-row" },
    row.map((button, c) => key(button, { chat, message, onLink, test: `button-${r}-${c}` })))));
}

function key(button, facts) {
  const kind = KINDS.find((one) => button[one.has] !== undefined) ?? OTHER;
  const style = ["primary", "success", "danger"].includes(button.style) ? ` key-${button.style}` : "";
  const parts = [h("span", { class: "key-text", text: button.text }), kind.mark && icon(kind.mark)];
  if (kind.build) return kind.build(button, { ...facts, parts, style });
  const busy = waiting.get(place(facts.chat.id, facts.message.message_id))?.data === button.callback_data && kind.has === "callback_data";
  return h("button", { class: `key${style}${busy ? " busy" : ""}`, type: "button", test: facts.test,
    "data-callback": button.callback_data, "aria-busy": busy ? "true" : null,
    onclick: () => kind.press(button, facts.chat, facts.message) }, ...parts);
}

function linkButton(button, { parts, style, test, onLink }) {
  const safe = safeAddress(button.url);
  if (!safe) return h("button", { class: `key${style}`, type: "button", test, onclick: OTHER.press }, ...parts);
  return h("a", { class: `key${style}`, href: safe, target: "_blank", rel: "noopener noreferrer", title: safe, test,
    onclick: (event) => onLink(event, safe) }, ...parts);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    toast(say("copy_failed"));
  }
}

async function callBack(button, chat, message) {
  const where = place(chat.id, message.message_id);
  if (waiting.get(where)?.data === button.callback_data) return;
  forget(where);
  const timer = setTimeout(() => { forget(where); toast(say("unanswered")); }, PATIENCE_MS);
  waiting.set(where, { data: button.callback_data, timer });
  mark(chat.id, message.message_id);
  const press = { chat_id: chat.id, message_id: message.message_id, data: button.callback_data, from_id: chat.me };
  if (!(await act("press", press))) forget(where);
}

function forget(where) {
  const entry = waiting.get(where);
  if (!entry) return;
  clearTimeout(entry.timer);
  waiting.delete(where);
  mark(...where.split(":"));
}

/** Shows on the keys themselves which one waits for its answer. */
function mark(chatId, messageId) {
  const data = waiting.get(place(chatId, messageId))?.data;
  const shown = document.querySelector(`[data-testid="message-${chatId}-${messageId}"]`);
  for (const one of shown?.querySelectorAll("[data-callback]") ?? []) {
    const busy = data !== undefined && one.dataset.callback === data;
    one.classList.toggle("busy", busy);
    one.toggleAttribute("aria-busy", busy);
  }
}

on("answer", ({ chat_id, message_id, text, show_alert }) => {
  forget(place(chat_id, message_id));
  if (text && chat_id === state.open) (show_alert ? alertBox : toast)(text);
});
