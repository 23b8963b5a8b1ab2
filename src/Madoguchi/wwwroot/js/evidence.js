// Evidence: files are seen, covered and taken out again before they are sent; the form is sent once.
import { chosen } from "./chosen.js";

const form = document.getElementById("evidence-form");
const list = document.getElementById("chosen");
const input = document.getElementById("file");

if (form) {
  chosen(input, list, { remove: list.dataset.remove });
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}
