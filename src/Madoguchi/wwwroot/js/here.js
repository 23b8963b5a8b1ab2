// Whoever is called, or was away, and looks at a page of theirs is there: nobody needs to press anything to keep their place.
const base = document.body.dataset.base;
let busy = false;

const calls = () => document.querySelector('#place[data-by="chat"], #line[data-by="chat"]')?.dataset.state;

async function here(byHand) {
  const state = calls();
  // Away with this page open: only a hand shows that somebody is back.
  if (busy || document.hidden || !(state === "called" || (state === "held" && byHand))) return;
  busy = true;
  await fetch(`${base}/ticket/here`, { method: "POST", headers: { "X-Live": "1" } }).catch(() => {});
  busy = false;
}

here(true); // opening the page is such a hand
document.addEventListener("visibilitychange", () => here(true));
for (const hand of ["pointerdown", "keydown"]) addEventListener(hand, () => here(true), { passive: true });
