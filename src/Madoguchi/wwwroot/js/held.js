// A reply that would have sent the customer away was not sent: what was noticed stands beside the words, which stay.
import { byId } from "./desk.js";

export function hold(html, id) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const panel = template.content.firstElementChild;
  byId(id)?.replaceWith(panel);
  (panel.querySelector("details[open] input") ?? panel.querySelector(".button.next"))?.focus();
}

const clear = () => byId("held")?.replaceChildren();

document.addEventListener("sent", (event) => {
  if (event.target.dataset.purpose === "reply") clear();
});

// Handed over instead: nothing is held any more.
document.addEventListener("done", ({ detail: action }) => {
  if (action.endsWith("/handover")) clear();
});

document.addEventListener("click", (event) => {
  const edit = event.target.closest("[data-edit]");
  if (!edit) return;
  event.preventDefault();
  edit.closest(".held-place").replaceChildren();
  byId(edit.dataset.edit)?.focus();
});
