// Canned texts: a slash at the start of a word offers them beside the words, and what is chosen takes the slash's place.
import { byId, ja, openCase, say } from "./desk.js";

const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
// Kana keyboards write ・ with the same key. After a letter, digit or colon it is a date, a fraction or an address.
const asked = /(?:^|[^A-Za-z0-9:/.<])([/／・]([^\s/／・]{0,30}))$/;
let box = null; // the writing box that the list belongs to
let given = ""; // dismissed for these words

const list = () => byId("canned");
const shown = () => Array.from(list()?.children ?? []).filter((option) => !option.hidden);
const chosen = () => list()?.querySelector("[aria-selected=true]");
const isOpen = () => Boolean(box && list() && !list().hidden && shown().length);

function slash(area) {
  if (area.selectionStart !== area.selectionEnd) return null;
  const found = asked.exec(area.value.slice(0, area.selectionStart));
  return found && { from: area.selectionStart - found[1].length, words: found[2], all: found[1] };
}

function close() {
  if (list()) list().hidden = true;
  for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) box?.removeAttribute(name);
  box = null;
}

async function look(area) {
  const at = slash(area);
  if (!at || at.all === given) return close();
  if (box !== area) await open(area);
  if (box === area) filter(slash(area));
}

async function open(area) {
  close();
  box = area;
  const id = openCase();
  const answer = await fetch(`/desk/cases/${id}/canned/options`, { headers: { "HX-Request": "true", Accept: "text/html" } }).catch(() => null);
  const html = answer?.ok ? await answer.text() : "";
  if (box !== area || id !== openCase()) return;
  list()?.remove();
  const options = Object.assign(document.createElement("ul"), { id: "canned", className: "canned-list", hidden: true, innerHTML: html });
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", ja ? "定型文" : "Canned texts");
  area.form.append(options);
}

const rank = (option, words) => (fold(option.dataset.shortcut ?? "").startsWith(words) && option.dataset.shortcut ? 0 : fold(option.dataset.title).includes(words) ? 1 : 2);

function filter(at) {
  if (!at || !list()) return close();
  const words = fold(at.words);
  const before = shown().length;
  for (const option of list().children) option.hidden = !fold([option.dataset.shortcut, option.dataset.title, option.dataset.text].join("\n")).includes(words);
  list().append(...Array.from(list().children).sort((a, b) => rank(a, words) - rank(b, words)));
  const all = shown();
  list().hidden = all.length === 0;
  box.setAttribute("aria-controls", "canned");
  box.setAttribute("aria-autocomplete", "list");
  choose(all[0]);
  if (all.length && all.length !== before) say(ja ? `定型文が${all.length}件。上下で選び、Enter で入れます` : `${all.length} canned texts: arrows to choose, Enter to put in`);
}

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box?.removeAttribute("aria-activedescendant");
}

/** So that the browser's own undo takes it back. */
function put(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function take(option) {
  const [area, at] = [box, slash(box)];
  close();
  if (at) put(area, option.dataset.text, at.from, area.selectionStart);
}

const writing = (element) => element?.matches?.("form[data-purpose] textarea");

document.addEventListener("input", (event) => {
  if (!writing(event.target)) return;
  if (given && slash(event.target)?.all !== given) given = "";
  look(event.target);
});

// Before all other keys: while the list is open, these are its own.
document.addEventListener("keydown", (event) => {
  if (!isOpen() || event.target !== box || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = shown();
  const at = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
  else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && chosen()) take(chosen());
  else if (event.key === "Escape") {
    given = slash(box)?.all ?? "";
    close();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.("#canned [role=option]");
  if (option) event.preventDefault(); // the words keep the caret
  else if (!writing(event.target)) close();
});

document.addEventListener("click", (event) => {
  const option = event.target.closest?.("#canned [role=option]");
  if (option && box) return take(option);
  const button = event.target.closest?.("[data-canned]");
  if (!button) return;
  const into = () => {
    const area = document.querySelector("#reply form:not([hidden]) textarea");
    if (area) put(area, button.dataset.canned);
  };
  if (!byId("dialog")?.open) return button.type === "button" ? into() : undefined;
  event.preventDefault();
  byId("dialog").addEventListener("close", into, { once: true });
  byId("dialog").close();
});

document.addEventListener("focusout", (event) => { if (event.target === box) close(); });
document.addEventListener("htmx:before:swap", close);
