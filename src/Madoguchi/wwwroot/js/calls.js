// Taking a call: the agent writes while the customer speaks. Whoever calls is found beside it, and nothing typed is lost: a second after the
// last key it is with the server, and until the server has said so it is kept by this browser.
import { byId, ja, post } from "./desk.js";
import { show } from "./hands.js";
import { kept } from "./shelf.js";

const form = () => document.querySelector("#call-form:not([data-done])");
const shelf = `madoguchi call ${document.body.dataset.me}`;
const clock = new Intl.DateTimeFormat(ja ? "ja-JP" : "en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
const passing = ["form-token", "key"];
let timer = 0;
let keeping = Promise.resolve(); // a draft on its way: it must not arrive after what it became

// ── Half a call ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const typed = () => JSON.stringify(Array.from(new FormData(form())).filter(([name]) => !passing.includes(name)));

async function keep(more) {
  clearTimeout(timer);
  timer = 0;
  if (!form()) return;
  const [now, body] = [typed(), new FormData(form())];
  const sent = post("/desk/calls/draft", body, more).catch(() => null);
  keeping = Promise.race([sent, new Promise((late) => setTimeout(late, 3_000))]);
  const answer = await sent;
  if (!answer?.ok) return;
  if (kept.get(shelf) === now) kept.remove(shelf);
  if (byId("call-saved")) byId("call-saved").textContent = ja ? `下書きを保存しました ${clock.format(new Date())}` : `Draft saved ${clock.format(new Date())}`;
}

function changed() {
  if (!form()) return; // written down meanwhile: a box that goes says once more that it has changed
  kept.set(shelf, typed());
  clearTimeout(timer);
  timer = setTimeout(keep, 1_000);
}

function flush() {
  if (timer && form()) keep({ keepalive: true });
}

/** What this browser has and the server has not said to have: the last words before the line went. */
function restore() {
  const half = kept.get(shelf);
  if (!half) return;
  for (const [name, value] of JSON.parse(half)) {
    const field = form().elements[name];
    if (name === "number") byId("call-find").value = value;
    else if (field && "value" in field) field.value = value;
  }
  changed();
}

document.addEventListener("sheet:shown", () => {
  if (!form()) return;
  restore();
  const text = byId("call-text");
  text.setSelectionRange(text.value.length, text.value.length);
  if (byId("call-find").value && !byId("caller").querySelector("[name=number]")) find(document.querySelector("[data-find]"), false);
});
// The telephone system says that this agent has answered: the sheet is there, with the caller found. A sheet that is open stays; the notice waits.
document.addEventListener("live:call", ({ detail }) => {
  if (document.visibilityState !== "visible" || byId("dialog")?.open) return;
  show(`/desk/calls/new?case=${detail.case}`);
});
document.addEventListener("input", (event) => event.target.closest("#call-form") && changed());
document.addEventListener("change", (event) => event.target.closest("#call-form") && changed());
byId("dialog")?.addEventListener("cancel", flush);
byId("dialog")?.addEventListener("click", (event) => event.target.closest("[data-shut], #dialog:not(:has(*))") && flush(), true);
addEventListener("pagehide", flush);

// ── Who calls ────────────────────────────────────────────────────────────────────────────────────────────────────────────

let asked = 0;

async function find(button, moves = true) {
  const mine = ++asked;
  const answer = await post(button.formAction, new FormData(form(), button)).catch(() => null);
  if (mine !== asked || !form()) return;
  if (!answer?.ok) return wrong(answer && (await answer.text()));
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  byId("caller").replaceWith(template.content);
  const picked = byId("caller").querySelector("[name=number]");
  if (picked) byId("call-find").value = "";
  if (picked || button.name === "pick") changed();
  if (moves) (byId("caller").querySelector("[data-found], [data-go-on]") ?? (picked ? byId("call-text") : byId("call-find"))).focus();
}

// ── Written down ─────────────────────────────────────────────────────────────────────────────────────────────────────────

async function take(submitter) {
  const [here, dialog] = [form(), byId("dialog")];
  if (here.dataset.busy) return;
  here.dataset.busy = "true";
  clearTimeout(timer);
  timer = 0;
  try {
    await keeping;
    const answer = await post(submitter?.getAttribute("formaction") ?? here.action, new FormData(here, submitter));
    const text = await answer.text();
    if (!answer.ok) return void (wrong(text), changed());
    here.dataset.done = "";
    kept.remove(shelf);
    const to = answer.headers.get("X-Go");
    if (to === "/desk/calls/new") return void (await show(to));
    if (to) return void (location.href = to);
    dialog.innerHTML = text;
    dialog.querySelector("[autofocus]")?.focus();
  } catch {
    wrong(ja ? "いまつながりません。書いたものは残っています。もう一度お試しください。" : "There is no connection now. Your words are still here; please try again.");
    changed();
  } finally {
    delete here.dataset.busy;
  }
}

function wrong(words) {
  if (!form()) return;
  const line = form().querySelector(".wrong") ?? Object.assign(document.createElement("p"), { className: "wrong" });
  line.setAttribute("role", "alert");
  line.textContent = !words || words.startsWith("<") ? (ja ? "できませんでした。もう一度お試しください。" : "This could not be done. Please try again.") : words;
  form().prepend(line);
}

document.addEventListener("submit", (event) => {
  if (event.target.dataset.call === undefined) return;
  event.preventDefault();
  const button = event.submitter;
  if (button?.getAttribute("formaction") === "/desk/calls/caller") find(button);
  else take(button);
});

document.addEventListener("keydown", (event) => {
  if (!event.target.closest?.("#call-form") || event.isComposing || event.keyCode === 229 || event.metaKey || event.ctrlKey || event.altKey) return;
  const found = Array.from(document.querySelectorAll("#caller [data-found], #caller [data-go-on]"));
  const line = event.target.matches("input");
  if (event.key === "Enter" && line) {
    event.preventDefault();
    if (event.target.id === "call-find") form().requestSubmit(document.querySelector("[data-find]"));
    else form().requestSubmit(form().querySelector(".next"));
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length && (event.target.id === "call-find" || found.includes(event.target))) {
    event.preventDefault();
    const at = found.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
    (at < 0 ? byId("call-find") : found[Math.min(at, found.length - 1)]).focus();
  }
});
