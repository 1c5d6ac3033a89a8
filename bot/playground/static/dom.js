// Small helpers to build elements. Text always becomes text nodes, never markup.

export const byId = (id) => document.getElementById(id);

/** An element with properties and children; strings become text. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "testid") element.dataset.testid = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button, which is never a submit button by accident. */
export const button = (props, ...children) => h("button", { type: "button", ...props }, ...children);

/** One of the icons that stand in index.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function setIcon(element, name) {
  element.querySelector("use").setAttribute("href", `#i-${name}`);
}

/** The coloured disc with the first letter of a name. */
export function avatar(name, id, isBot = false) {
  const disc = h("div", { class: `avatar tint-${isBot ? "bot" : Math.abs(id) % 6}`, "aria-hidden": "true" });
  disc.append(isBot ? h("img", { src: "static/icon.svg", alt: "" }) : [...name][0]?.toUpperCase() ?? "?");
  return disc;
}

const shown = 4500;

/** A short note that goes by itself. */
export function toast(text, className = "") {
  const note = h("div", { class: `toast ${className}`, testid: "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), shown);
}

/** A note that one has to put away. */
export function alertBox(title, text) {
  byId("alert-title").textContent = title;
  byId("alert-text").textContent = text;
  const box = byId("alert");
  if (!box.open) box.showModal();
}

/** A menu that opens at a button and closes at a click anywhere else, or at Escape. */
export function attachMenu(opener, menu) {
  const show = (open) => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  show(false);
  opener.addEventListener("click", () => show(menu.hidden));
  document.addEventListener("click", (event) => {
    if (!opener.contains(event.target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
}
