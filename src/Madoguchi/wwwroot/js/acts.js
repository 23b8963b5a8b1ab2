// Acts beside the words: one tap, the same form that works without us. And what a customer takes along.
import { isOlder, replace } from "./live.js";
import { base, last, problem, put, say } from "./visit.js";

document.addEventListener("submit", async (event) => {
  const act = event.target.closest?.("form[data-act]");
  if (!act) return;
  event.preventDefault();
  const body = new FormData(act, event.submitter);
  body.append("after", last());
  const buttons = act.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await fetch(event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : act.action, { method: "POST", headers: { "X-Live": "1" }, body });
    if (answer.ok) put(await answer.text());
    else if (answer.status !== 409) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await (await fetch(location.href, { cache: "no-store" })).text(), "text/html");
    for (const id of ["now", "with"]) {
      const [there, next] = [document.getElementById(id), fresh.getElementById(id)];
      if (there && next && !isOlder(there, next)) replace(there, next);
    }
  } catch {
    for (const button of buttons) button.disabled = false;
    act.querySelector("button")?.focus();
    problem(say.waiting);
  }
});

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
