// Talking to the playground: actions go out as JSON, what happens comes in as server-sent events.

import { toast } from "./dom.js";

/** Do something as a person; what cannot be done is said in a toast, and gives null. */
export async function act(action, values) {
  const body = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(values) };
  return explained(fetch(`play/${action}`, body));
}

export async function upload(values, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return explained(fetch("play/upload", { method: "POST", body: form }));
}

export async function load(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Listen for ever; `onHello` runs at the start and after each lost connection, when the state has to be loaded anew. */
export function listen(onHello, onChange) {
  const stream = new EventSource("play/events");
  let ready = Promise.resolve();
  stream.addEventListener("message", (event) => {
    const change = JSON.parse(event.data);
    // One after the other: changes wait until the state they belong to is there.
    ready = ready.then(() => (change.kind === "hello" ? onHello() : onChange(change))).catch(console.error);
  });
  stream.addEventListener("error", () => document.body.classList.add("offline"));
  stream.addEventListener("open", () => document.body.classList.remove("offline"));
}

async function explained(request) {
  try {
    const answer = await request;
    const body = await answer.json();
    if (answer.ok) return body;
    toast(body.error ?? "That did not work.", "problem");
  } catch {
    toast("The playground does not answer. Is it still running?", "problem");
  }
  return null;
}
