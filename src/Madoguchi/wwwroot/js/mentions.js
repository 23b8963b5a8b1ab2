// An @ in a note offers the colleagues who may see the case; what is chosen is written out, and the note calls them.
import { byId, openCase } from "./desk.js";

const asked = /(?:^|[^A-Za-z0-9])[@＠]([^\s@＠]{0,20})$/;
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
let given = ""; // dismissed for these words

const area = () => byId("note");
const list = () => byId("mentions");
const shown = () => Array.from(list()?.children ?? []).filter((option) => !option.hidden);
const chosen = () => list()?.querySelector("[aria-selected=true]");
const isOpen = () => Boolean(list() && !list().hidden && shown().length);
const at = () => (area().selectionStart === area().selectionEnd ? asked.exec(area().value.slice(0, area().selectionStart)) : null);

function close() {
  if (list()) list().hidden = true;
  for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) area()?.removeAttribute(name);
}

async function load() {
  if (list()?.dataset.of === openCase()) return;
  const id = openCase();
  const answer = await fetch(`/desk/cases/${id}/colleagues`, { headers: { "HX-Request": "true", Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || id !== openCase() || list()?.dataset.of === id) return;
  list()?.remove();
  const options = Object.assign(document.createElement("ul"), { id: "mentions", className: "canned-list", hidden: true, innerHTML: await answer.text() });
  options.dataset.of = id;
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", "@");
  area().form.append(options);
}

async function look() {
  const found = at();
  if (!found || found[1] === given) return close();
  await load();
  const now = at();
  if (!now || !list()) return close();
  for (const option of list().children) option.hidden = !fold(option.dataset.name).includes(fold(now[1]));
  const all = shown();
  list().hidden = all.length === 0 || all.some((option) => fold(option.dataset.name) === fold(now[1]));
  area().setAttribute("aria-controls", "mentions");
  area().setAttribute("aria-autocomplete", "list");
  choose(all[0]);
}

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) area().setAttribute("aria-activedescendant", option.id);
}

function take(option) {
  const found = at();
  close();
  if (!found) return;
  const [from, to] = [area().selectionStart - found[1].length, area().selectionStart];
  area().focus();
  area().setSelectionRange(from, to);
  if (document.execCommand("insertText", false, `${option.dataset.name} `)) return;
  area().setRangeText(`${option.dataset.name} `, from, to, "end");
  area().dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (event.target !== area()) return;
  if (given && at()?.[1] !== given) given = "";
  look();
});

// Before all other keys: while the list is open, these are its own.
document.addEventListener("keydown", (event) => {
  if (!isOpen() || event.target !== area() || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = shown();
  const now = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(all[(now + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
  else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && chosen()) take(chosen());
  else if (event.key === "Escape") {
    given = at()?.[1] ?? "";
    close();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });

document.addEventListener("pointerdown", (event) => {
  if (event.target.closest?.("#mentions [role=option]")) event.preventDefault(); // the words keep the caret
  else if (event.target !== area()) close();
});
document.addEventListener("click", (event) => {
  const option = event.target.closest?.("#mentions [role=option]");
  if (option) take(option);
});
