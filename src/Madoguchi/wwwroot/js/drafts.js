// Half-typed text is kept by the server: a second after the last key, and when the page goes. A colleague's change never touches it.
import { byId, ja, openCase, post } from "./desk.js";

const waiting = new Map(); // form → timer
const clock = new Intl.DateTimeFormat(ja ? "ja-JP" : "en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h23" });

function body(form) {
  const data = new FormData();
  data.set("purpose", form.dataset.purpose);
  data.set("text", form.elements.text.value);
  return data;
}

async function keep(form) {
  waiting.delete(form);
  const answer = await post(form.dataset.drafts, body(form)).catch(() => null);
  if (answer?.ok && form.isConnected) byId("saved").textContent = form.elements.text.value === "" ? "" : ja ? `下書きを保存しました ${clock.format(new Date())}` : `Draft saved ${clock.format(new Date())}`;
}

/** It has been sent: nothing is left to keep. */
export function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  if (byId("saved")) byId("saved").textContent = "";
}

let before = null; // what stood in the boxes when the case was asked for again

/** Another case has come, or the same one anew: then what was typed meanwhile goes on. The box that had the keyboard, if it is still the same case. */
export function draft() {
  const again = before?.id === openCase() ? before : null;
  before = null;
  for (const [id, words] of again?.boxes ?? []) {
    const box = byId(id);
    if (!box || box.value === words) continue;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const form of waiting.keys()) if (!form.isConnected) waiting.delete(form);
  for (const area of document.querySelectorAll("form[data-purpose] textarea")) grow(area);
  return again?.boxes.some(([id]) => id === again.focused) ? again.focused : null;
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.rows = Math.min(12, Math.max(2, area.value.split("\n").length));
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-purpose]");
  if (!form || event.target.name !== "text") return;
  grow(event.target);
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), 1_000));
});

function flush() {
  for (const [form, timer] of waiting) {
    clearTimeout(timer);
    post(form.dataset.drafts, body(form), { keepalive: true }).catch(() => {});
  }
  waiting.clear();
}

addEventListener("pagehide", flush);
document.addEventListener("htmx:before:swap", () => {
  if (!openCase()) return;
  before = { id: openCase(), focused: document.activeElement?.id, boxes: Array.from(document.querySelectorAll("form[data-purpose] textarea"), (area) => [area.id, area.value]) };
  flush();
});
