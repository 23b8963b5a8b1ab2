// The ticket's page: the line moves on it, who is back is at the front at once, and whoever goes away is called by the browser.
import "./live.js";
import "./here.js";
import { forNow } from "./shelf.js";

const base = document.body.dataset.base;
const title = document.title;
const Near = 2; // people before them

if (window !== parent) forNow.set("madoguchi page", `${base}/ticket${document.body.dataset.query ?? ""}`);

const place = () => document.getElementById("place");
const turn = () => document.getElementById("turn");
let stage = null; // 0 waiting, 1 near, 2 called

function level() {
  const { state, ahead } = place()?.dataset ?? {};
  return state === "called" || state === "serving" ? 2 : state === "waiting" && ahead && Number(ahead) <= Near ? 1 : 0;
}

/** The title tells it to whoever looks at another tab, the browser to whoever looks elsewhere. */
function look() {
  if (!turn()) return;
  const [now, { told, near, called }] = [level(), turn().dataset];
  document.title = now === 2 ? `● ${called} · ${title}` : now === 1 ? `(${place().dataset.ahead}) ${title}` : title;
  if (stage !== null && now > stage && document.hidden && (told || now === 2) && "Notification" in window && Notification.permission === "granted")
    new Notification(now === 2 ? called : near, { body: title, tag: base, icon: "/img/madoguchi.svg" });
  stage = now;
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest?.("form[data-tell-near]");
  if (!form || !("Notification" in window) || Notification.permission !== "default") return;
  event.preventDefault(); // the browser asks first; whatever the answer, the form goes
  await Notification.requestPermission().catch(() => {});
  form.submit();
});

document.addEventListener("live:swap", look);
document.addEventListener("live:gone", () => location.reload());
look();
