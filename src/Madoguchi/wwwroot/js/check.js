// The check stays as it is while somebody ticks and writes in it; when more has come, a line says so.
import "./live.js";

const lines = (page) => Array.from(page.querySelectorAll("#sides [id]"), (line) => line.id).join();
const there = lines(document);
const itself = document.querySelector("nav a[aria-current=page]");
const address = "cameBack" in document.body.dataset && itself ? itself.href : location.href;
let asking = false;

document.addEventListener("live:reset", async () => {
  const came = document.getElementById("came");
  if (asking || !came?.hidden) return;
  asking = true;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store" });
    came.querySelector("a").href = address;
    if (answer.ok) came.hidden = lines(new DOMParser().parseFromString(await answer.text(), "text/html")) === there;
  } catch {
    // The line is cut: the next hint asks again.
  } finally {
    asking = false;
  }
});
document.addEventListener("live:gone", () => location.replace(address));
