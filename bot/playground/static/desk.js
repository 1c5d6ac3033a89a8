// The playground's own controls: the clock that can be moved, its time zone, light and dark.

import { byId, h, setIcon } from "./dom.js";
import { act } from "./net.js";
import { now, save, saved, setClock, store } from "./store.js";
import { worldTime } from "./times.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

export function setUpDesk(onZone) {
  setUpZones(onZone);
  setUpTheme();
  for (const step of document.querySelectorAll("[data-to]")) {
    step.addEventListener("click", () => move(step));
  }
  setInterval(drawClock, 1000);
}

export function drawClock() {
  const element = byId("clock-time");
  const text = worldTime(now());
  if (element.textContent === text) return;
  element.textContent = text;
  element.dateTime = new Date(now()).toISOString();
}

async function move(step) {
  step.disabled = true;
  const clock = await act("clock", { to: step.dataset.to, zone: store.zone });
  step.disabled = false;
  if (clock) setClock(clock);
  drawClock();
}

function setUpZones(onZone) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].filter(Boolean);
  if (!zones.includes(store.zone)) store.zone = "UTC";
  const select = byId("zone");
  select.append(...zones.map((zone) => h("option", { value: zone }, zone.replaceAll("_", " "))));
  select.value = store.zone;
  select.addEventListener("change", () => {
    store.zone = select.value;
    save("zone", store.zone);
    drawClock();
    onZone();
  });
}

function setUpTheme() {
  const show = () => {
    const chosen = saved("theme") ?? "";
    document.documentElement.dataset.theme = chosen;
    const isDark = chosen ? chosen === "dark" : dark.matches;
    setIcon(byId("theme"), isDark ? "sun" : "moon");
    byId("theme").setAttribute("aria-label", isDark ? "Switch to light" : "Switch to dark");
    return isDark;
  };
  byId("theme").addEventListener("click", () => {
    save("theme", show() ? "light" : "dark");
    show();
  });
  dark.addEventListener("change", show);
  show();
}
