// Times and dates as the chosen zone has them.

import { now, store } from "./store.js";

const formats = new Map();

function format(name, options) {
  const key = `${name} ${store.zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: store.zone, ...options }));
  return formats.get(key);
}

export const clockTime = (when) => format("time", { hour: "2-digit", minute: "2-digit" }).format(when);

export const dayKey = (when) => format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(when);

export const worldTime = (when) =>
  `${format("date", { weekday: "short", day: "numeric", month: "short" }).format(when)} ${clockTime(when)}`;

/** The day in words: Today, Yesterday, or the date. */
export function dayName(when) {
  const today = now();
  if (dayKey(when) === dayKey(today)) return "Today";
  if (dayKey(when) === dayKey(today - 86_400_000)) return "Yesterday";
  return format("day", { weekday: "long", day: "numeric", month: "long" }).format(when);
}

/** How the chat list tells when something was: the time today, the weekday this week, else the date. */
export function briefly(when) {
  if (dayKey(when) === dayKey(now())) return clockTime(when);
  if (now() - when < 6 * 86_400_000) return format("weekday", { weekday: "short" }).format(when);
  return format("short", { day: "numeric", month: "short" }).format(when);
}
