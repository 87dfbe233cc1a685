// Turns a message's text and entities into DOM nodes, never into markup.

import { h } from "./dom.js";
import { quote } from "./quote.js";
import { exact } from "./times.js";
import { say } from "./words.js";

const SCHEMES = new Set(["http:", "https:", "tg:", "mailto:"]);
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const NO_LINKS_IN = new Set(["code", "pre", "text_link", "url", "bot_command", "email", "mention", "hashtag"]);
// A command stands alone: neither 10/19 nor km/h nor 和/or is one.
const FINDABLE = /(?<![\p{L}\p{N}_/@:.<])\/[a-zA-Z][a-zA-Z0-9_]{0,31}(?:@\w{3,32})?(?![\p{L}\p{N}_/])|https?:\/\/[^\s<>"'，。；、！？）】》」]+/gu;

/** The address as a link may carry it, or null when it is not one of the four harmless kinds. */
export function safeAddress(address) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(whole);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, nodes, { onLink }) {
  const safe = safeAddress(address);
  if (!safe) return h("span", {}, ...nodes);
  return h("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: safe, onclick: (event) => onLink(event, safe) }, ...nodes);
}

function command(text, nodes, { onCommand }) {
  return h("button", { class: "inline-button command", type: "button", onclick: () => onCommand(text) }, ...nodes);
}

function spoiler(nodes) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("show_spoiler"), test: "spoiler" }, h("span", {}, ...nodes));
  const show = (event) => {
    if (event.key && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", show, { once: true });
  hidden.addEventListener("keydown", show);
  return hidden;
}

const wrap = (tag, name) => (nodes) => h(tag, { class: name }, ...nodes);

const BUILD = {
  bold: wrap("strong"),
  italic: wrap("em"),
  underline: wrap("u"),
  strikethrough: wrap("s"),
  spoiler,
  code: wrap("code"),
  pre: (nodes, { entity }) => h("pre", { "data-language": entity.language, tabindex: 0 }, h("code", {}, ...nodes)),
  text_link: (nodes, hooks) => link(hooks.entity.url ?? "", nodes, hooks),
  url: (nodes, hooks) => link(hooks.text, nodes, hooks),
  email: (nodes, hooks) => link(`mailto:${hooks.text}`, nodes, hooks),
  bot_command: (nodes, hooks) => command(hooks.text, nodes, hooks),
  mention: wrap("span", "mention"),
  text_mention: wrap("span", "mention"),
  hashtag: wrap("span", "mention"),
  cashtag: wrap("span", "mention"),
  date_time: (nodes, { entity }) => h("time", { title: entity.unix_time ? exact(entity.unix_time) : null }, ...nodes),
  blockquote: (nodes, hooks) => quote(nodes, hooks, false),
  expandable_blockquote: (nodes, hooks) => quote(nodes, hooks, true),
};

/** Nodes for `text`; hooks: onCommand(text), onLink(event, address), isOpen(index), onQuote(index, open). */
export function render(text, entities, hooks) {
  const known = (entities ?? []).filter((one) => BUILD[one.type] && one.length > 0 && one.offset >= 0 && one.offset < text.length);
  const ordered = known.sort((a, b) => a.offset - b.offset || b.length - a.length);
  const counted = { ...hooks, quotes: 0 };
  return span(text, 0, text.length, ordered, counted, false);
}

function span(text, start, end, entities, hooks, linked) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...after] = rest;
    // Entities that cross each other do not come from Telegram; cutting them at the outer one's end keeps a tree.
    const from = Math.max(entity.offset, at);
    const stop = Math.min(entity.offset + entity.length, end);
    if (stop <= from) {
      rest = after;
      continue;
    }
    nodes.push(...plain(text, at, from, hooks, linked));
    const inner = after.filter((one) => one.offset < stop);
    nodes.push(...build(text, { ...entity, from, stop }, inner, hooks, linked));
    at = BLOCKS.has(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
    rest = after.filter((one) => one.offset >= stop);
  }
  nodes.push(...plain(text, at, end, hooks, linked));
  return nodes;
}

function build(text, entity, inner, hooks, linked) {
  const { from, stop } = entity;
  const index = entity.type === "expandable_blockquote" ? hooks.quotes++ : 0;
  const nodes = span(text, from, stop, inner, hooks, linked || NO_LINKS_IN.has(entity.type));
  return [BUILD[entity.type](nodes, { ...hooks, entity, text: text.slice(from, stop), index })];
}

/** Text outside entities: Telegram's apps make bare addresses and commands in it tappable. */
function plain(text, start, end, hooks, linked) {
  if (start >= end) return [];
  const piece = text.slice(start, end);
  if (linked) return [piece];
  const nodes = [];
  let at = 0;
  for (const found of piece.matchAll(FINDABLE)) {
    nodes.push(piece.slice(at, found.index));
    nodes.push(found[0].startsWith("/") ? command(found[0], [found[0]], hooks) : link(found[0], [found[0]], hooks));
    at = found.index + found[0].length;
  }
  nodes.push(piece.slice(at));
  return nodes.filter((one) => one !== "");
}
