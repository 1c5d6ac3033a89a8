// The chat page: draws the open chat, and keeps everything in step with the world.

import { alertBox, attachMenu, avatar, byId, h, toast } from "./dom.js";
import { dayLine, messageElement, summary } from "./bubble.js";
import { drawComposer, draftKey, edit, enterChat, forceReply, forget, replyTo, say, setUpComposer } from "./composer.js";
import { drawClock, setUpDesk } from "./desk.js";
import { act, listen, load } from "./net.js";
import { drawChats, drawPeople } from "./sidebar.js";
import * as world from "./store.js";
import { store } from "./store.js";

const scroller = byId("scroller");
const list = byId("messages");
const typingShown = 5000;
const answerExpected = 10_000;
const nearEnd = 120;
const waitingTaps = new Map();
let following = true;

/** What one can do with a message. */
const on = {
  reply: replyTo,
  edit,
  jump,
  tap,
  command: (text) => say(text),
  link: (url) => {
    const toBot = new RegExp(`^https?://(t|telegram)\\.me/${store.bot.username}\\b`, "i").test(url);
    if (toBot) follow(url);
    return toBot;
  },
};

function begin() {
  setUpDesk(drawEverything);
  setUpComposer();
  attachMenu(byId("chat-menu"), byId("chat-menu-items"));
  byId("stop-bot").addEventListener("click", () => act("block", { person: store.me, blocked: true }));
  byId("back").addEventListener("click", () => showPane("list"));
  byId("to-end").addEventListener("click", () => toEnd("smooth"));
  byId("pinned").addEventListener("click", () => jump(Number(byId("pinned").dataset.id)));
  scroller.addEventListener("scroll", () => {
    following = atEnd();
    byId("to-end").hidden = following;
    if (following) seen();
  });
  // A keyboard that opens or a picture that arrives must not push the newest message out of sight.
  const keepEnd = new ResizeObserver(() => following && toEnd());
  keepEnd.observe(scroller);
  keepEnd.observe(list);
  window.addEventListener("focus", seen);
  listen(loadWorld, apply);
}

async function loadWorld() {
  const before = store.open;
  world.replaceWorld(await load("play/state"));
  const chats = world.chatsOf(store.me);
  if (!chats.some((chat) => chat.id === store.open)) store.open = (world.privateChat(store.me) ?? chats[0])?.id ?? null;
  drawClock();
  drawEverything();
  if (store.open !== before) enterChat(null); // else what is being written stays
  document.body.dataset.ready = "true";
}

/** Something has happened in the world. */
function apply(change) {
  const chat = store.chats.get(change.chat_id);
  if (chat && change.pinned) chat.pinned = change.pinned;
  if (chat && "started" in change) chat.started = change.started;
  switch (change.kind) {
    case "message":
      return onMessage(chat, change.message);
    case "edited":
      return onEdited(chat, change.message);
    case "deleted":
      return onDeleted(chat, change.message);
    case "typing":
      return onTyping(chat);
    case "answer":
      return onAnswer(change.tap);
    case "clock":
      world.setClock(change.clock);
      drawClock();
      return drawEverything();
    case "chat":
      return onChat(change.chat);
    case "commands":
      store.people = change.people;
      return drawEverything();
    default:
      return undefined;
  }
}

function onMessage(chat, message) {
  if (!chat) return;
  const previous = chat.messages.at(-1);
  // After a lost connection, the state may hold what the stream tells a moment later.
  if (!world.keepMessage(chat, message)) return;
  if (message.sender.bot) stopTyping(chat);
  if (chat.id === store.open) {
    const follow = following || message.sender.id === store.me;
    append(chat, message, previous);
    drawHeader();
    drawComposer();
    if (message.sender.bot) forceReply();
    if (follow) toEnd();
  }
  seen();
}

function onEdited(chat, message) {
  if (!chat || world.keepMessage(chat, message)) return;
  if (chat.id === store.open) {
    const at = chat.messages.findIndex((known) => known.id === message.id);
    elementOf(message.id)?.replaceWith(messageElement(chat, message, chat.messages[at - 1], on));
    drawHeader();
  }
  drawSidebar();
}

function onDeleted(chat, message) {
  if (!chat) return;
  chat.messages = chat.messages.filter((known) => known.id !== message.id);
  if (chat.id === store.open) {
    forget(message);
    drawMessages();
    drawHeader();
    drawComposer();
  }
  drawSidebar();
}

function onTyping(chat) {
  if (!chat) return;
  stopTyping(chat);
  const end = () => {
    stopTyping(chat);
    drawHeader();
    drawSidebar();
  };
  store.typing.set(chat.id, setTimeout(end, typingShown));
  drawHeader();
  drawSidebar();
}

function stopTyping(chat) {
  clearTimeout(store.typing.get(chat.id));
  store.typing.delete(chat.id);
}

function onAnswer(answer) {
  waitingTaps.get(answer.id)?.();
  if (answer.person !== store.me) return;
  if (answer.text && answer.alert) alertBox(world.titleOf({ kind: "private" }), answer.text);
  else if (answer.text) toast(answer.text);
  if (answer.url) on.link(answer.url);
}

function onChat(chat) {
  store.chats.set(chat.id, chat);
  if (chat.id === store.open && (chat.left_behind || !chat.people.includes(store.me))) store.open = store.me;
  drawEverything();
}

// What people do

async function tap(message, key) {
  if (key.url) return on.link(key.url) || window.open(key.url, "_blank", "noopener");
  if (key.copy_text) {
    await navigator.clipboard?.writeText(key.copy_text.text).catch(() => {});
    return toast("Copied");
  }
  const started = await act("tap", { person: store.me, chat: message.chat, message: message.id, data: key.callback_data });
  if (!started) return undefined;
  // The button shows that it waits until the bot answers the tap, as Telegram's apps do.
  return new Promise((resolve) => {
    waitingTaps.set(started.id, resolve);
    setTimeout(resolve, answerExpected);
  }).finally(() => waitingTaps.delete(started.id));
}

async function follow(url) {
  const done = await act("follow", { person: store.me, url });
  if (done?.chat) open(done.chat);
}

function become(person) {
  const group = world.openChat()?.kind !== "private" && world.openChat()?.people.includes(person);
  const before = draftKey();
  byId("toasts").replaceChildren();
  store.me = person;
  world.save("me", person);
  if (!group) store.open = person;
  drawEverything();
  enterChat(before);
}

function open(chat) {
  const before = draftKey();
  store.open = chat;
  showPane("chat");
  drawEverything();
  enterChat(before);
}

function showPane(pane) {
  byId("messenger").dataset.pane = pane;
  seen();
}

// Drawing

function drawEverything() {
  drawMessages();
  drawHeader();
  drawComposer();
  seen();
}

/** What is on the screen has been read; the badges follow. */
function seen() {
  const chat = world.openChat();
  const covered = getComputedStyle(byId("chat-pane")).visibility === "hidden";
  if (chat && !covered && !document.hidden && atEnd()) world.markRead(store.me, chat);
  drawSidebar();
}

function drawSidebar() {
  drawPeople(become);
  drawChats(open);
  const waiting = world.chatsOf(store.me).reduce((sum, chat) => sum + world.unread(store.me, chat), 0);
  document.title = waiting ? `(${waiting}) Dailydeck playground` : "Dailydeck playground";
}

function drawMessages() {
  const chat = world.openChat();
  list.setAttribute("aria-live", "off"); // what was there before is not news
  list.replaceChildren();
  if (chat.kind === "private" && !chat.messages.length) list.append(welcome());
  chat.messages.forEach((message, index) => append(chat, message, chat.messages[index - 1]));
  toEnd();
  requestAnimationFrame(() => list.setAttribute("aria-live", "polite"));
}

function append(chat, message, previous) {
  list.querySelector(".welcome")?.remove();
  const day = dayLine(message, previous);
  if (day) list.append(day);
  list.append(messageElement(chat, message, previous, on));
}

function welcome() {
  const person = world.me();
  return h(
    "div",
    { class: "welcome", testid: "welcome" },
    avatar(person.bot_name, 0, true),
    h("strong", {}, "What can this bot do?"),
    h("p", {}, person.description || "Press Start and see."),
  );
}

function drawHeader() {
  const chat = world.openChat();
  const group = chat.kind !== "private";
  byId("header-avatar").replaceWith(avatar(world.titleOf(chat), chat.id, !group));
  document.querySelector(".chat-header .avatar").id = "header-avatar";
  byId("header-title").textContent = world.titleOf(chat);
  const typing = store.typing.has(chat.id);
  const status = group ? `${chat.people.length + 1} members` : chat.blocked ? "stopped" : "bot";
  byId("header-status").textContent = typing ? (group ? `${world.titleOf({ kind: "private" })} is typing…` : "typing…") : status;
  byId("header-status").classList.toggle("typing", typing);
  byId("chat-menu").hidden = group || chat.blocked || !chat.started;
  const pinned = chat.messages.find((message) => message.id === chat.pinned.at(-1));
  byId("pinned").hidden = !pinned;
  if (pinned) {
    byId("pinned").dataset.id = pinned.id;
    byId("pinned").replaceChildren(h("strong", {}, "Pinned message"), h("span", {}, summary(pinned)));
  }
}

const elementOf = (id) => list.querySelector(`[data-id="${id}"]`);
const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;

function toEnd(behavior = "instant") {
  scroller.scrollTo({ top: scroller.scrollHeight, behavior });
}

function jump(id) {
  const element = elementOf(id);
  if (!element) return;
  element.scrollIntoView({ block: "center", behavior: "smooth" });
  element.classList.add("flash");
  setTimeout(() => element.classList.remove("flash"), 1500);
}

begin();
