// The search box: what is found stands below it while one types, and in the sheet too. Enter asks for the whole sheet; ↓ goes into what was found.
import { byId } from "./desk.js";

const boxes = { find: "found", "find-again": "found-again" };
let timer = 0;
let asked = null;

const links = (place) => Array.from(place.querySelectorAll("a:not(.aside)"));

async function look(box, place) {
  const words = box.value.trim();
  asked?.abort();
  if (words === "" && box.id === "find") return shut();
  const mine = (asked = new AbortController());
  const answer = await fetch(`/desk/find/found?${new URLSearchParams({ q: words })}`, { headers: { "HX-Request": "true", Accept: "text/html" }, signal: mine.signal }).catch(() => null);
  const html = answer?.ok ? await answer.text().catch(() => null) : null;
  if (html === null || mine.signal.aborted || box.value.trim() !== words) return;
  place.innerHTML = html;
  if (box.id === "find") place.hidden = document.activeElement !== box && !place.contains(document.activeElement);
}

function shut() {
  clearTimeout(timer);
  asked?.abort();
  const place = byId("found");
  if (!place) return;
  place.hidden = true;
  place.replaceChildren();
}

document.addEventListener("input", (event) => {
  const place = byId(boxes[event.target.id]);
  if (!place) return;
  clearTimeout(timer);
  timer = setTimeout(look, 120, event.target, place); // what an IME composes is shown, too: two characters are enough
});

document.addEventListener("focusin", (event) => {
  if (!event.target.closest("#found, form.find")) shut();
});

document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("#found, form.find")) shut();
});

document.addEventListener("submit", (event) => event.target.matches("form.find") && shut());
document.addEventListener("htmx:after:swap", shut);

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  const box = boxes[event.target.id] ? event.target : event.target.closest?.("#found") ? byId("find") : event.target.closest?.("#found-again") ? byId("find-again") : null;
  if (!box) return;
  const place = byId(boxes[box.id]);
  if (event.key === "Escape" && box.id === "find") {
    event.stopPropagation();
    if (place.hidden) box.blur();
    else box.focus();
    shut();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (place.hidden) return void look(box, place);
    const all = links(place);
    if (all.length === 0) return;
    event.preventDefault();
    const at = all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    (at < 0 ? box : all[Math.min(at, all.length - 1)]).focus();
  }
}, true);
