// Pictures of a conversation, large: a click or Enter opens one, arrows go on, Escape closes.
const dialog = document.getElementById("zoom");
const image = dialog?.querySelector("img");
let at = null;

const pictures = () => Array.from(document.querySelectorAll("a[data-zoom]"));

function show(link) {
  at = link;
  image.src = link.href;
  image.alt = link.querySelector("img")?.alt ?? "";
  if (!dialog.open) dialog.showModal();
}

function go(step) {
  const all = pictures();
  const next = all[(all.indexOf(at) + step + all.length) % all.length];
  if (next) show(next);
}

if (dialog) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-zoom]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    show(link);
  });
  dialog.addEventListener("click", (event) => (event.target === dialog || event.target === image) && dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") go(1);
    else if (event.key === "ArrowLeft") go(-1);
  });
  dialog.addEventListener("close", () => {
    image.removeAttribute("src");
    at?.focus();
  });
}
