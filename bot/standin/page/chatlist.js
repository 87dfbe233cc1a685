// The list of chats at the left: who, the last line, when, and how many unread.

import { avatar } from "./avatar.js";
import { serviceLine } from "./bubble.js";
import { eachFrame, fill, h } from "./dom.js";
import { lastMessage, nameOf, on, roleOf, state } from "./state.js";
import { brief } from "./times.js";
import { say } from "./words.js";

let view = null;

/** Builds the list under `head`; `open` gets the chat that is chosen. */
export function chatList(root, head, open) {
  view = { rows: h("ul", { class: "rows" }), items: new Map(), open };
  fill(root, head, view.rows, h("p", { class: "list-foot", text: say("local") }));
  drawList();
}

const tagOf = (chat) => (chat.kind === "private" ? roleOf(chat.person) : "group");

/** The line under the name: a message in its own language, or what is to be said of the chat. */
function lastLine(chat) {
  const message = lastMessage(chat);
  const line = (props, text) => h("span", { class: "row-last", ...props }, text);
  if (chat.typing) return line({}, h("em", { text: say("typing") }));
  if (chat.blocked && chat.kind === "private") return line({}, say("blocked"));
  return message ? line({ lang: chat.language_code }, textOf(chat, message)) : line({}, say("no_messages"));
}

function textOf(chat, message) {
  const who = chat.kind !== "private" && message.from ? `${nameOf(message.from.id)}: ` : "";
  const text = serviceLine(message) ?? message.text ?? message.caption ?? say(message.document ? "document" : "photo");
  return `${who}${text.slice(0, 140)}`;
}

/** The chat's row: one button for as long as the list stands, so that news arriving never swallows a click. */
function row(chat) {
  const item = view.items.get(chat.id) ?? h("li", {}, h("button", { class: "row", type: "button", test: `chat-${chat.id}`, onclick: () => view.open(chat.id) }));
  view.items.set(chat.id, item);
  const button = item.firstElementChild;
  button.classList.toggle("open", chat.id === state.open);
  button.ariaCurrent = chat.id === state.open ? "true" : null;
  fill(button, content(chat));
  return item;
}

function content(chat) {
  const message = lastMessage(chat);
  const tag = tagOf(chat);
  return [
    avatar(chat.title, chat.person ?? chat.id),
    h("span", { class: "row-name" }, h("b", { text: chat.title }), h("span", { class: `tag tag-${tag}`, text: say(tag) })),
    h("time", { class: "row-time", text: message ? brief(message.date) : "" }),
    lastLine(chat),
    chat.unread > 0 && h("span", { class: "badge", "aria-label": say("unread", { n: chat.unread }), text: chat.unread > 99 ? "99+" : chat.unread }),
  ];
}

// A group that became a supergroup lives on under its new id.
const shownChats = () => [...state.chats.values()].filter((chat) => !chat.migrated_to);

/** Draws the rows. */
export function drawList() {
  const items = shownChats().map(row);
  if (items.some((item, index) => view.rows.children[index] !== item) || items.length !== view.rows.children.length) fill(view.rows, items);
  const unread = [...state.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = (unread ? `(${unread}) ` : "") + say("title");
}

on("chat open all", eachFrame(() => drawList()));
