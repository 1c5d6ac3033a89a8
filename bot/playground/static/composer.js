// Where one writes: text, replies, edits, commands, the bot's keyboard, attachments, the START button.

import { attachMenu, button, byId, h, setIcon } from "./dom.js";
import { senderName, summary } from "./bubble.js";
import { act, load, upload } from "./net.js";
import { openChat, replyMarkup, store } from "./store.js";

const field = byId("composer");
const tallest = 160;
let replying = null;
let editing = null;
let forced = null;
let commands = [];
let keysShown = true;
const usedUp = new Set();
const drafts = new Map();

export function setUpComposer() {
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("keydown", onKey);
  field.addEventListener("input", () => {
    fit();
    suggest();
  });
  byId("context-close").addEventListener("click", cancel);
  byId("commands-menu").addEventListener("click", toggleCommands);
  byId("keys").addEventListener("click", () => {
    keysShown = !keysShown;
    drawKeys();
  });
  byId("start").addEventListener("click", start);
  attachMenu(byId("attach"), byId("attach-items"));
  byId("attach-items").addEventListener("click", (event) => attach(event.target.closest("button")?.dataset.attach));
  byId("file").addEventListener("change", sendFile);
  field.addEventListener("paste", (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (file) send("upload", { as: "photo" }, file);
  });
}

/** Another chat, or another person: put the draft away and take out the one that belongs here. */
export function enterChat(before) {
  if (before) drafts.set(before, field.value);
  field.value = drafts.get(draftKey()) ?? "";
  replying = editing = forced = null;
  byId("suggestions").hidden = true;
  keysShown = true;
  fit();
  drawComposer();
  forceReply();
  if (matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
}

export const draftKey = () => `${store.me}:${store.open}`;

/** After a change in the chat: show what can be written now. */
export function drawComposer() {
  const chat = openChat();
  const silent = chat.kind === "private" && (!chat.started || chat.blocked);
  byId("start").hidden = !silent;
  byId("start").textContent = chat.blocked ? "Restart the bot" : "Start";
  byId("form").hidden = silent;
  fit();
  drawContext();
  drawKeys();
}

/** The bot asks for a reply: open one to its message, once. */
export function forceReply() {
  const message = replyMarkup(store.me, openChat());
  const mine = openChat().messages.findLast((known) => known.sender.id === store.me);
  if (!message?.markup.force_reply || usedUp.has(useKey(message)) || (mine && mine.id > message.id)) return;
  usedUp.add(useKey(message));
  forced = message;
  replyTo(message);
}

export function replyTo(message) {
  editing = null;
  replying = message;
  drawContext();
  field.focus();
}

export function edit(message) {
  replying = forced = null;
  editing = message;
  field.value = message.text;
  fit();
  drawContext();
  field.focus();
}

/** A message is gone: nothing can answer or change it. */
export function forget(message) {
  if (message.id === replying?.id || message.id === editing?.id) cancel();
}

export async function say(text) {
  await send("send", { text });
}

function cancel() {
  if (editing) field.value = "";
  replying = editing = forced = null;
  fit();
  drawContext();
}

async function submit() {
  const text = field.value.trim();
  if (!text) return;
  const changed = editing;
  field.value = "";
  byId("suggestions").hidden = true;
  if (changed) {
    editing = null;
    drawContext();
    if (text !== changed.text) await act("edit", { ...here(), message: changed.id, text });
  } else {
    await say(text);
  }
  fit();
}

async function send(action, values, file) {
  const everything = { ...here(), ...values };
  if (replying) everything.reply_to = replying.id;
  replying = forced = null;
  drawContext();
  return file ? upload(everything, file) : act(action, everything);
}

const here = () => ({ person: store.me, chat: store.open });
const useKey = (message) => `${store.me}:${message.chat}:${message.id}`;

async function start() {
  const chat = openChat();
  if (chat.blocked) await act("block", { person: store.me, blocked: false });
  await act("send", { ...here(), text: "/start" });
}

function onKey(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape") {
    byId("suggestions").hidden = true;
    cancel();
  } else if (event.key === "ArrowUp" && !field.value) {
    const mine = openChat().messages.findLast((message) => message.sender.id === store.me && !message.service);
    if (mine?.text && !mine.attachment) {
      event.preventDefault();
      edit(mine);
    }
  }
}

function fit() {
  field.style.height = "";
  // Nothing can be measured while START stands in place of the field.
  if (field.value && field.scrollHeight) field.style.height = `${Math.min(field.scrollHeight, tallest)}px`;
  byId("send").classList.toggle("ready", Boolean(field.value.trim()));
}

function drawContext() {
  const message = editing ?? replying;
  byId("context").hidden = !message;
  const hint = forced?.markup.input_field_placeholder ?? keyboardMessage()?.markup.input_field_placeholder;
  field.placeholder = hint ?? (editing ? "Edit" : "Message");
  if (!message) return;
  setIcon(byId("context"), editing ? "edit" : "reply");
  const name = message.sender.id === store.me ? "yourself" : senderName(message);
  byId("context-title").textContent = editing ? "Edit message" : `Reply to ${name}`;
  byId("context-text").textContent = summary(message);
}

async function fetchCommands() {
  commands = await load(`play/commands?person=${store.me}&chat=${store.open}`);
}

async function toggleCommands() {
  const list = byId("suggestions");
  if (!list.hidden) {
    list.hidden = true;
    return;
  }
  await fetchCommands();
  showCommands(commands, "This bot has no commands here yet.");
}

async function suggest() {
  const typed = /^\/(\w*)$/.exec(field.value);
  if (!typed) {
    byId("suggestions").hidden = true;
    return;
  }
  if (!typed[1] || !commands.length) await fetchCommands();
  showCommands(commands.filter((item) => item.command.startsWith(typed[1].toLowerCase())));
}

function showCommands(list, otherwise = "") {
  const suffix = openChat().kind === "private" ? "" : `@${store.bot.username}`;
  const rows = list.map((item) => {
    const pick = () => {
      byId("suggestions").hidden = true;
      field.value = "";
      fit();
      say(`/${item.command}${suffix}`);
    };
    return button({ class: "command", testid: "command", onclick: pick }, h("strong", {}, `/${item.command}`), h("span", {}, item.description));
  });
  if (!rows.length && otherwise) rows.push(h("p", { class: "none" }, otherwise));
  byId("suggestions").replaceChildren(...rows);
  byId("suggestions").hidden = !rows.length;
}

function keyboardMessage() {
  const message = openChat() && replyMarkup(store.me, openChat());
  return message?.markup.keyboard && !usedUp.has(useKey(message)) ? message : null;
}

function drawKeys() {
  const message = keyboardMessage();
  byId("keys").hidden = !message;
  byId("reply-keys").hidden = !message || !keysShown || byId("form").hidden;
  if (!message) return;
  byId("keys").setAttribute("aria-pressed", String(keysShown));
  const rows = message.markup.keyboard.map((row) =>
    h("div", { class: "key-row" }, ...row.map((key) => button({ class: "key", testid: "reply-key", onclick: () => press(message, key) }, key.text))),
  );
  byId("reply-keys").replaceChildren(...rows);
}

async function press(message, key) {
  if (message.markup.one_time_keyboard) usedUp.add(useKey(message));
  if (key.request_location) await send("location", {});
  else if (key.request_contact) await send("contact", {});
  else await say(key.text);
  drawKeys();
}

function attach(what) {
  if (what === "photo" || what === "file") {
    const picker = byId("file");
    picker.accept = what === "photo" ? "image/png,image/jpeg,image/gif" : "";
    picker.dataset.as = what;
    picker.click();
  } else if (what) {
    send(what, {});
  }
}

async function sendFile() {
  const picker = byId("file");
  const [file] = picker.files;
  picker.value = "";
  if (!file) return;
  const caption = field.value.trim();
  field.value = "";
  fit();
  await send("upload", { as: picker.dataset.as ?? "file", caption }, file);
}
