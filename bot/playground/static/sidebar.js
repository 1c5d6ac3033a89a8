// The people to switch between, and the list of a person's chats.

import { avatar, button, byId, h } from "./dom.js";
import { summary } from "./bubble.js";
import { chatsOf, store, titleOf, unread } from "./store.js";
import { briefly } from "./times.js";

export function drawPeople(onSwitch) {
  const chips = store.people.map((person) => {
    const waiting = chatsOf(person.id).reduce((sum, chat) => sum + unread(person.id, chat), 0);
    const current = person.id === store.me;
    const chip = button(
      {
        class: "person",
        testid: `person-${person.slug}`,
        "aria-pressed": String(current),
        "aria-label": waiting && !current ? `${person.first_name}, ${waiting} unread` : person.first_name,
        title: `${person.name} (${person.language ?? "no language"})`,
        onclick: () => onSwitch(person.id),
      },
      avatar(person.first_name, person.id),
      h("span", { class: "name" }, person.first_name),
      person.language ? h("span", { class: "language" }, person.language) : null,
    );
    if (waiting && !current) chip.append(h("span", { class: "badge", "aria-hidden": "true" }, String(waiting)));
    return chip;
  });
  redraw(byId("people"), chips);
}

export function drawChats(onOpen) {
  const rows = chatsOf(store.me).map((chat) => {
    const last = chat.messages.at(-1);
    const group = chat.kind !== "private";
    const count = unread(store.me, chat);
    const top = h("span", { class: "row-top" }, h("strong", {}, titleOf(chat)), h("time", {}, last ? briefly(last.date) : ""));
    const below = h("span", { class: "row-below" }, preview(chat, last, group));
    if (count) below.append(h("span", { class: "badge", testid: "unread", "aria-label": `${count} unread` }, String(count)));
    return button(
      {
        class: "chat-row",
        testid: group ? "chat-group" : "chat-private",
        "data-chat": chat.id,
        "aria-current": String(chat.id === store.open),
        onclick: () => onOpen(chat.id),
      },
      avatar(titleOf(chat), chat.id, !group),
      h("span", { class: "row-text" }, top, below),
    );
  });
  redraw(byId("chats"), rows);
}

function preview(chat, last, group) {
  if (store.typing.has(chat.id)) return h("span", { class: "preview typing" }, "typing…");
  if (!last) return h("span", { class: "preview" }, "Tap to begin");
  const own = last.sender.id === store.me;
  const author = last.service ? "" : own ? "You: " : group ? `${last.sender.name.split(" ")[0]}: ` : "";
  return h("span", { class: "preview", dir: "auto" }, author ? h("span", { class: "who" }, author) : null, summary(last));
}

/** Replace the children, and keep the keyboard's focus where it was. */
function redraw(parent, children) {
  const focused = [...parent.children].indexOf(document.activeElement);
  parent.replaceChildren(...children);
  if (focused >= 0) parent.children[focused]?.focus({ preventScroll: true });
}
