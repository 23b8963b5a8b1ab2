// One stream for all pages of a browser: HTTP/1.1 gives six connections to a host, and the seventh tab would hang.
// One tab leads (Web Locks) and reads; it tells the others (BroadcastChannel). A tab's place in a timeline moves on only by what came
// through here, so whatever a cut swallowed is asked for again.
//
// A page takes part by <body data-live="ADDRESS"> and <ol data-timeline="CASE" data-after="N">. "{after}" in the address is replaced;
// otherwise each case is named as ?watch=CASE:AFTER. On the document it raises: live:line {up}, live:entry {element, case, n},
// live:swap {element}, live:typing, live:read, live:presence (the data), live:reset, live:gone.
const address = document.body.dataset.live;

const Beat = 25_000; // silence longer than this is a dead line
const Patience = 10_000; // for an answer to begin
const Delays = [200, 600, 1_200, 2_000, 2_600];
const Blink = 1_200; // a line that is back by then was never called lost

const me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16)).join("");
const raise = (name, detail) => document.dispatchEvent(new CustomEvent(`live:${name}`, { detail }));
const lists = () => document.querySelectorAll("[data-timeline]");
const place = (list) => Number(list.dataset.after) || 0;
const mine = () => Object.fromEntries(Array.from(lists(), (list) => [list.dataset.timeline, place(list)]));

// ── What came, on this page ──────────────────────────────────────────────────────────────────────────────────────────────

function rootOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Puts a timeline's entry where its number belongs, once. */
export function insert(html) {
  const entry = rootOf(html);
  const list = entry && document.querySelector(`[data-timeline="${CSS.escape(entry.dataset.case)}"]`);
  if (!list) return null;
  const there = document.getElementById(entry.id);
  if (there) return there;
  const n = Number(entry.dataset.n);
  const next = Array.from(list.children).find((other) => "waiting" in other.dataset || Number(other.dataset.n) > n);
  list.insertBefore(entry, next ?? null);
  raise("entry", { element: entry, case: entry.dataset.case, n });
  return entry;
}

/** Whether this was drawn before what is there: an act's answer may arrive after the stream's later news. */
export const isOlder = (there, fresh) => Boolean(there?.dataset.v) && there.dataset.of === fresh.dataset.of && Number(fresh.dataset.v) < Number(there.dataset.v);

const isTick = (box) => ["checkbox", "radio"].includes(box.type);
const summary = (part) => part.querySelector(":scope > summary")?.textContent.trim();

/** Puts new in the place of old, without losing what somebody is typing, has ticked or unfolded in it; what they have sent from a part is done with it. */
export function replace(old, fresh) {
  const boxes = Array.from(old.querySelectorAll("input, textarea"));
  const typed = boxes.filter((box) => box.id && box.value !== box.defaultValue && !isTick(box) && !["hidden", "file"].includes(box.type));
  const ticked = boxes.filter((box) => isTick(box) && box.checked !== box.defaultChecked);
  const unfolded = Array.from(old.querySelectorAll("details[open]:not([data-sent])"), summary);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused?.selectionStart == null ? null : [focused.selectionStart, focused.selectionEnd];
  old.replaceWith(fresh);
  for (const box of typed) {
    const next = document.getElementById(box.id);
    if (next) next.value = box.value;
  }
  for (const { type, name, value, checked } of ticked) {
    const next = fresh.querySelector(`input[type="${type}"][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (next) next.checked = checked;
  }
  for (const part of fresh.querySelectorAll("details")) part.open ||= unfolded.includes(summary(part));
  const next = focused?.id && document.getElementById(focused.id);
  if (!next) return;
  next.focus();
  if (selection) next.setSelectionRange(...selection);
}

function take({ name, data }) {
  if (name === "entry") {
    insert(data);
    count(rootOf(data));
  } else if (name === "swap") {
    const element = rootOf(data);
    const there = element?.id && document.getElementById(element.id);
    if (!there || isOlder(there, element)) return;
    replace(there, element);
    raise("swap", { element });
  } else if (name === "reset" || name === "gone") {
    raise(name);
  } else if (name !== "beat") {
    raise(name, data ? JSON.parse(data) : {});
  }
}

// ── The line: up, or lost ────────────────────────────────────────────────────────────────────────────────────────────────

let up = null;
let lostTimer = 0;

function show(isUp) {
  clearTimeout(lostTimer);
  if (up === isUp) return;
  up = isUp;
  document.body.dataset.line = isUp ? "up" : "lost";
  for (const bar of document.querySelectorAll("[data-lost]")) bar.hidden = isUp;
  raise("line", { up: isUp });
}

function doubt(after) {
  clearTimeout(lostTimer);
  if (up !== false) lostTimer = setTimeout(() => { show(false); tell({ line: false }); }, after);
}

// ── Between the tabs ─────────────────────────────────────────────────────────────────────────────────────────────────────

const room = address && navigator.locks && "BroadcastChannel" in window ? new BroadcastChannel(`live ${address}`) : null;
const tell = (message) => room?.postMessage({ from: me, ...message });
let heard = Date.now();
let leading = false;
let welcome = false; // until the leader knows this tab, what passes by may leave a gap: shown, but not counted

function hello() {
  if (leading) join(me, mine());
  else tell({ hello: mine() });
}

function count(entry) {
  const list = entry && welcome && document.querySelector(`[data-timeline="${CSS.escape(entry.dataset.case)}"]`);
  if (list) list.dataset.after = String(Math.max(place(list), Number(entry.dataset.n)));
}

room?.addEventListener("message", ({ data: message }) => {
  if (message.who) tell({ hello: mine() });
  if (message.event) { heard = Date.now(); take(message.event); }
  if ("line" in message) { heard = Date.now(); show(message.line); }
  if (message.welcome === me) welcome = true;
  if (!leading) return;
  if (message.hello) { join(message.from, message.hello); tell({ welcome: message.from, line: up !== false }); }
  if (message.bye) tabs.delete(message.from);
});

// ── The tab that leads ───────────────────────────────────────────────────────────────────────────────────────────────────

const tabs = new Map(); // tab → the cases it shows
const places = new Map(); // case → the last entry that this stream has told everybody
let attempt = 0;
let current = null; // the running fetch
let retry = 0;

function join(tab, cases) {
  tabs.set(tab, cases);
  let again = false;
  for (const [id, after] of Object.entries(cases)) {
    if (places.has(id) && places.get(id) <= after) continue;
    places.set(id, after);
    again = true;
  }
  if (again && opened) connect();
}

function target() {
  const shown = new Set(Array.from(tabs.values()).flatMap(Object.keys));
  for (const id of places.keys()) if (!shown.has(id)) places.delete(id);
  if (address.includes("{after}")) return address.replace("{after}", String(Math.min(...places.values(), Infinity)).replace("Infinity", "0"));
  const query = Array.from(places, ([id, after]) => `watch=${id}:${after}`).join("&");
  return query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;
}

let opened = false;

async function connect() {
  opened = true;
  clearTimeout(retry);
  current?.abort();
  const here = (current = new AbortController());
  const impatience = setTimeout(() => here.abort(), Patience);
  doubt(up === null ? 3_000 : Blink);
  try {
    const response = await fetch(target(), { signal: here.signal, headers: { Accept: "text/event-stream" }, cache: "no-store" });
    clearTimeout(impatience);
    if ([401, 403, 404].includes(response.status) || (response.ok && !response.headers.get("Content-Type")?.startsWith("text/event-stream"))) {
      pass({ name: "gone" });
      stepDown();
      release();
      return;
    }
    if (!response.ok) throw new Error(`The stream answered ${response.status}`);
    await read(response.body, here);
  } catch {
    // Cut, refused or silent: all the same to the reader, who only wants it back.
  } finally {
    clearTimeout(impatience);
  }
  if (current !== here || !leading) return;
  current = null;
  doubt(Blink);
  retry = setTimeout(connect, Delays[Math.min(attempt++, Delays.length - 1)] + Math.random() * 300);
}

async function read(stream, here) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (true) {
    const { value, done } = await reader.read();
    if (done || current !== here) return;
    heard = Date.now();
    attempt = 0;
    if (!up) tell({ line: true });
    show(true);
    text += value;
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) pass(parse(text.slice(0, end)));
  }
}

function parse(block) {
  const event = { name: "message", data: [] };
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event.name = line.slice(6).trim();
    else if (line.startsWith("data:")) event.data.push(line.slice(line[5] === " " ? 6 : 5));
  }
  return { name: event.name, data: event.data.join("\n") };
}

function pass(event) {
  if (event.name === "entry") {
    const { case: id, n } = rootOf(event.data)?.dataset ?? {};
    if (places.has(id)) places.set(id, Math.max(places.get(id), Number(n)));
  }
  tell({ event });
  take(event);
}

// ── Who leads ────────────────────────────────────────────────────────────────────────────────────────────────────────────

let release = () => {};

async function lead(held) {
  leading = welcome = true;
  opened = false;
  tabs.clear();
  places.clear();
  tell({ who: true });
  join(me, mine());
  setTimeout(() => leading && !opened && connect(), room && held ? 60 : 0); // the others answer first, so that one opening does for all
  if (held) await new Promise((done) => { release = done; }); // or until this tab goes, or the lock is taken from it
}

function stepDown() {
  leading = false;
  clearTimeout(retry);
  current?.abort();
  current = null;
}

function apply(options) {
  // Without a secure context there are no locks: then each tab reads for itself.
  if (!navigator.locks) return lead(false);
  return navigator.locks.request(`live ${address}`, options, () => lead(true)).catch(() => { stepDown(); apply({}); });
}

function wake() {
  if (leading) { attempt = 0; connect(); }
}

function watchOver() {
  const silent = Date.now() - heard;
  if (leading && current && silent > Beat) { heard = Date.now(); connect(); }
  // A leader that sleeps (a phone's other tab) leaves its place to one that is looked at.
  else if (!leading && navigator.locks && silent > Beat + 5_000 && document.visibilityState === "visible") { heard = Date.now(); apply({ steal: true }); }
}

if (address) {
  apply({});
  hello();
  setInterval(watchOver, 2_000);
  addEventListener("online", wake);
  addEventListener("offline", () => { show(false); tell({ line: false }); });
  addEventListener("pagehide", () => tell({ bye: true }));
  addEventListener("pageshow", (event) => event.persisted && (hello(), wake()));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && Date.now() - heard > 12_000 && wake());
  let shown = JSON.stringify(Object.keys(mine()));
  new MutationObserver(() => {
    const now = JSON.stringify(Object.keys(mine()));
    if (now !== shown) { shown = now; hello(); }
  }).observe(document.body, { childList: true, subtree: true });
}
