// Starts the page: puts the views in place and joins them to the stand-in.

import { follow } from "./api.js";
import { avatar } from "./avatar.js";
import { chatList } from "./chatlist.js";
import { composer, focusComposer, resetComposer, sendText, showComposer, whenChosen } from "./composer.js";
import { messageArea, redrawChat, showChat } from "./conversation.js";
import { drawFrom, fill, h, isPhone } from "./dom.js";
import { icon } from "./icons.js";
import { applyTheme, isDark, switchTheme } from "./theme.js";
import { playPanel } from "./panel.js";
import { current, nameOf, on, openChat, state, takeEvent, takeState } from "./state.js";
import { hush } from "./toast.js";
import { say, startLanguage, switchLanguage } from "./words.js";

const $ = (id) => document.getElementById(id);
const WIDE = matchMedia("(min-width: 1180px)");
const welcome = h("div", { class: "welcome", test: "welcome", hidden: true });
const header = h("header", { class: "chat-head" });
let shown = null;

function iconButton(name, label, test, onclick) {
  return h("button", { class: "icon-button", type: "button", "aria-label": label, title: label, test, onclick }, icon(name));
}

function listHead() {
  const dark = isDark();
  return h("header", { class: "list-head" },
    h("span", { class: "mark", "aria-hidden": "true", text: "简" }),
    h("h1", { text: say("title") }),
    h("button", { class: "text-button", type: "button", "aria-label": say("switch_language"), test: "language", text: say("other_language"), onclick: changeLanguage }),
    iconButton(dark ? "sun" : "moon", say(dark ? "to_light" : "to_dark"), "theme", changeTheme));
}

function drawHeader() {
  const chat = current();
  if (!chat) return drawFrom(header, null, () => []);
  const values = { name: nameOf(chat.me), bot: state.bot.first_name, n: (chat.members ?? []).filter((id) => id !== state.bot.id).length };
  const line = chat.typing ? say("typing") : say(chat.kind === "private" ? "you_are" : "you_are_in_group", values);
  drawFrom(header, [chat.id, chat.title, line, panelIsOpen()], () => [
    h("button", { class: "icon-button back", type: "button", "aria-label": say("back"), test: "back", onclick: () => { location.hash = ""; } }, icon("back")),
    avatar(chat.title, chat.person ?? chat.id),
    h("div", { class: "chat-who" }, h("h2", { text: chat.title }), h("p", { class: chat.typing ? "is-typing" : "", text: line })),
    h("button", { class: "play-button", type: "button", test: "play", "aria-label": say("play_open"), "aria-expanded": String(panelIsOpen()), onclick: () => setPanel(!panelIsOpen()) },
      icon("play"), h("span", { text: say("play") })),
  ]);
}

function drawWelcome() {
  const chat = current();
  welcome.hidden = !chat || chat.messages.size > 0;
  if (welcome.hidden) return;
  const about = chat.description || state.bot.description;
  fill(welcome, avatar(state.bot.first_name || "简", 0, true), h("h2", { text: state.bot.first_name }),
    about && h("div", {}, h("b", { text: say("hello") }), h("p", { text: about, lang: chat.language_code })));
}

function drawChat() {
  drawHeader();
  drawWelcome();
  showComposer();
}

const panelIsOpen = () => $("app").classList.contains("playing");

function setPanel(open) {
  $("app").classList.toggle("playing", open);
  $("panel").inert = !open;
  $("list").inert = $("conversation").inert = open && !WIDE.matches;
  if (!isPhone()) localStorage.setItem("panel", open ? "open" : "closed");
  drawHeader();
  if (!WIDE.matches) document.querySelector(open ? "[data-testid=panel-close]" : "[data-testid=play]")?.focus();
}

function changeTheme() {
  switchTheme();
  drawListColumn();
}

function changeLanguage() {
  switchLanguage();
  drawShell();
  resetComposer();
  redrawChat();
  drawChat();
}

function drawListColumn() {
  chatList($("list"), listHead(), (id) => { location.hash = `#${id}`; });
  $("list").setAttribute("aria-label", say("chats"));
}

function drawShell() {
  drawListColumn();
  playPanel($("panel"), () => setPanel(false));
  $("offline").textContent = say("offline");
}

/** The address names the open chat, so a phone's back button returns to the list. */
function openFromAddress() {
  const asked = Number(location.hash.slice(1));
  const known = state.chats.has(asked) ? asked : null;
  const id = known ?? (isPhone() ? null : state.open ?? state.chats.keys().next().value ?? null);
  $("app").dataset.screen = id === null ? "list" : "chat";
  openChat(id);
}

on("open", (chat) => {
  if (chat?.id !== shown) hush();
  showChat(chat);
  resetComposer();
  drawChat();
  // A reconnection opens the same chat again and must not take the focus from where it is.
  if (chat && chat.id !== shown && matchMedia("(hover: hover)").matches) focusComposer();
  shown = chat?.id ?? null;
});
on("chat", (chat) => {
  if (chat.id !== state.open) return;
  if (chat.migrated_to) location.hash = `#${chat.migrated_to}`;
  drawHeader();
  drawWelcome();
});
on("all", openFromAddress);
whenChosen(() => { redrawChat(); drawHeader(); });

/** A link that starts this very bot is followed here; others open in a new window. */
function onLink(event, address) {
  const url = new URL(address);
  const start = url.hostname === "t.me" && url.pathname.slice(1) === state.bot.username && url.searchParams.get("start");
  if (!start) return;
  event.preventDefault();
  sendText(`/start ${start}`);
}

startLanguage();
applyTheme();
fill($("conversation"), header, h("div", { class: "stage" }, ...messageArea({ onCommand: sendText, onLink }), welcome), composer());
drawShell();
setPanel(WIDE.matches && localStorage.getItem("panel") !== "closed");
$("backdrop").addEventListener("click", () => setPanel(false));
WIDE.addEventListener("change", () => setPanel(WIDE.matches && panelIsOpen()));
addEventListener("hashchange", openFromAddress);
addEventListener("keydown", (event) => { if (event.key === "Escape" && !WIDE.matches && panelIsOpen()) setPanel(false); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawListColumn);
follow({ onState: takeState, onEvent: takeEvent, onLink: (linked) => { $("offline").hidden = linked; } });
