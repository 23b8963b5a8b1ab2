// First contact: a half-typed story survives a reload, pictures are seen before they are sent, and a form is sent once.
import { chosen } from "./chosen.js";
import { forNow, kept as shelves } from "./shelf.js";

const form = document.getElementById("contact");
const shelf = "madoguchi story";

// The widget opens where its visitor left off.
const page = window !== parent && location.pathname === "/widget" && forNow.get("madoguchi page");
if (page) location.replace(page);

if (form) {
  const story = form.elements.namedItem("text");
  const boxes = ["text", "name", "reach", "number"].map((name) => form.elements.namedItem(name));
  const list = document.getElementById("chosen");
  chosen(document.getElementById("file"), list, { remove: list.dataset.remove });

  const kept = JSON.parse(shelves.get(shelf) ?? "{}");
  for (const box of boxes) {
    if (box.value || !kept[box.name]) continue;
    box.value = kept[box.name];
    const details = box.closest("details");
    if (details) details.open = true;
  }

  form.addEventListener("input", () => {
    const typed = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    shelves.set(shelf, JSON.stringify(typed));
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
