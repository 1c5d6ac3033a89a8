// What the page knows: the world as the server tells it, and where the person at the browser is in it.

export const store = {
  bot: null,
  people: [],
  chats: new Map(),
  clock: { now: Date.now(), running: true, at: performance.now() },
  me: null,
  open: null,
  zone: saved("zone") ?? "UTC",
  typing: new Map(),
};

const readUpTo = JSON.parse(sessionStorage.getItem("read") ?? "{}");

export function saved(name) {
  return localStorage.getItem(`playground-${name}`);
}

export function save(name, value) {
  localStorage.setItem(`playground-${name}`, value);
}

/** Take over the server's state; people and chats that are gone are forgotten. */
export function replaceWorld(state) {
  store.bot = state.bot;
  store.people = state.people;
  store.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  setClock(state.clock);
  const remembered = Number(saved("me"));
  if (!me()) store.me = (store.people.find((person) => person.id === remembered) ?? store.people[0])?.id ?? null;
}

export function setClock(clock) {
  store.clock = { ...clock, at: performance.now() };
}

/** The world's time, in milliseconds. */
export function now() {
  return store.clock.now + (store.clock.running ? performance.now() - store.clock.at : 0);
}

export const me = () => store.people.find((person) => person.id === store.me);
export const openChat = () => store.chats.get(store.open);
export const privateChat = (person) => store.chats.get(person);

/** The chats a person sees, the one with the newest message first. */
export function chatsOf(person) {
  const mine = [...store.chats.values()].filter((chat) => chat.people.includes(person) && !chat.left_behind);
  return mine.sort((a, b) => (b.messages.at(-1)?.date ?? 0) - (a.messages.at(-1)?.date ?? 0));
}

/** The name over a chat: in a private one, the bot's. */
export const titleOf = (chat) => (chat.kind === "private" ? me()?.bot_name || store.bot.name : chat.title);

export function keepMessage(chat, message) {
  const at = chat.messages.findIndex((known) => known.id === message.id);
  if (at < 0) chat.messages.push(message);
  else chat.messages[at] = message;
  return at < 0;
}

export function unread(person, chat) {
  const last = chat.messages.at(-1)?.id ?? 0;
  // Ids start anew with every run of the playground; what was remembered beyond them means nothing.
  const read = Math.min(readUpTo[`${person}:${chat.id}`] ?? 0, last);
  return chat.messages.filter((message) => message.id > read && message.sender.id !== person && !message.service).length;
}

export function markRead(person, chat) {
  readUpTo[`${person}:${chat.id}`] = chat.messages.at(-1)?.id ?? 0;
  sessionStorage.setItem("read", JSON.stringify(readUpTo));
}

/** The keyboard that stands under the chat for this person, if the bot has put one there. */
export function replyMarkup(person, chat) {
  const telling = (message) =>
    message.markup && !message.markup.inline_keyboard && message.markup_for.includes(person);
  const message = chat.messages.findLast(telling);
  return message && !message.markup.remove_keyboard ? message : null;
}
