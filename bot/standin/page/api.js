// Talks to the stand-in's control API: one state, one stream of events, and what a person does.

import { say } from "./words.js";
import { toast } from "./toast.js";

const RETRY_MS = 1500;

async function call(method, path, body) {
  const options = { method, headers: body ? { "Content-Type": "application/json" } : {} };
  if (body) options.body = JSON.stringify(body);
  const response = await fetch(path, options);
  if (!response.ok) throw new Error((await reason(response)) || `${response.status}`);
  return response.headers.get("content-type")?.includes("json") ? response.json() : null;
}

async function reason(response) {
  const text = await response.text();
  try {
    const said = JSON.parse(text);
    return said.description ?? said.error ?? text;
  } catch {
    return text.slice(0, 120);
  }
}

/** Does what the person asked; a refusal is told in a toast and answered with null. */
export async function act(path, body = {}, method = "POST") {
  try {
    return (await call(method, `/sim/${path}`, body)) ?? {};
  } catch (error) {
    toast(say("bot_silent", { why: error.message }));
    return null;
  }
}

/** Follows the stand-in for ever: whole state at each (re)connection, then event by event. */
export function follow({ onState, onEvent, onLink }) {
  let held = [];
  const stream = new EventSource("/sim/events");
  stream.onopen = async () => {
    held = [];
    try {
      onState(await call("GET", "/sim/state"));
    } catch {
      return retry();
    }
    onLink(true);
    const waiting = held;
    held = null;
    waiting.forEach(onEvent);
  };
  stream.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (held) held.push(told);
    else onEvent(told);
  };
  stream.onerror = () => {
    onLink(false);
    if (stream.readyState === EventSource.CLOSED) retry();
  };
  const retry = () => {
    stream.close();
    setTimeout(() => follow({ onState, onEvent, onLink }), RETRY_MS);
  };
}

/** Where the page finds a picture: one a message names by its address, or one that was sent as a file. */
export const picture = ({ url, file }) => `/sim/picture?${new URLSearchParams(file ? { file_id: file } : { url })}`;
