// Side by side: what a colleague does to the reply that is being written here, and taking back one's own.
import { byId } from "./desk.js";

document.addEventListener("sent", (event) => {
  if (event.target.dataset.purpose === "reply") byId("answered")?.replaceChildren();
});

document.addEventListener("click", (event) => {
  const drop = event.target.closest("[data-drop]");
  const area = drop && byId(drop.dataset.drop);
  if (!area) return;
  event.preventDefault();
  area.value = "";
  area.dispatchEvent(new Event("input", { bubbles: true }));
  drop.closest(".held-place").replaceChildren();
  area.focus();
});

// What is read can be taken back for ten minutes more.
function offered() {
  for (const form of document.querySelectorAll("#undo form[data-until]")) form.hidden = !form.dataset.until || Date.parse(form.dataset.until) < Date.now();
  for (const form of document.querySelectorAll("#undo form:not([data-until])")) form.hidden = false;
}

document.addEventListener("live:swap", offered);
document.addEventListener("case:opened", offered);
new MutationObserver(offered).observe(byId("main") ?? document.body, { childList: true, subtree: true });
setInterval(offered, 5_000);
offered();
