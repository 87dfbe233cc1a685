// Draws one message, and redraws only those parts of it that an edit changed.

import { picture } from "./api.js";
import { h } from "./dom.js";
import { safeAddress, render } from "./entities.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import { avatar, tint } from "./avatar.js";
import { isMine, nameOf } from "./state.js";
import { clock, exact } from "./times.js";
import { say } from "./words.js";

const openQuotes = new Map();

const SERVICE = [
  ["new_chat_members", (value) => value.map((person) => say("joined", { name: person.first_name })).join(" · ")],
  ["left_chat_member", (value) => say("left", { name: value.first_name })],
  ["pinned_message", () => say("pinned")],
  ["migrate_to_chat_id", () => say("migrated")],
  ["migrate_from_chat_id", () => say("migrated")],
];

/** The line a service message says, or null for an ordinary message. */
export function serviceLine(message) {
  const row = SERVICE.find(([field]) => message[field] !== undefined);
  if (row) return row[1](message[row[0]]);
  const carries = ["text", "caption", "photo", "document", "reply_markup"].some((field) => message[field] !== undefined);
  return carries ? null : say("service");
}

/** One message as an element of the conversation. */
export function bubble(chat, message, hooks) {
  const test = `message-${chat.id}-${message.message_id}`;
  const line = serviceLine(message);
  if (line !== null) return h("div", { class: "service", test, "data-id": message.message_id }, h("span", { text: line }));
  const mine = isMine(chat, message);
  const from = message.from?.id ?? 0;
  const node = h("article", { class: `message ${mine ? "mine" : "theirs"}`, test, "data-id": message.message_id, "data-from": from });
  if (chat.kind !== "private" && !mine) node.append(avatar(nameOf(from), from, message.from?.is_bot));
  node.append(h("div", { class: "stack" }, h("div", { class: "bubble" })));
  redraw(node, chat, message, hooks);
  return node;
}

const PARTS = [
  ["name", (chat, message) => (chat.kind === "private" || isMine(chat, message) ? null : nameLine(message))],
  ["reply", (_, message) => message.reply_to_message && reply(message.reply_to_message)],
  ["above", (_, message) => pictureOf(message, true)],
  ["file", (_, message) => message.document && fileLine(message.document)],
  ["text", (chat, message, hooks) => words(chat, message, hooks)],
  ["below", (_, message) => pictureOf(message, false)],
];

/** Brings a drawn message up to date; untouched parts keep their nodes, so nothing flickers. */
export function redraw(node, chat, message, hooks) {
  const box = node.querySelector(".bubble");
  const old = new Map([...box.children].map((part) => [part.dataset.part, part]));
  const parts = PARTS.map(([name, build]) => keep(name, old.get(name), build(chat, message, hooks))).filter(Boolean);
  for (const part of old.values()) if (!parts.includes(part)) part.remove();
  parts.forEach((part, index) => { if (box.children[index] !== part) box.insertBefore(part, box.children[index] ?? null); });
  node.classList.toggle("pictured", parts.some((part) => part.classList.contains("picture")));
  box.querySelector(":scope > .text > .meta").replaceWith(meta(message));
  redrawKeys(node, keyboard(chat, message, hooks.onLink));
}

function keep(name, old, built) {
  if (!built) return null;
  const [key, make] = built;
  const written = JSON.stringify([key, document.documentElement.lang]);
  if (old?.writtenFrom === written) return old;
  const node = make();
  node.dataset.part = name;
  node.writtenFrom = written;
  return node;
}

function redrawKeys(node, keys) {
  const old = node.querySelector(".keys");
  const focused = old?.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  if (old && keys) old.replaceWith(keys);
  else if (keys) node.querySelector(".stack").append(keys);
  else old?.remove();
  node.classList.toggle("keyed", Boolean(keys));
  if (focused) keys?.querySelector(`[data-testid="${focused}"]`)?.focus({ preventScroll: true });
}

function nameLine(message) {
  const name = message.from?.first_name ?? "";
  return [name, () => h("div", { class: `sender tint-${tint(message.from?.id)}`, text: name })];
}

function reply(original) {
  const text = original.text ?? original.caption ?? say("photo");
  return [[original.message_id, text], () => h("div", { class: "reply" },
    h("b", { text: original.from?.first_name ?? "" }), h("span", { text: text.slice(0, 120) }))];
}

function fileLine(document) {
  const name = document.file_name ?? say("document");
  return [name, () => h("div", { class: "file" }, icon("file"), h("span", { text: name }))];
}

/** The picture's address and whether it stands above the text. */
function pictureFacts(message) {
  if (message.photo?.length) return { file: message.photo.at(-1).file_id, above: !message.show_caption_above_media, small: false };
  const preview = message.link_preview_options;
  if (!preview?.url || preview.is_disabled || !safeAddress(preview.url)) return null;
  return { url: preview.url, above: Boolean(preview.show_above_text), small: Boolean(preview.prefer_small_media) && !preview.prefer_large_media };
}

function pictureOf(message, above) {
  const facts = pictureFacts(message);
  if (!facts || facts.above !== above) return null;
  return [facts, () => drawPicture(facts)];
}

function drawPicture(facts) {
  const image = h("img", { src: picture(facts), alt: say("picture"), decoding: "async", referrerpolicy: "no-referrer" });
  const frame = h("div", { class: `picture${facts.small ? " small" : ""} loading` }, image);
  image.addEventListener("load", () => {
    frame.classList.remove("loading");
    // Charts must not lose their edges; only very tall and very wide pictures are cut, previews of links sooner.
    const tallest = facts.file ? 0.5 : 1.25;
    frame.style.aspectRatio = Math.min(2.4, Math.max(tallest, image.naturalWidth / image.naturalHeight || 1.78));
  }, { once: true });
  image.addEventListener("error", () => {
    frame.classList.replace("loading", "failed");
    frame.replaceChildren(icon("picture"), h("span", { text: say("picture_failed") }));
  }, { once: true });
  return frame;
}

function words(chat, message, hooks) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return [[text, entities], () => drawWords(chat, message, text, entities, hooks)];
}

function drawWords(chat, message, text, entities, hooks) {
  const key = `${chat.id}:${message.message_id}`;
  const nodes = render(text, entities, {
    ...hooks,
    isOpen: (index) => openQuotes.get(key)?.has(index) ?? false,
    onQuote: (index, open) => { remember(key, index, open); hooks.onQuote(); },
  });
  return h("div", { class: text ? "text" : "text wordless", dir: "auto" }, ...nodes, meta(message));
}

function remember(key, index, open) {
  const opened = openQuotes.get(key) ?? new Set();
  opened[open ? "add" : "delete"](index);
  openQuotes.set(key, opened);
}

function meta(message) {
  const edited = message.edit_date ? `${say("edited")} ` : "";
  return h("span", { class: "meta", title: exact(message.date) }, edited && h("span", { text: edited }),
    h("time", { datetime: new Date(message.date * 1000).toISOString(), text: clock(message.date) }));
}
