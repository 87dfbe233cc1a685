// Draws the round picture of a person or chat: initials on a colour of its own.

import { h } from "./dom.js";

const TINTS = 6;

const given = new Map();

/** A colour number for each id, in the order they are first seen, so that neighbours differ. */
export function tint(id) {
  if (!given.has(id)) given.set(id, given.size % TINTS);
  return given.get(id);
}

const isHan = (letter) => /\p{Script=Han}/u.test(letter);

function initials(name) {
  const letters = [...name.trim()];
  if (letters.length === 0) return "?";
  // Two characters of a Chinese given name are how friends would know it.
  if (isHan(letters[0])) return letters.slice(-2).join("");
  const parts = name.trim().split(/\s+/);
  return [...parts[0]][0].toUpperCase() + (parts.length > 1 ? [...parts.at(-1)][0].toUpperCase() : "");
}

export function avatar(name, id, isBot = false) {
  const kind = isBot ? "avatar-bot" : `tint-${tint(id)}`;
  return h("span", { class: `avatar ${kind}`, "aria-hidden": "true", text: isBot ? [...name][0] : initials(name) });
}
