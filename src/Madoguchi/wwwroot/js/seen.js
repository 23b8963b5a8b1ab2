// How far both have read, and that somebody is writing.
import { fields, list, problem, say, send } from "./visit.js";

const seen = document.getElementById("seen");
const typingLine = document.getElementById("typing");
let typingTimer = 0;
let read = 0;

function refreshSeen() {
  const entry = Array.from(list.querySelectorAll("li[data-n]")).at(-1);
  seen.hidden = !(entry?.classList.contains("mine") && Number(seen.dataset.entry) >= Number(entry.dataset.n));
}

function tellRead() {
  if (document.visibilityState !== "visible") return;
  const n = Number(Array.from(list.querySelectorAll("li[data-n]")).at(-1)?.dataset.n ?? 0);
  if (n <= read) return;
  read = n;
  send("read", fields({ entry: String(n) })).catch(() => { read = 0; });
}

document.addEventListener("live:entry", () => { typingLine.hidden = true; refreshSeen(); tellRead(); });
document.addEventListener("live:read", ({ detail }) => {
  seen.dataset.entry = String(Math.max(Number(seen.dataset.entry), detail.entry ?? 0));
  refreshSeen();
});
document.addEventListener("live:typing", () => {
  typingLine.hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => { typingLine.hidden = true; }, 6_000);
});
document.addEventListener("live:gone", () => problem(say.gone));
document.addEventListener("visibilitychange", tellRead);

tellRead();
