// The customer's page, made quicker: every act here is a plain form too. What is written while the line is down waits in the page and in
// this browser, and goes out once each, in order, as soon as the line is back.
import { chosen } from "./chosen.js";
import { forNow, kept as shelves } from "./shelf.js";

const base = document.body.dataset.base;
const query = document.body.dataset.query;
const say = document.getElementById("words-of-the-page").dataset;
const form = document.getElementById("composer");
const words = document.getElementById("words");
const list = document.querySelector("[data-timeline]");
const caseId = list.dataset.timeline;
const picked = chosen(document.getElementById("file"), document.getElementById("chosen"), { remove: say.remove });
const ja = document.documentElement.lang === "ja";

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
const send = (path, fields, more) =>
  fetch(`${base}/${path}${query}`, { method: "POST", headers: { "X-Live": "1" }, body: fields, ...more });
const fields = (values) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  return body;
};

// ── The box grows with its text ──────────────────────────────────────────────────────────────────────────────────────────

function grow() {
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight + 2, innerHeight * 0.4)}px`;
}

// ── Half-typed text: here at once, on the server a second later ──────────────────────────────────────────────────────────

const shelf = `madoguchi draft ${caseId}`;
let draftTimer = 0;
let saved = words.value;

function keepDraft(atOnce) {
  shelves.set(shelf, words.value);
  clearTimeout(draftTimer);
  const save = () => {
    if (words.value === saved) return;
    saved = words.value;
    send("draft", fields({ text: saved }), { keepalive: true }).catch(() => { saved = null; });
  };
  if (atOnce) save();
  else draftTimer = setTimeout(save, 1_000);
}

let typedAt = 0;
function typing() {
  if (Date.now() - typedAt < 3_000 || !words.value) return;
  typedAt = Date.now();
  send("typing", fields({})).catch(() => {});
}

words.addEventListener("input", () => { grow(); keepDraft(false); typing(); });
words.addEventListener("blur", () => keepDraft(true));
addEventListener("pagehide", () => keepDraft(true));

// ── What waits to be sent ────────────────────────────────────────────────────────────────────────────────────────────────

const queueShelf = `madoguchi waiting ${caseId}`;
const kept = () => JSON.parse(shelves.get(queueShelf) ?? "[]");
const files = new Map(); // key → files: they wait in this page only
let busy = false;

const store = (queue) => (queue.length ? shelves.set(queueShelf, JSON.stringify(queue)) : shelves.remove(queueShelf));
const forget = (key) => { store(kept().filter((one) => one.key !== key)); files.delete(key); document.getElementById(`w-${key}`)?.remove(); };

function drawWaiting({ key, text, writtenAt }) {
  if (document.getElementById(`w-${key}`)) return;
  const item = document.createElement("li");
  item.id = `w-${key}`;
  item.className = "mine waiting";
  item.dataset.waiting = "";
  const by = document.createElement("p");
  by.className = "by";
  const you = document.createElement("span");
  you.textContent = say.you;
  const state = document.createElement("p");
  state.className = "state";
  state.textContent = say.sending;
  const at = document.createElement("time");
  at.dateTime = writtenAt;
  at.dataset.when = "time";
  at.textContent = new Intl.DateTimeFormat(ja ? "ja-JP" : "en-GB", { hour: "numeric", minute: "2-digit" }).format(new Date(writtenAt));
  by.append(you, at);
  item.append(by);
  if (text) {
    const said = document.createElement("p");
    said.className = "words";
    said.dir = "auto";
    said.textContent = text;
    item.append(said);
  }
  for (const file of files.get(key) ?? []) {
    const name = document.createElement("p");
    name.className = "attached";
    name.textContent = file.name;
    item.append(name);
  }
  item.append(state);
  list.append(item);
}

function mark(key, text) {
  const state = document.querySelector(`#w-${CSS.escape(key)} .state`);
  if (state) state.textContent = text;
}

function put(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const entry of Array.from(template.content.children)) {
    if (!entry.dataset.n || document.getElementById(entry.id)) continue;
    const n = Number(entry.dataset.n);
    const next = Array.from(list.children).find((other) => "waiting" in other.dataset || Number(other.dataset.n) > n);
    list.insertBefore(entry, next ?? null);
    document.dispatchEvent(new CustomEvent("live:entry", { detail: { element: entry, case: caseId, n } }));
  }
}

const last = () => list.dataset.after ?? "0";

// Files wait in the tab that has them; a tab that is gone has taken them with it.
const isMine = (one) => !one.files || files.has(one.key) || Date.now() - Date.parse(one.writtenAt) > 120_000;

// One at a time, in the order in which they were written; other tabs of this browser wait for their turn.
async function flush() {
  if (busy) return;
  busy = true;
  try {
    await (navigator.locks ? navigator.locks.request(queueShelf, drain) : drain());
  } finally {
    busy = false;
  }
}

async function drain() {
  for (let one; (one = kept().find(isMine)); ) {
    if (one.files && !files.has(one.key)) {
      refuse(one, say.filesLost); // the page was closed with them: only the words were kept
      continue;
    }
    const body = fields({ key: one.key, text: one.text, writtenAt: one.writtenAt, after: last() });
    for (const file of files.get(one.key) ?? []) body.append("file", file);
    let answer;
    try {
      answer = await send("messages", body, { signal: AbortSignal.timeout(files.has(one.key) ? 120_000 : 15_000) });
    } catch {
      return later();
    }
    if (answer.ok) {
      const html = await answer.text().catch(() => "");
      forget(one.key);
      put(html);
    } else if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      return later();
    } else {
      refuse(one, answer.headers.get("Content-Type")?.startsWith("text/plain") ? await answer.text() : say.refused);
    }
  }
  if (kept().length) { clearTimeout(again); again = setTimeout(flush, 15_000); } // they wait for another tab, or for its end
}

let again = 0;
function later() {
  for (const { key } of kept()) mark(key, say.waiting);
  clearTimeout(again);
  again = setTimeout(flush, 3_000);
}

// Not taken: the words go back to where they can be mended.
function refuse(one, why) {
  forget(one.key);
  words.value = [one.text, words.value].filter(Boolean).join("\n");
  grow();
  keepDraft(true);
  problem(why);
}

function problem(why) {
  let line = form.querySelector(".problem");
  if (!line) {
    line = document.createElement("p");
    line.className = "problem";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = why;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  const mine = picked.files;
  if (!text && mine.length === 0) return words.focus();
  form.querySelector(".problem")?.remove();
  const one = { key: newKey(), text, writtenAt: new Date().toISOString(), files: mine.length };
  if (mine.length) files.set(one.key, mine);
  store([...kept(), one]);
  drawWaiting(one);
  words.value = "";
  picked.clear();
  grow();
  keepDraft(true);
  words.focus();
  document.querySelector(".chat").scrollTop = 0;
  flush();
});

// Enter is a new line, as in every letter; the composing Enter of an IME never sends, nor does a plain one.
words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener("live:line", ({ detail }) => {
  if (detail.up) flush();
  else for (const { key } of kept()) mark(key, say.waiting);
});
addEventListener("online", flush);
addEventListener("storage", (event) => {
  if (event.key !== queueShelf) return;
  const still = new Set(kept().map((one) => `w-${one.key}`)); // another tab has sent what waited here too
  for (const item of list.querySelectorAll("li.waiting")) if (!still.has(item.id)) item.remove();
});

// ── Acts beside the words: one tap, the same form ────────────────────────────────────────────────────────────────────────

document.addEventListener("submit", async (event) => {
  const act = event.target.closest?.("form[data-act]");
  if (!act) return;
  event.preventDefault();
  const body = new FormData(act, event.submitter);
  body.append("after", last());
  const buttons = act.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await fetch(event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : act.action, { method: "POST", headers: { "X-Live": "1" }, body });
    if (answer.ok) put(await answer.text());
    else if (answer.status !== 409) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await (await fetch(location.href, { cache: "no-store" })).text(), "text/html");
    for (const id of ["now", "with"]) {
      const next = fresh.getElementById(id);
      if (next) document.getElementById(id)?.replaceWith(next);
    }
  } catch {
    for (const button of buttons) button.disabled = false;
    act.querySelector("button")?.focus();
    problem(say.waiting);
  }
});

// ── Read marks, writing ──────────────────────────────────────────────────────────────────────────────────────

const seen = document.getElementById("seen");
const typingLine = document.getElementById("typing");
let typingTimer = 0;
let read = 0;

function refreshSeen() {
  const entry = Array.from(list.querySelectorAll("li[data-n]")).at(-1);
  seen.hidden = !(entry?.classList.contains("mine") && Number(seen.dataset.entry) >= Number(entry.dataset.n));
}

function tellRead() {
  if (document.visibilityState !== "visible") return;
  const n = Number(Array.from(list.querySelectorAll("li[data-n]")).at(-1)?.dataset.n ?? 0);
  if (n <= read) return;
  read = n;
  send("read", fields({ entry: String(n) })).catch(() => { read = 0; });
}

document.addEventListener("live:entry", () => { typingLine.hidden = true; refreshSeen(); tellRead(); });
document.addEventListener("live:read", ({ detail }) => {
  seen.dataset.entry = String(Math.max(Number(seen.dataset.entry), detail.entry ?? 0));
  refreshSeen();
});
document.addEventListener("live:typing", () => {
  typingLine.hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => { typingLine.hidden = true; }, 6_000);
});
document.addEventListener("live:gone", () => problem(say.gone));
document.addEventListener("visibilitychange", tellRead);

// ── Copies to take along ─────────────────────────────────────────────────────────────────────────────────────────────────

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-copy-page]");
  if (!button) return;
  const text = button.dataset.copy ?? `${location.origin}${base}`;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure context there is no clipboard: the old way.
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  const label = button.querySelector("span");
  label.dataset.was ??= label.textContent;
  label.textContent = button.dataset.copied;
  setTimeout(() => { label.textContent = label.dataset.was; }, 2_000);
});

// ── As the page opens ────────────────────────────────────────────────────────────────────────────────────────────────────

shelves.remove("madoguchi story"); // it has been told
if (window !== parent) forNow.set("madoguchi page", `${base}${query}`); // in a frame of the widget there is no address bar to come back by
const here = shelves.get(shelf);
if (here && !words.value) words.value = here;
grow();
for (const one of kept()) drawWaiting(one);
flush();
tellRead();
