// The page is a file that is written anew when something changes: what has changed is shown, without losing what was opened.
const main = document.getElementById("main");
let last = null;

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return; // what stands there stays
  const text = await answer.text();
  if (last === null || text === last) {
    last = text;
    return;
  }
  last = text;
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const open = new Set([...main.querySelectorAll("article[id]")].filter((a) => a.querySelector("details[open]")).map((a) => a.id));
  const plain = main.querySelector(".plainly")?.open;
  main.replaceChildren(...fresh.getElementById("main").childNodes);
  document.title = fresh.title;
  for (const id of open) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
  if (plain) main.querySelector(".plainly")?.setAttribute("open", "");
}

/** A link to one incident of the past opens it. */
function show() {
  const details = location.hash.length > 1 && document.getElementById(location.hash.slice(1))?.querySelector("details");
  if (details) details.open = true;
}

show();
addEventListener("hashchange", show);
look();
setInterval(look, 30_000);
document.addEventListener("visibilitychange", look);
