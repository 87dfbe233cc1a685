// Tells times and days of messages in the reader's own zone and language.

import { locale, say } from "./words.js";

const dateOf = (seconds) => new Date(seconds * 1000);
const format = (seconds, options) => new Intl.DateTimeFormat(locale(), options).format(dateOf(seconds));

/** A key that is equal for two moments of the same local day. */
export const dayKey = (seconds) => dateOf(seconds).toDateString();

export const clock = (seconds) => format(seconds, { hour: "2-digit", minute: "2-digit", hour12: false });

export const exact = (seconds) => format(seconds, { dateStyle: "long", timeStyle: "short" });

/** "Today", "Yesterday", or the date. */
export function day(seconds, now = new Date()) {
  const key = dayKey(seconds);
  if (key === now.toDateString()) return say("today");
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (key === before.toDateString()) return say("yesterday");
  const sameYear = dateOf(seconds).getFullYear() === now.getFullYear();
  return format(seconds, { month: "long", day: "numeric", weekday: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** The short time beside a chat in the list. */
export function brief(seconds, now = new Date()) {
  if (dayKey(seconds) === now.toDateString()) return clock(seconds);
  return format(seconds, { month: "numeric", day: "numeric" });
}
