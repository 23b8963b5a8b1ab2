// Acts beside the words: one tap, the same form that works without us. And what a customer takes along.
import { isOlder, replace } from "./live.js";
import { base, form, last, problem, put, say } from "./visit.js";

// A tap while the line is down is not lost: it goes out as soon as the line is back, unless what it answers is gone by then.
let waiting = null;
let retry = 0;
let stale = false;

function again() {
  clearTimeout(retry);
  const tap = waiting;
  waiting = null;
  if (tap?.act.isConnected) tap.act.requestSubmit(tap.button);
}

function wait(act, button) {
  button?.toggleAttribute("data-tapped", true);
  waiting = { act, button };
  clearTimeout(retry);
  retry = setTimeout(again, 5_000);
  problem(say.waiting);
}

function back() {
  if (stale) renew();
  again();
}

document.addEventListener("live:line", ({ detail }) => detail.up && back());
addEventListener("online", back);

document.addEventListener("submit", async (event) => {
  const act = event.target.closest?.("form[data-act]");
  if (!act) return;
  event.preventDefault();
  waiting = null; // they have tapped something else meanwhile
  const [buttons, button] = [act.querySelectorAll("button"), event.submitter];
  const part = (button ?? act).closest("details");
  const body = new FormData(act, button);
  body.append("after", last());
  for (const one of document.querySelectorAll("[data-tapped]")) one.removeAttribute("data-tapped");
  for (const one of buttons) one.disabled = true;
  part?.setAttribute("data-sent", "");
  const answer = await fetch(button?.hasAttribute("formaction") ? button.formAction : act.action, { method: "POST", headers: { "X-Live": "1" }, body }).catch(() => null);
  form.querySelector(".problem")?.remove();
  if (!answer || (!answer.ok && answer.status !== 409)) {
    for (const one of buttons) one.disabled = false;
    part?.removeAttribute("data-sent");
    button?.focus();
    return !answer || answer.status >= 500 || answer.status === 429 ? wait(act, button) : problem(say.refused);
  }
  if (answer.ok) put(await answer.text().catch(() => ""));
  renew();
});

// What comes next is on the page.
async function renew() {
  stale = false;
  try {
    const fresh = new DOMParser().parseFromString(await (await fetch(location.href, { cache: "no-store" })).text(), "text/html");
    for (const id of ["now", "with"]) {
      const [there, next] = [document.getElementById(id), fresh.getElementById(id)];
      if (there && next && !isOlder(there, next)) replace(there, next);
    }
  } catch {
    stale = true; // it is done; the rest comes with the line
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-copy-page]");
  if (!button) return;
  const text = button.dataset.copy ?? `${location.origin}${base}`;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure context there is no clipboard: the old way.
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  const label = button.querySelector("span");
  label.dataset.was ??= label.textContent;
  label.textContent = button.dataset.copied;
  setTimeout(() => { label.textContent = label.dataset.was; }, 2_000);
});
