// Files chosen, pasted, dropped or taken with the camera: shown before they are sent, and each may be taken out again.
// The file field itself holds them, so that the form sends them with or without us.
import { canMask, mask, words } from "./masking.js";

export function chosen(input, list, { remove, onChange = () => {} }) {
  let files = [];

  function keep(next) {
    files = next;
    const carrier = new DataTransfer();
    for (const file of files) carrier.items.add(file);
    input.files = carrier.files;
    draw();
    onChange();
  }

  function draw() {
    for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    list.replaceChildren(...files.map((file) => {
      const item = document.createElement("li");
      if (file.type.startsWith("image/")) {
        const image = document.createElement("img");
        image.src = URL.createObjectURL(file);
        image.alt = file.name;
        item.append(image);
      } else {
        const name = document.createElement("span");
        name.dir = "auto";
        name.textContent = file.name;
        item.append(name);
      }
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "×";
      button.setAttribute("aria-label", `${remove}: ${file.name}`);
      button.addEventListener("click", () => {
        keep(files.filter((other) => other !== file));
        (list.querySelector("button") ?? input).focus();
      });
      item.append(button);
      if (canMask(file)) item.append(cover(file));
      return item;
    }));
    list.hidden = files.length === 0;
  }

  // Offered, never forced: what is blacked out takes the picture's place before anything is sent.
  function cover(file) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cover";
    button.textContent = words.cover;
    button.setAttribute("aria-label", `${words.cover}: ${file.name}`);
    button.addEventListener("click", async () => {
      const at = files.indexOf(file);
      const masked = await mask(file);
      if (masked && files[at] === file) keep(files.with(at, masked));
      (list.querySelectorAll("button.cover")[Math.max(0, files.slice(0, at).filter(canMask).length)] ?? input).focus();
    });
    return button;
  }

  const add = (more) => more.length > 0 && keep([...files, ...more]);

  input.addEventListener("change", () => add(Array.from(input.files).filter((file) => !files.includes(file))));
  document.addEventListener("paste", (event) => {
    const pasted = Array.from(event.clipboardData?.files ?? []);
    if (pasted.length === 0) return;
    event.preventDefault();
    add(pasted.map((file, i) => (file.name === "image.png" ? new File([file], name(i), { type: file.type }) : file)));
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && document.body.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    add(Array.from(event.dataTransfer.files));
  });

  // What every browser calls image.png gets a name that tells two of them apart.
  function name(i) {
    const at = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `screen-${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}${i ? `-${i}` : ""}.png`;
  }

  return { get files() { return files; }, clear: () => keep([]), restore: keep };
}
