// What they are writing about may be known: asked after a pause, said once under their words, and never again once they write on.
import { forNow } from "./shelf.js";

const shelf = "madoguchi written on";

export function known(form, story) {
  const address = form.dataset.known;
  if (!address) return;
  const written = new Set((forNow.get(shelf) ?? "").split(",").filter(Boolean));
  let [timer, asked, last] = [0, 0, story.value.trim()];
  const here = () => document.querySelector("#known-here .known");

  // One thing is said in one place: above the box until it is said under it.
  const above = () => {
    const id = here()?.dataset.incident;
    for (const one of document.querySelectorAll("main > .known[data-incident]")) one.hidden = one.dataset.incident === id;
  };

  const look = async () => {
    const text = story.value.trim();
    if (text.length < 4 || text === last) return;
    last = text;
    const mine = ++asked;
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ text: text.slice(0, 4000), product: form.dataset.product ?? "" }) }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    const fresh = template.content.querySelector(".known");
    const id = fresh?.dataset.incident;
    if (id === here()?.dataset.incident || (id && written.has(id))) return;
    // What somebody is about to press or fill in does not go away under their hand.
    const box = document.getElementById("known-here");
    if (box.contains(document.activeElement) || box.querySelector("input")?.value) return;
    box.replaceChildren(...(fresh ? [fresh] : []));
    above();
  };

  story.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 700); });
  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-write-on]")) return;
    written.add(here().dataset.incident);
    forNow.set(shelf, [...written].join(","));
    document.getElementById("known-here").replaceChildren();
    above();
    story.focus();
  });
  above();
  if (!here()) { last = ""; look(); }
}
