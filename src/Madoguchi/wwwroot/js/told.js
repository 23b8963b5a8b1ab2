// Told once: who is about to ask for what is known is shown it, while typing and before sending. The server knows the words.
import { byId, openCase, post } from "./desk.js";

let timer = 0;
let asked = 0;

async function look(area) {
  const [mine, id] = [++asked, openCase()];
  const body = new FormData();
  body.set("text", area.value);
  const answer = await post(`/desk/cases/${id}/hint`, body).catch(() => null);
  if (!answer?.ok || mine !== asked || id !== openCase()) return;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  byId("hint")?.replaceChildren(...template.content.firstElementChild.childNodes);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("#words")) return;
  clearTimeout(timer);
  if (event.target.value.trim() === "") return byId("hint").replaceChildren();
  timer = setTimeout(look, 350, event.target);
});

document.addEventListener("click", (event) => {
  const use = event.target.closest("[data-use]");
  const area = use && byId("words");
  if (!area) return;
  const at = use.dataset.useFor ? area.value.indexOf(use.dataset.useFor) : -1;
  if (at >= 0) area.setRangeText(use.dataset.use, at, at + use.dataset.useFor.length, "end");
  else area.setRangeText(use.dataset.use, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
});

document.addEventListener("sent", () => { asked++; byId("hint")?.replaceChildren(); });
