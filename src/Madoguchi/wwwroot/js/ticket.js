// The ticket's page: the line moves on it, who is back is at the front at once, and whoever goes away is called by the browser.
import { replace } from "./live.js";
import "./here.js";
import { forNow } from "./shelf.js";

const base = document.body.dataset.base;
const title = document.title;
const near = 2; // people before them

if (window !== parent) forNow.set("madoguchi page", `${base}/ticket${document.body.dataset.query ?? ""}`);

// ── Go away; be told when it is near ─────────────────────────────────────────────────────────────────────────────────────

const shelf = `madoguchi near ${base}`;
let stage = -1; // told last: 0 nothing, 1 near, 2 called

const place = () => document.getElementById("place");
const words = () => document.querySelector("[data-tell-near]")?.dataset ?? said;
let said = {};

function level() {
  const { state, ahead } = place()?.dataset ?? {};
  return state === "called" || state === "serving" ? 2 : state === "waiting" && ahead !== undefined && Number(ahead) <= near ? 1 : 0;
}

function look() {
  const now = level();
  const number = place()?.dataset.number;
  if (words().near) said = { ...words() };
  document.title = now === 2 ? `● ${said.called ?? ""} ${title}` : now === 1 ? `(${place().dataset.ahead}) ${title}` : title;
  if (stage >= 0 && now > stage && forNow.get(shelf) && "Notification" in window && Notification.permission === "granted")
    new Notification(now === 2 ? said.called : said.near, { body: title, tag: `madoguchi ${number}`, icon: "/img/madoguchi.svg" });
  stage = now;
  show();
}

function show(denied = false) {
  const line = document.getElementById("told-near");
  const button = document.querySelector("[data-tell-near]");
  if (!line || !button) return line && (line.hidden = true);
  const on = Boolean(forNow.get(shelf));
  line.hidden = !on;
  button.hidden = on;
  if (on) line.textContent = denied || ("Notification" in window && Notification.permission === "denied") ? button.dataset.denied : button.dataset.on;
}

document.addEventListener("click", async (event) => {
  if (!event.target.closest?.("[data-tell-near]")) return;
  forNow.set(shelf, "1");
  const answer = "Notification" in window ? await Notification.requestPermission().catch(() => "denied") : "denied";
  fetch(`${base}/ticket/near`, { method: "POST", headers: { "X-Live": "1" }, body: new URLSearchParams({ on: "true" }) }).catch(() => {});
  show(answer !== "granted");
});

document.addEventListener("live:swap", look);
document.addEventListener("live:gone", () => location.reload());

// Pages that were hidden for long, or without a line, are drawn anew at once when they are looked at.
document.addEventListener("live:line", async ({ detail }) => {
  if (!detail.up || !document.hidden) return;
  const fresh = await fetch(location.href, { cache: "no-store" }).then((a) => a.text()).catch(() => null);
  const next = fresh && new DOMParser().parseFromString(fresh, "text/html").getElementById("place");
  if (next && place()) { replace(place(), next); look(); }
});

look();
