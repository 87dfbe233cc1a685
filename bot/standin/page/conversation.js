// Shows the open chat's messages: days, bubbles, who is typing, and what is new below.

import { bubble, redraw, serviceLine } from "./bubble.js";
import { eachFrame, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { keepPlace } from "./scroll.js";
import { current, isMine, on, state } from "./state.js";
import { day, dayKey } from "./times.js";
import { say } from "./words.js";

const SHOWN_AT_ONCE = 150;
const GROUP_SECONDS = 300;
const LONG_TEXT = 500;

const places = new Map();
let view = null;

/** Builds the message area; hooks say what tapping a command or link does. */
export function messageArea(hooks) {
  const days = h("div", { class: "days" });
  const typing = h("div", { class: "typing", hidden: true }, h("i"), h("i"), h("i"));
  const earlier = h("button", { class: "earlier", type: "button", hidden: true, onclick: () => showEarlier() });
  const inner = h("div", { class: "inner" }, earlier, days, typing);
  const scroller = h("div", { class: "scroller", tabindex: 0, role: "region", test: "messages" }, inner);
  const jump = h("button", { class: "jump", type: "button", hidden: true, test: "jump", onclick: () => view.place.toEnd(true) });
  view = { days, typing, earlier, scroller, jump, chat: null, from: 0,
    hooks: { ...hooks, onQuote: () => view.place.stay() } };
  view.place = keepPlace(scroller, inner, showJump);
  return [scroller, jump];
}

function showJump(place) {
  view.jump.hidden = !(place.missed > 0 || place.far());
  view.jump.classList.toggle("counted", place.missed > 0);
  const words = place.missed > 0 ? say("new_messages", { n: place.missed }) : "";
  view.jump.setAttribute("aria-label", words || say("to_bottom"));
  fill(view.jump, icon("down"), words && h("span", { text: words }));
}

/** Draws `chat` anew at the place where the person left it. */
export function showChat(chat) {
  if (view.chat) places.set(view.chat.id, view.place.save());
  view.chat = chat;
  view.scroller.setAttribute("aria-label", say("conversation"));
  if (!chat) return fill(view.days);
  view.from = Math.max(0, chat.messages.size - SHOWN_AT_ONCE);
  drawAll();
  view.place.restore(places.get(chat.id));
}

function drawAll() {
  fill(view.days);
  view.days.lang = view.chat.language_code ?? "";
  [...view.chat.messages.values()].slice(view.from).forEach((message) => append(message));
  view.earlier.hidden = view.from === 0;
  view.earlier.textContent = say("earlier");
  showTyping(view.chat);
}

function showEarlier() {
  const before = view.scroller.scrollHeight - view.scroller.scrollTop;
  view.place.stay();
  view.from = Math.max(0, view.from - SHOWN_AT_ONCE);
  drawAll();
  view.scroller.scrollTop = view.scroller.scrollHeight - before;
}

function append(message) {
  const node = bubble(view.chat, message, view.hooks);
  const key = dayKey(message.date);
  let section = view.days.lastElementChild;
  if (section?.dataset.day !== key) {
    section = h("section", { class: "day", "data-day": key }, h("h3", { class: "date" }, h("span", { text: day(message.date) })));
    view.days.append(section);
  }
  joinToLast(section.lastElementChild, node, message);
  section.append(node);
  return node;
}

/** Messages of one sender in a row stand closer and show one avatar. */
function joinToLast(last, node, message) {
  node.dataset.date = message.date;
  const together = last?.dataset.from && last.dataset.from === node.dataset.from && serviceLine(message) === null
    && message.date - Number(last.dataset.date) < GROUP_SECONDS;
  if (!together) return;
  last.classList.add("followed");
  node.classList.add("following");
}

const nodeOf = (id) => view.days.querySelector(`[data-id="${Number(id)}"]`);
const isOpen = (chat) => view.chat && chat.id === view.chat.id;

function showTyping(chat) {
  const was = view.typing.hidden;
  view.typing.hidden = !chat.typing;
  if (was && !view.typing.hidden && view.place.following) view.place.toEnd(true);
}

function added(chat, message) {
  if (!isOpen(chat)) return;
  const stays = view.place.following || view.place.near() || isMine(chat, message);
  append(message).classList.add("arriving");
  announce(message);
  if (stays) view.place.following = true;
  else view.place.missed += 1;
  settle();
}

/** Goes to the newest message once a frame, however many came; a long stay at the end lets old ones go. */
const settle = eachFrame(() => {
  if (!view.chat) return;
  if (view.place.following && view.chat.messages.size - view.from > 3 * SHOWN_AT_ONCE) {
    view.from = view.chat.messages.size - SHOWN_AT_ONCE;
    drawAll();
  }
  if (view.place.following) view.place.toEnd(true);
  else showJump(view.place);
});

/** Tells a screen reader what came; the text area itself is no live region, or opening a chat would read it all. */
function announce(message) {
  if (!message.from?.is_bot) return;
  document.getElementById("live").textContent = `${message.from.first_name}: ${message.text ?? message.caption ?? say("photo")}`;
}

function edited(chat, message) {
  const node = isOpen(chat) ? nodeOf(message.message_id) : null;
  if (!node?.matches(".message")) return;
  const before = node.querySelector(".text");
  const top = node.getBoundingClientRect().top;
  redraw(node, chat, message, view.hooks);
  const turned = node.querySelector(".text") !== before && (message.text ?? "").length > LONG_TEXT;
  const above = top < view.scroller.getBoundingClientRect().top;
  if (!turned) return;
  // A page of a long text was turned: it is read from its beginning, not from where its buttons stood.
  view.place.stay();
  if (above) node.scrollIntoView({ block: "start" });
}

on("message", added);
on("edited", edited);
on("deleted", (chat, id) => { if (isOpen(chat)) leave(nodeOf(id)); });
on("chat", (chat) => { if (isOpen(chat)) showTyping(chat); });

function leave(node) {
  const section = node?.closest(".day");
  node?.remove();
  if (section && section.children.length === 1) section.remove();
}

/** Draws the open chat again, for a new language or another person. */
export function redrawChat() {
  if (state.open !== null && view.chat) showChat(current());
}
