// ⌘K, Ctrl K: one box for every act and every customer. What it does is what the act's own key or button does.
import { byId, openCase } from "./desk.js";
import { show } from "./hands.js";
import { can, run } from "./keys.js";

const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60)).replace(/・/g, "");
const box = () => byId("palette");
const rows = () => Array.from(byId("acts").querySelectorAll("a"));
const shown = () => rows().filter((row) => !row.parentElement.hidden);
const chosen = () => byId("acts").querySelector("[aria-selected=true]");
let timer = 0;
let asking = null; // the question that is on its way
let hasty = false; // Enter was pressed before the answer came

const open = () => show(`/desk/palette${openCase() ? `?case=${openCase()}` : ""}`);

const isHere = (row) => row.dataset.ofCase === undefined || can(row.dataset.actKey ?? "", row.dataset.actDoes);

function dress() {
  clearTimeout(timer);
  if (!box()) return;
  [asking, hasty] = [null, false];
  const list = byId("acts");
  list.setAttribute("role", "listbox");
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", "acts"], ["aria-autocomplete", "list"]]) box().setAttribute(name, value);
  dressRows();
  filter();
}

function dressRows() {
  for (const row of rows()) {
    row.parentElement.setAttribute("role", "presentation");
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.tabIndex = -1;
  }
}

function filter() {
  const words = fold(box().value).split(/\s+/).filter(Boolean);
  for (const row of rows()) {
    if (row.dataset.words === undefined) continue; // found by the server
    const known = fold(row.dataset.words);
    row.parentElement.hidden = !isHere(row) || !words.every((word) => known.includes(word));
  }
  choose(shown()[0]);
  tell();
}

function choose(row) {
  chosen()?.setAttribute("aria-selected", "false");
  row?.setAttribute("aria-selected", "true");
  row?.scrollIntoView({ block: "nearest" });
  if (row) box().setAttribute("aria-activedescendant", row.id);
  else box().removeAttribute("aria-activedescendant");
}

const tell = () => { byId("acts-none").textContent = asking || shown().length ? "" : byId("acts-how").dataset.none; };

async function find() {
  if (!box()) return; // shut meanwhile
  const mine = (asking = {});
  const words = box().value.trim();
  const answer = words && (await fetch(`/desk/palette/found?${new URLSearchParams({ q: words })}`, { headers: { "HX-Request": "true", Accept: "text/html" } }).catch(() => null));
  const html = answer?.ok ? await answer.text() : "";
  if (mine !== asking || !box()) return;
  asking = null;
  for (const old of byId("acts").querySelectorAll("li.found")) old.remove();
  byId("acts").insertAdjacentHTML("beforeend", html);
  const before = chosen();
  dressRows();
  choose(before?.isConnected ? before : shown()[0]);
  tell();
  if (hasty && chosen()) take(chosen());
  hasty = false;
}

/** The sheet closes first and gives the keyboard back; then the act is done where one was. */
function take(row) {
  byId("dialog").addEventListener("close", () => doIt(row), { once: true });
  byId("dialog").close();
}

function doIt(row) {
  const { actKey, actDoes, sheet } = row.dataset;
  if (actDoes && can(actKey ?? "", actDoes)) run(actKey ?? "", actDoes);
  else if (sheet !== undefined) show(row.href);
  else location.href = row.href;
}

document.addEventListener("sheet:shown", dress);

document.addEventListener("input", (event) => {
  if (event.target !== box()) return;
  hasty = false;
  asking = box().value.trim() ? {} : null;
  filter();
  clearTimeout(timer);
  timer = setTimeout(find, 150);
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (box()) byId("dialog").close();
    else if (!byId("dialog")?.open) open();
  } else if (event.target === box() && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const all = shown();
    const at = all.indexOf(chosen());
    choose(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
  } else if (event.target === box() && event.key === "Enter") {
    event.preventDefault();
    if (chosen()) take(chosen());
    else if (asking) hasty = true;
  }
});

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest("#acts a, a[data-palette]");
  if (!link || !byId("dialog")) return;
  event.preventDefault();
  if (link.dataset.palette !== undefined) open();
  else take(link);
});
