// The customer's page, made quicker: every act here is a plain form too. What is written while the line is down waits in the page and in
// this browser, and goes out once each, in order, as soon as the line is back.
import "./live.js";
import "./acts.js";
import "./here.js";
import { chosen } from "./chosen.js";
import "./seen.js";
import { forNow, kept as shelves } from "./shelf.js";
import { base, caseId, fields, form, last, list, problem, put, query, say, send } from "./visit.js";

const words = document.getElementById("words");
const picked = chosen(document.getElementById("file"), document.getElementById("chosen"), { remove: say.remove });
const ja = document.documentElement.lang === "ja";

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

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

// ── As the page opens ────────────────────────────────────────────────────────────────────────────────────────────────────

shelves.remove("madoguchi story"); // it has been told
if (window !== parent) forNow.set("madoguchi page", `${base}${query}`); // in a frame of the widget there is no address bar to come back by
const here = shelves.get(shelf);
if (here && !words.value) words.value = here;
grow();
for (const one of kept()) drawWaiting(one);
flush();
