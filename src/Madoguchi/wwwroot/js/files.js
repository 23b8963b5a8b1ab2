// Pictures and files: chosen, pasted or dropped, several at once, shown before they are sent.
import { ja } from "./desk.js";

const form = () => document.querySelector("#reply-form:not([hidden])");

function add(files) {
  const input = form()?.querySelector("input[type=file]");
  if (!input || files.length === 0) return;
  const all = new DataTransfer();
  for (const file of [...input.files, ...files]) all.items.add(file);
  input.files = all.files;
  list(input);
}

function list(input) {
  const chosen = input.form.querySelector(".chosen");
  for (const image of chosen.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  chosen.replaceChildren(...Array.from(input.files, (file, i) => {
    const item = document.createElement("li");
    if (file.type.startsWith("image/")) item.append(Object.assign(new Image(), { src: URL.createObjectURL(file), alt: "" }));
    const away = Object.assign(document.createElement("button"), { type: "button", className: "button bare", textContent: "×" });
    away.setAttribute("aria-label", ja ? `${file.name} を外す` : `Leave out ${file.name}`);
    away.addEventListener("click", () => {
      const left = new DataTransfer();
      Array.from(input.files).forEach((other, j) => j !== i && left.items.add(other));
      input.files = left.files;
      list(input);
    });
    item.append(Object.assign(document.createElement("span"), { textContent: file.name }), away);
    return item;
  }));
  chosen.hidden = input.files.length === 0;
}

document.addEventListener("change", (event) => event.target.matches("#reply-form input[type=file]") && list(event.target));
document.addEventListener("sent", (event) => {
  const input = event.target.querySelector("input[type=file]");
  if (input) list(input);
});
document.addEventListener("paste", (event) => {
  const files = Array.from(event.clipboardData?.files ?? []);
  if (files.length === 0 || !form()) return;
  event.preventDefault();
  add(files);
});
document.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && form() && event.preventDefault());
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length || !form()) return;
  event.preventDefault();
  add(Array.from(event.dataTransfer.files));
});
