// The workspace's own hands: acts without leaving the page, drafts, keys, dialogs. Everything here has a plain link or form underneath.
import { insert, isOlder } from "./live.js";
import { byId, ja, openCase, post, say, token } from "./desk.js";
import { draft, forget } from "./drafts.js";
import { hold } from "./held.js";

// ── What an act answered: entries go where their number belongs, the rest takes the place of its namesake ────────────────────

export function place(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of Array.from(template.content.children)) {
    if (element.dataset.withdrawn && byId(element.id)) takenBack(element);
    else if (element.dataset.n) insert(element.outerHTML);
    else if (element.id) settle(byId(element.id), element);
  }
  stand();
}

// One's own words that were taken back are words to be written anew.
function takenBack(element) {
  byId(element.id).replaceWith(element);
  const [area, words] = [byId("words"), element.querySelector(".words")?.textContent];
  if (!area || !words || area.value || element.dataset.by !== document.body.dataset.me) return;
  area.value = words;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function settle(there, element) {
  if (!there || isOlder(there, element)) return;
  const focused = there.contains(document.activeElement) ? document.activeElement : null;
  const again = focused?.id || focused?.getAttribute("href");
  const top = there.scrollTop;
  there.replaceWith(element);
  window.htmx?.process(element);
  element.scrollTop = top;
  if (again) Array.from(element.querySelectorAll("[id],[href]")).find((e) => e.id === again || e.getAttribute("href") === again)?.focus();
}

/** Who may answer stands in the head, which comes anew whenever that changes; the words that are being written stay. */
export function stand() {
  const [head, reply] = [byId("case-head"), byId("reply")];
  if (!head || !reply) return;
  const may = head.dataset.mayAnswer === "true";
  reply.dataset.mayAnswer = String(may);
  mode(may ? reply.dataset.mode : "note", false);
}

export function mode(name, focus = true) {
  const reply = byId("reply");
  if (!reply || (name === "reply" && reply.dataset.mayAnswer === "false")) return;
  reply.dataset.mode = name;
  for (const form of reply.querySelectorAll("form[data-purpose]")) form.hidden = form.dataset.purpose !== name;
  for (const link of reply.querySelectorAll("[data-mode]")) link.toggleAttribute("aria-current", link.dataset.mode === name);
  if (focus) reply.querySelector("form:not([hidden]) textarea")?.focus();
}

// ── Acts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

async function act(form, submitter) {
  if (form.dataset.busy) return;
  form.dataset.busy = "true";
  if (form.dataset.purpose === "reply") form.elements.seen.value = Math.max(0, ...Array.from(document.querySelectorAll("[data-timeline] > .entry[data-n]"), (e) => Number(e.dataset.n)));
  const body = new FormData(form, submitter);
  const sent = form.querySelector("textarea")?.value;
  try {
    const answer = await post(form.action, body);
    const text = await answer.text();
    if (answer.headers.has("X-Go")) return void (location.href = answer.headers.get("X-Go"));
    if (answer.headers.has("X-Held")) {
      form.querySelector(".wrong")?.remove();
      return hold(text, answer.headers.get("X-Held"));
    }
    if (!answer.ok) return wrong(form, text || (ja ? "できませんでした。" : "This could not be done."));
    done(form, sent);
    place(text);
    if (answer.headers.has("X-Say")) tell(decodeURIComponent(answer.headers.get("X-Say")));
  } catch {
    wrong(form, ja ? "いまつながりません。書いたものは残っています。もう一度お試しください。" : "There is no connection now. Your words are still here; please try again.");
  } finally {
    delete form.dataset.busy;
  }
}

function tell(words) {
  if (byId("saved")) byId("saved").textContent = words; // a status: read out too
}

function done(form, sent) {
  form.querySelector(".wrong")?.remove();
  const key = form.querySelector("input[name=key]");
  if (key) key.value = crypto.randomUUID?.() ?? String(Math.random());
  if (form.dataset.purpose) {
    const area = form.querySelector("textarea");
    // What was written while the answer was on its way is the next message, not a part of this one.
    const since = area.value === sent ? "" : area.value.startsWith(sent) ? area.value.slice(sent.length).trimStart() : area.value;
    const stays = form.contains(document.activeElement); // whoever has left the box is not called back
    forget(form);
    form.reset();
    area.value = since;
    form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
    if (since) area.dispatchEvent(new Event("input", { bubbles: true }));
    if (stays) area.focus();
  }
  if (form.dataset.was !== undefined) form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
  if (form.closest("dialog")) byId("dialog").close();
  document.dispatchEvent(new CustomEvent("done", { detail: form.action }));
  if (form.dataset.said) say(form.dataset.said);
}

function wrong(form, words) {
  let line = form.querySelector(".wrong");
  if (!line) {
    line = document.createElement("p");
    line.className = "wrong";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = words.startsWith("<") ? (ja ? "できませんでした。ページを読み込み直してください。" : "This could not be done. Please load the page anew.") : words;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.act === undefined) return;
  event.preventDefault();
  act(form, event.submitter);
});

// ── Dialogs: the same pages that the links lead to ─────────────────────────────────────────────────────────────────────────────

let from = null;

export async function show(address) {
  const asker = document.activeElement;
  const answer = await fetch(address, { headers: { "HX-Request": "true", Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return void (location.href = address);
  sheet(await answer.text(), asker);
}

export function sheet(html, asker = document.activeElement) {
  const dialog = byId("dialog");
  from = asker;
  dialog.innerHTML = html;
  for (const field of dialog.querySelectorAll("input[name=form-token]")) field.value = token();
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector("a,button,input,textarea"))?.focus();
  document.dispatchEvent(new CustomEvent("sheet:shown"));
}

/** A picture as large as the window. */
function zoom(link) {
  const dialog = byId("dialog");
  from = link;
  const small = link.querySelector("img");
  const shut = Object.assign(document.createElement("button"), { className: "button", textContent: ja ? "閉じる" : "Close", autofocus: true });
  shut.dataset.shut = "";
  const large = Object.assign(new Image(), { src: link.href, alt: small?.alt ?? "" });
  const sheet = Object.assign(document.createElement("div"), { className: "sheet picture" });
  const title = Object.assign(document.createElement("h1"), { id: "dialog-title", className: "seen-by-ear", textContent: small?.alt ?? "" });
  sheet.append(title, large, shut);
  dialog.replaceChildren(sheet);
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.zoom, a[data-dialog], [data-shut], a[data-mode], a[data-copy], .to-card, .shut");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.matches(".zoom")) {
    event.preventDefault();
    zoom(link);
  } else if (link.dataset.dialog !== undefined) {
    event.preventDefault();
    show(link.href);
  } else if (link.dataset.shut !== undefined) {
    event.preventDefault();
    byId("dialog").close();
  } else if (link.dataset.mode) {
    event.preventDefault();
    mode(link.dataset.mode);
  } else if (link.dataset.copy) {
    event.preventDefault();
    copy(link.dataset.copy);
  } else {
    event.preventDefault();
    card(link.matches(".to-card"));
  }
});

byId("dialog")?.addEventListener("close", () => {
  byId("dialog").replaceChildren();
  if (from?.isConnected) from.focus();
  else byId("case")?.focus();
});

byId("dialog")?.addEventListener("click", (event) => {
  if (event.target === byId("dialog")) byId("dialog").close(); // beside it
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.find")) return;
  event.preventDefault();
  show(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
});

export async function copy(what) {
  const number = document.querySelector("[data-copy]")?.dataset.copy;
  if (!number) return;
  await navigator.clipboard?.writeText(what ?? number).catch(() => {});
  if (what && what !== number) return say(ja ? "コピーしました" : "Copied");
  say(ja ? `お客様番号 ${number} をコピーしました` : `Customer number ${number} copied`);
}

let beforeCard = null;

export function card(open = !document.body.classList.contains("card-open")) {
  if (open) beforeCard = document.activeElement;
  document.body.classList.toggle("card-open", open);
  (open ? byId("card") : beforeCard?.isConnected ? beforeCard : byId("case"))?.focus();
}

// ── Another case; the list anew ──────────────────────────────────────────────────────────────────────────────────────────

document.addEventListener("htmx:after:swap", () => {
  const id = openCase();
  if (!id) return;
  document.body.classList.add("opened");
  document.body.classList.remove("card-open");
  document.title = byId("case-title")?.textContent ?? document.title;
  for (const link of document.querySelectorAll("#rows a")) link.toggleAttribute("aria-current", link.closest("li").id === `row-${id}`);
  stand();
  const writing = draft();
  if (writing && document.activeElement?.id !== writing) mode(writing === "note" ? "note" : "reply");
  document.dispatchEvent(new CustomEvent("case:opened"));
});

let fetching = null;

async function anew() {
  const queue = byId("list")?.dataset.queue;
  if (!queue) return;
  fetching?.abort();
  fetching = new AbortController();
  try {
    const answer = await fetch(`/desk/${queue}/list?open=${openCase() ?? ""}&tag=${encodeURIComponent(byId("list").dataset.tag ?? "")}`, { headers: { "HX-Request": "true", Accept: "text/html" }, signal: fetching.signal });
    if (answer.ok) place(await answer.text());
  } catch {
    // A newer call has taken its place, or the line is cut: then the next reset asks again.
  }
}

document.addEventListener("live:reset", anew);
document.addEventListener("live:swap", ({ detail: { element } }) => {
  window.htmx?.process(element);
  stand();
});
document.addEventListener("live:gone", () => location.reload());
stand();
