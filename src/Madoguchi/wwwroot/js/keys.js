// One key for each thing that is done all day. Never while somebody types, and never while an IME composes.
import { byId } from "./desk.js";
import { card, copy, mode, show } from "./hands.js";

const typing = (element) => element?.closest?.("input,textarea,select,[contenteditable]");
const rows = () => Array.from(document.querySelectorAll("#rows a"));

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const from = at >= 0 ? at : all.findIndex((a) => a.hasAttribute("aria-current"));
  all[Math.max(0, Math.min(all.length - 1, from < 0 ? 0 : from + step))].focus();
}

// What is done by hand is a link or a button of the page; docs of both: Inbox/Keys/Acts.cs.
const acts = {
  j: () => move(1),
  k: () => move(-1),
  r: () => mode("reply"),
  n: () => mode("note"),
  c: () => copy(),
  i: () => card(),
  "/": () => byId("find")?.focus(),
  "?": () => show("/desk/keys"),
};

const isHere = { r: () => byId("reply")?.dataset.mayAnswer === "true", n: () => byId("reply"), c: () => document.querySelector("[data-copy]"), i: () => byId("card") };
// What stands beside the reply box rests with it while another desk has the case.
const rests = (element) => Boolean(element?.closest("#reply-form")) && byId("reply")?.dataset.mayAnswer === "false";
const inPage = (key, does) => {
  const found = document.querySelector(key === "" ? `[data-does="${CSS.escape(does)}"]` : `[data-key="${CSS.escape(key)}"]`);
  return rests(found) ? null : found;
};

/** Whether an act, known by its key or, without one, by its name, can be done now. */
export const can = (key, does) => Boolean(acts[key] ? (isHere[key]?.() ?? true) : inPage(key, does));
export const run = (key, does) => (acts[key] ?? (() => inPage(key, does)?.click()))();

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  const command = event.metaKey || event.ctrlKey;
  if (command && event.key === "Enter") {
    const form = event.target.form ?? event.target.closest("form");
    if (form && typing(event.target)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".button.next") ?? undefined);
    }
  } else if (event.key === "Escape" && !byId("dialog")?.open) {
    if (typing(event.target)) event.target.blur();
    else if (document.body.classList.contains("card-open")) card(false);
  } else if (!command && !event.altKey && !typing(event.target) && !byId("dialog")?.open) {
    if (!acts[event.key] && !(/^[a-z1.]$/.test(event.key) && inPage(event.key))) return;
    event.preventDefault();
    run(event.key);
  }
});

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const signs = () => {
  for (const sign of document.querySelectorAll("kbd.send")) sign.textContent = apple ? "⌘⏎" : "Ctrl ⏎";
};
signs();
document.addEventListener("htmx:after:swap", signs);
