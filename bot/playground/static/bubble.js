// A message as it looks in the chat: bubble, buttons beneath it, and what one can do with it.

import { avatar, button, byId, h, icon } from "./dom.js";
import { store, titleOf } from "./store.js";
import { formatted } from "./text.js";
import { clockTime, dayKey, dayName } from "./times.js";

const groupedWithin = 10 * 60 * 1000;
const widestPhoto = 380;
const kinds = {
  photo: "🖼 Photo",
  document: "📎 File",
  sticker: "Sticker",
  voice: "🎤 Voice message",
  location: "📍 Location",
  poll: "📊 Poll",
  contact: "👤 Contact",
};

/** What a message says, in one line. */
export function summary(message) {
  if (message.service) return serviceText(message);
  const kind = message.attachment?.kind;
  const words = message.text.replace(/\s+/g, " ").trim();
  if (!kind) return words;
  const what = kind === "document" ? `📎 ${message.attachment.name}` : (kinds[kind] ?? kind);
  return words ? `${what}, ${words}` : what;
}

/** Does this message stand in one block with the one before it? */
function continues(message, previous) {
  return (
    previous &&
    !previous.service &&
    !message.service &&
    previous.sender.id === message.sender.id &&
    message.date - previous.date < groupedWithin &&
    dayKey(previous.date) === dayKey(message.date)
  );
}

/** The line that names the day, where a new one begins. */
export function dayLine(message, previous) {
  if (previous && dayKey(previous.date) === dayKey(message.date)) return null;
  return h("div", { class: "day" }, h("span", {}, dayName(message.date)));
}

export function messageElement(chat, message, previous, on) {
  if (message.service) {
    return h("div", { class: "service", testid: "service", "data-id": message.id }, h("span", {}, serviceText(message)));
  }
  const own = message.sender.id === store.me;
  const group = chat.kind !== "private";
  const joined = continues(message, previous);
  const from = message.sender.bot ? "bot" : (personOf(message.sender.id)?.slug ?? "group");
  const article = h("article", {
    class: ["message", own ? "own" : "in", joined ? "joined" : "first", group && "in-group"].filter(Boolean).join(" "),
    testid: "message",
    "data-id": message.id,
    "data-from": from,
    "aria-label": `${own ? "You" : senderName(message)}, ${clockTime(message.date)}`,
  });
  if (group && !own) article.append(avatar(message.sender.name, message.sender.id, message.sender.bot));
  const column = h("div", { class: "column" }, bubble(chat, message, { own, named: group && !own && !joined }, on));
  if (message.markup?.inline_keyboard) column.append(inlineKeyboard(message, on));
  article.append(column, actions(message, own, on));
  article.addEventListener("dblclick", (event) => {
    if (!event.target.closest("button, a, input")) on.reply(message);
  });
  return article;
}

function bubble(chat, message, { own, named }, on) {
  const kind = message.attachment?.kind;
  const bare = kind === "sticker" || (kind === "photo" && !message.text && !message.reply && !named);
  const box = h("div", { class: `bubble ${bare ? "bare" : ""} ${kind ? `with-${kind}` : ""}`, testid: "bubble" });
  if (named) box.append(h("div", { class: `author ink-${message.sender.bot ? "bot" : message.sender.id % 6}` }, senderName(message)));
  if (message.forwarded_from) box.append(h("div", { class: "forwarded" }, `Forwarded from ${message.forwarded_from}`));
  if (message.reply) box.append(quoted(message.reply, on));
  if (message.attachment) box.append(attachment(message.attachment));
  const meta = h("span", { class: "meta" });
  if (message.edited) meta.append(h("span", { class: "edited", testid: "edited" }, "edited"));
  meta.append(h("time", {}, clockTime(message.date)));
  if (own) meta.append(icon("ticks"));
  if (message.text) {
    const text = h("div", { class: "text", testid: "text", dir: "auto" }, formatted(message.text, message.entities, on));
    if (!message.entities.length && /^(\p{Extended_Pictographic}\u{FE0F}?){1,3}$/u.test(message.text)) text.classList.add("large");
    box.append(text);
    // A block at the end leaves no room beside it for the time.
    const last = message.entities.findLast((entity) => entity.offset + entity.length === message.text.length);
    if (["pre", "blockquote", "expandable_blockquote"].includes(last?.type)) meta.classList.add("own-line");
    text.append(meta);
  } else {
    box.append(meta);
    meta.classList.add("over");
  }
  if (message.reactions.length) box.append(reactions(message.reactions));
  return box;
}

function quoted(reply, on) {
  const name = reply.sender.id === store.me ? "You" : reply.sender.bot ? botName() : reply.sender.name;
  const words = reply.deleted ? "Deleted message" : reply.text.replace(/\s+/g, " ") || (kinds[reply.kind] ?? "Message");
  return button(
    { class: `quote ink-${reply.sender.bot ? "bot" : reply.sender.id % 6}`, testid: "quote", onclick: () => on.jump(reply.id) },
    h("strong", {}, name),
    h("span", {}, words),
  );
}

function attachment(attached) {
  switch (attached.kind) {
    case "photo":
      return photo(attached);
    case "document":
      return h(
        "a",
        { class: "document", testid: "document", href: `${attached.url}?download`, download: attached.name },
        h("span", { class: "file-icon" }, icon("file")),
        h("span", {}, h("strong", {}, attached.name), h("small", {}, fileSize(attached.size))),
      );
    case "sticker":
      return h("div", { class: "sticker", role: "img", "aria-label": `Sticker ${attached.emoji}` }, attached.emoji);
    case "voice":
      return h("div", { class: "voice" }, h("span", { class: "file-icon" }, icon("voice")), h("span", { class: "wave" }), `0:0${attached.duration}`);
    case "location":
      return h("div", { class: "place" }, icon("pin"), `${attached.latitude.toFixed(4)}, ${attached.longitude.toFixed(4)}`);
    default:
      return h("div", { class: "place" }, attached.question ?? attached.first_name ?? kinds[attached.kind] ?? attached.kind);
  }
}

function photo(attached) {
  const width = Math.min(attached.width, widestPhoto);
  const image = h("img", { src: attached.url, alt: "Picture", width: String(width) });
  image.setAttribute("height", String(Math.round((attached.height * width) / attached.width)));
  const enlarge = () => {
    byId("lightbox-image").src = attached.url;
    byId("lightbox").showModal();
  };
  return button({ class: "photo", testid: "photo", "aria-label": "Enlarge the picture", onclick: enlarge }, image);
}

function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function reactions(list) {
  const pills = list.map(({ emoji, count }) => h("span", { class: "reaction", testid: "reaction" }, count > 1 ? `${emoji} ${count}` : emoji));
  return h("div", { class: "reactions" }, ...pills);
}

function inlineKeyboard(message, on) {
  const rows = message.markup.inline_keyboard.map((row) =>
    h("div", { class: "key-row" }, ...row.map((key) => inlineButton(message, key, on))),
  );
  return h("div", { class: "keyboard", testid: "inline-keyboard" }, ...rows);
}

function inlineButton(message, key, on) {
  const element = button({ class: `key ${key.style ?? ""}`, testid: "inline-button" }, h("span", {}, key.text));
  if (key.url) element.append(icon("link"));
  element.addEventListener("click", async () => {
    element.classList.add("waiting");
    await on.tap(message, key);
    element.classList.remove("waiting");
  });
  return element;
}

function actions(message, own, on) {
  const row = h("div", { class: "actions" });
  row.append(button({ class: "round small", testid: "reply", "aria-label": "Reply", title: "Reply", onclick: () => on.reply(message) }, icon("reply")));
  if (own && message.text && !message.attachment && !message.forwarded_from) {
    row.append(button({ class: "round small", testid: "edit", "aria-label": "Edit", title: "Edit", onclick: () => on.edit(message) }, icon("edit")));
  }
  return row;
}

function serviceText({ sender, service }) {
  const name = sender.bot ? botName() : sender.name;
  const names = (accounts) => accounts.map((account) => [account.first_name, account.last_name].filter(Boolean).join(" ")).join(", ");
  if (service.new_chat_members) {
    const [first] = service.new_chat_members;
    return first.id === sender.id ? `${name} joined` : `${name} added ${names(service.new_chat_members)}`;
  }
  if (service.left_chat_member) {
    const gone = service.left_chat_member;
    return gone.id === sender.id ? `${name} left` : `${name} removed ${names([gone])}`;
  }
  if (service.group_chat_created || service.supergroup_chat_created) return `${name} created the group`;
  if (service.migrate_to_chat_id) return "This group has become a supergroup";
  if (service.migrate_from_chat_id) return "A supergroup now";
  if (service.pinned_message) return `${name} pinned “${shortened(service.pinned_message.text ?? "a message")}”`;
  if (service.forum_topic_created) return `${name} opened the topic “${service.forum_topic_created.name}”`;
  return Object.keys(service)[0].replaceAll("_", " ");
}

function shortened(text) {
  const words = text.replace(/\s+/g, " ");
  return words.length > 36 ? `${words.slice(0, 36).replace(/\s\S*$/, "")}…` : words;
}

const personOf = (id) => store.people.find((person) => person.id === id);
const botName = () => titleOf({ kind: "private" });
export const senderName = (message) => (message.sender.bot ? botName() : message.sender.name);
