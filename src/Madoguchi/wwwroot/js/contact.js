// First contact: a half-typed story survives a reload, pictures are seen before they are sent, and a form is sent once.
import { chosen } from "./chosen.js";

const form = document.getElementById("contact");
const shelf = "madoguchi story";

if (form) {
  const story = form.elements.namedItem("text");
  const boxes = ["text", "name", "reach", "number"].map((name) => form.elements.namedItem(name));
  const list = document.getElementById("chosen");
  chosen(document.getElementById("file"), list, { remove: list.dataset.remove });

  const kept = JSON.parse(localStorage.getItem(shelf) ?? "{}");
  for (const box of boxes) {
    if (box.value || !kept[box.name]) continue;
    box.value = kept[box.name];
    const details = box.closest("details");
    if (details) details.open = true;
  }

  form.addEventListener("input", () => {
    const typed = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    localStorage.setItem(shelf, JSON.stringify(typed));
  });

  const button = form.querySelector("[type=submit]");
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    button.textContent = form.dataset.sending;
    button.setAttribute("aria-disabled", "true");
  });
  // Back from the next page, or after a line that did not hold: the same form may be sent again, and is the same act.
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    button.textContent = label;
    button.removeAttribute("aria-disabled");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.isComposing && event.target === story) form.requestSubmit();
  });
}
