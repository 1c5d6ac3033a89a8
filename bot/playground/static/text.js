// Formatted text: from a string and its entities to elements. Offsets count UTF-16 units, as JavaScript does.

import { button, h } from "./dom.js";

const tags = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const blocks = ["pre", "blockquote", "expandable_blockquote"];
const collapsedLines = 3;

/** The text as elements; `on` says what happens at a tap on a link or command. */
export function formatted(text, entities, on) {
  const part = document.createDocumentFragment();
  part.append(...build(text, 0, text.length, entities, on));
  return part;
}

function build(text, start, end, entities, on) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (to <= from) continue;
    const inner = [];
    while (index < entities.length && entities[index].offset < to) inner.push(entities[index++]);
    if (from > at) nodes.push(text.slice(at, from));
    nodes.push(wrapped(entity, text.slice(from, to), build(text, from, to, inner, on), on));
    // A block ends its line by itself; the line break after it would show as an empty line.
    at = blocks.includes(entity.type) && text[to] === "\n" ? to + 1 : to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, plain, children, on) {
  switch (entity.type) {
    case "pre":
      return h("pre", { "data-language": entity.language }, h("code", {}, ...children));
    case "spoiler":
      return spoiler(children);
    case "blockquote":
      return h("blockquote", {}, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "text_link":
      return link(entity.url, children, on);
    case "url":
      return link(plain.includes("://") ? plain : `https://${plain}`, children, on);
    case "email":
      return h("a", { href: `mailto:${plain}` }, ...children);
    case "bot_command":
      return button({ class: "command-link", onclick: () => on.command(plain) }, ...children);
    case "mention":
    case "text_mention":
    case "hashtag":
      return h("span", { class: "mention" }, ...children);
    default:
      return h(tags[entity.type] ?? "span", {}, ...children);
  }
}

function link(url, children, on) {
  const open = (event) => {
    if (on.link(url)) event.preventDefault();
  };
  // Only what is plainly an address: a link could carry a script otherwise.
  const safe = /^(https?|tg|mailto|tel):/i.test(url) ? url : undefined;
  return h("a", { href: safe, target: "_blank", rel: "noopener noreferrer", onclick: open }, ...children);
}

function spoiler(children) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text" });
  hidden.append(h("span", { class: "spoiler-text" }, ...children));
  const reveal = () => {
    hidden.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", reveal);
  hidden.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") reveal();
  });
  return hidden;
}

function expandable(children) {
  const quote = h("blockquote", { class: "expandable collapsed" });
  const words = h("div", { class: "quoted" }, ...children);
  const toggle = button({ class: "expand", "aria-expanded": "false", "aria-label": "Show all of the quote" });
  toggle.addEventListener("click", () => {
    const collapsed = quote.classList.toggle("collapsed");
    toggle.setAttribute("aria-expanded", String(!collapsed));
    toggle.setAttribute("aria-label", collapsed ? "Show all of the quote" : "Show less of the quote");
  });
  quote.append(words, toggle);
  // Whether there is anything to expand shows only once the quote stands on the page.
  requestAnimationFrame(() => {
    const line = parseFloat(getComputedStyle(words).lineHeight);
    if (words.scrollHeight <= line * collapsedLines + 4) {
      quote.classList.remove("collapsed");
      toggle.hidden = true;
    }
  });
  return quote;
}
