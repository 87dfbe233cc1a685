// Keeps what the page knows of the stand-in and tells its views what changed.

const LOG_LENGTH = 200;
const TYPING_MS = 5500;

export const state = {
  bot: { id: 0, first_name: "", username: "", description: "" },
  commands: {}, people: new Map(), chats: new Map(), drops: [], faults: [], flood: true, report: {}, calls: [],
  open: null,
};

const listeners = new Map();

/** Calls `work` whenever one of `kinds` (names parted by blanks) happens. */
export function on(kinds, work) {
  for (const kind of kinds.split(" ")) listeners.set(kind, [...(listeners.get(kind) ?? []), work]);
}

export function tell(kind, ...facts) {
  for (const work of listeners.get(kind) ?? []) work(...facts);
}

/** Takes over the whole state; unread counts and the chosen person of a chat survive a reconnection. */
export function takeState(told) {
  const before = state.chats;
  Object.assign(state, {
    bot: told.bot, commands: told.commands ?? {}, drops: told.drops ?? [], faults: told.faults ?? [],
    flood: told.flood, report: told.report ?? {},
    people: new Map((told.people ?? []).map((person) => [person.id, person])),
    chats: new Map((told.chats ?? []).map((chat) => [chat.id, takeChat(chat, before.get(chat.id))])),
  });
  tell("all");
}

function takeChat(told, before) {
  const messages = new Map((told.messages ?? []).map((message) => [message.message_id, message]));
  const missed = before ? [...messages.keys()].filter((id) => !before.messages.has(id)).length : 0;
  return {
    ...told, messages, typing: 0,
    me: before?.me ?? told.person ?? told.members?.find((id) => id !== state.bot.id) ?? null,
    unread: told.id === state.open ? 0 : (before?.unread ?? 0) + missed,
  };
}

const APPLY = {
  message: ({ chat_id, message }) => withChat(chat_id, (chat) => addMessage(chat, message)),
  edit: ({ chat_id, message }) => withChat(chat_id, (chat) => editMessage(chat, message)),
  delete: ({ chat_id, message_id }) => withChat(chat_id, (chat) => {
    if (isUnread(chat, message_id)) chat.unread -= 1;
    if (chat.messages.delete(message_id)) tell("deleted", chat, message_id);
    tell("chat", chat);
  }),
  typing: ({ chat_id }) => withChat(chat_id, (chat) => setTyping(chat)),
  answer: (told) => tell("answer", told),
  chat: ({ chat }) => {
    const before = state.chats.get(chat.id);
    if (!before) {
      state.chats.set(chat.id, takeChat(chat));
      return tell("all");
    }
    // Messages come as events of their own; a chat's event is about its people and its state.
    const { messages, typing, me, unread } = before;
    Object.assign(before, chat, { messages, typing, me, unread });
    tell("chat", before);
  },
  commands: ({ commands }) => { state.commands = commands; tell("commands"); },
  drops: ({ drops }) => { state.drops = drops; tell("drops"); },
  faults: ({ faults }) => { state.faults = faults; tell("faults"); },
  report: ({ report, type, ...figures }) => { state.report = report ?? figures; tell("report"); },
  call: (told) => {
    state.calls.push({ ...told, at: Date.now() });
    if (state.calls.length > LOG_LENGTH) state.calls.shift();
    tell("call");
  },
};

/** Applies one event of the stream; kinds of a later version are passed over. */
export function takeEvent(told) {
  APPLY[told.type]?.(told);
}

function withChat(id, work) {
  const chat = state.chats.get(id);
  if (chat) work(chat);
}

function addMessage(chat, message) {
  if (chat.messages.has(message.message_id)) return editMessage(chat, message);
  chat.messages.set(message.message_id, message);
  if (message.from?.is_bot) endTyping(chat);
  if (chat.id !== state.open && message.from?.is_bot) chat.unread += 1;
  tell("message", chat, message);
  tell("chat", chat);
}

function editMessage(chat, message) {
  chat.messages.set(message.message_id, message);
  tell("edited", chat, message);
  tell("chat", chat);
}

/** Whether a message is among the last ones of the bot that nobody has read. */
function isUnread(chat, messageId) {
  if (!chat.unread) return false;
  const byBot = [...chat.messages.values()].filter((message) => message.from?.is_bot).slice(-chat.unread);
  return byBot.some((message) => message.message_id === messageId);
}

function setTyping(chat) {
  clearTimeout(chat.typing);
  chat.typing = setTimeout(() => { chat.typing = 0; tell("chat", chat); }, TYPING_MS);
  tell("chat", chat);
}

function endTyping(chat) {
  clearTimeout(chat.typing);
  chat.typing = 0;
}

/** Opens a chat: its messages count as read. */
export function openChat(id) {
  const chat = state.chats.get(id);
  state.open = chat ? id : null;
  if (chat) chat.unread = 0;
  tell("open", chat ?? null);
}

export const current = () => state.chats.get(state.open) ?? null;
export const lastMessage = (chat) => [...chat.messages.values()].at(-1) ?? null;
export const isMine = (chat, message) => message.from?.id === chat.me;
export const nameOf = (id) => (id === state.bot.id ? state.bot.first_name : state.people.get(id)?.first_name) ?? String(id);
export const roleOf = (id) => (state.people.get(id)?.role === "admin" ? "admin" : "reader");
