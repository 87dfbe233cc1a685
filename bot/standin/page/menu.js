// The list of the bot's commands over the composer, filtered while one types "/…".

import { fill, h } from "./dom.js";
import { state } from "./state.js";
import { say } from "./words.js";

const commandsHere = () => state.commands[String(state.open)] ?? [];

/** A list box for `field`; `pick` gets the chosen command with its slash. */
export function commandMenu(field, pick) {
  const node = h("ul", { class: "menu", id: "command-list", role: "listbox", hidden: true, test: "command-list" });
  let shown = [];
  let chosen = 0;
  const self = { node };

  const draw = () => {
    node.setAttribute("aria-label", say("commands"));
    const rows = shown.map((row, index) => h("li", { class: "menu-row", id: `command-${index}`, role: "option", test: `command-${row.command}`,
      "aria-selected": String(index === chosen), onclick: () => self.take(index) },
      h("b", { text: `/${row.command}` }), h("span", { text: row.description })));
    fill(node, rows.length ? rows : h("li", { class: "menu-none", text: say("no_commands") }));
    field.setAttribute("aria-expanded", String(!node.hidden));
    field.setAttribute("aria-activedescendant", node.hidden ? "" : `command-${chosen}`);
    node.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const open = (rows) => {
    shown = rows;
    chosen = 0;
    node.hidden = false;
    draw();
  };

  self.close = () => { node.hidden = true; draw(); };
  self.toggle = () => {
    if (!node.hidden) return self.close();
    open(commandsHere());
    field.focus({ preventScroll: true });
  };
  self.filter = (text) => {
    const typed = /^\/([a-z0-9_]*)$/i.exec(text);
    const rows = typed ? commandsHere().filter((row) => row.command.startsWith(typed[1].toLowerCase())) : [];
    if (rows.length) open(rows);
    else self.close();
  };
  self.refresh = () => { if (!node.hidden) open(commandsHere()); };
  self.take = (index) => {
    const row = shown[index];
    self.close();
    if (!row) return;
    field.value = "";
    field.dispatchEvent(new Event("input"));
    pick(`/${row.command}`);
    field.focus({ preventScroll: true });
  };
  const step = (by) => {
    chosen = (chosen + by + shown.length) % shown.length;
    draw();
  };
  const complete = () => {
    field.value = `/${shown[chosen].command} `;
    field.dispatchEvent(new Event("input"));
  };
  const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => self.take(chosen), Tab: complete, Escape: () => self.close() };
  /** True when the key was meant for the list. */
  self.keyed = (event) => {
    if (node.hidden || shown.length === 0 || !KEYS[event.key] || event.shiftKey) return false;
    event.preventDefault();
    KEYS[event.key]();
    return true;
  };
  document.addEventListener("pointerdown", (event) => {
    if (!node.hidden && !event.target.closest(".composer")) self.close();
  });
  return self;
}
