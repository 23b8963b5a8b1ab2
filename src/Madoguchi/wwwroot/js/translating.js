// Machine translation: it comes beside the words when it is there, and a reply is shown with its own before both are sent.
import { byId, ja, post, say } from "./desk.js";
import { sheet } from "./hands.js";

const early = new Set(); // a passing word may overtake the entry that it is about

document.addEventListener("live:translated", ({ detail }) => beside(detail.case, detail.entry));
document.addEventListener("live:entry", ({ detail }) => early.delete(`${detail.case} ${detail.n}`) && beside(detail.case, detail.n));

async function beside(id, entry) {
  const said = document.querySelector(`li[data-case="${CSS.escape(id)}"][data-n="${CSS.escape(String(entry))}"] .said`);
  if (!said) return void early.add(`${id} ${entry}`);
  const answer = await fetch(`/desk/cases/${id}/entries/${entry}/translation`, { headers: { "HX-Request": "true", Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || !said.isConnected) return;
  for (const old of said.querySelectorAll(":scope > .translated")) old.remove();
  said.insertAdjacentHTML("beforeend", await answer.text());
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-translate]");
  if (!button) return;
  event.preventDefault();
  const words = byId("words");
  if (words.value.trim() === "") return words.focus();
  const body = new FormData();
  body.set("text", words.value);
  button.disabled = true;
  say(ja ? "翻訳しています" : "Translating");
  const answer = await post(button.formAction, body, { headers: { "HX-Request": "true", Accept: "text/html", "X-Form-Token": document.querySelector("meta[name=form-token]")?.content ?? "" } }).catch(() => null);
  button.disabled = false;
  if (!answer?.ok) return say(ja ? "翻訳できませんでした。このままでも送れます" : "It could not be translated. You can send it as it is");
  sheet(await answer.text(), words);
  const form = document.querySelector("#dialog form[data-translated]");
  if (form) form.dataset.was = words.value;
});

// Both have been sent: the words in the box are no draft any more.
document.addEventListener("sent", (event) => {
  const words = byId("words");
  if (event.target.dataset.was === undefined || words?.value !== event.target.dataset.was) return;
  words.value = "";
  words.dispatchEvent(new Event("input", { bubbles: true }));
});
