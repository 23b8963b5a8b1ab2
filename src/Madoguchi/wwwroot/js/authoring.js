// Writing a guide: the preview follows the words, and a picture's line stands where the writer is. The server draws both.
const form = document.querySelector("[data-authoring]");
const text = form.elements.markdown;
const action = form.getAttribute("action");
let timer = 0;
let asked = 0;

function post(what, body) {
  body.set("part", "true");
  return fetch(`${action}/${what}${location.search}`, { method: "POST", body, headers: { "X-Form-Token": document.querySelector("meta[name=form-token]").content } });
}

async function look() {
  const mine = ++asked;
  const body = new FormData();
  body.set("markdown", text.value);
  const answer = await post("look", body).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  const [old, now] = [document.getElementById("preview"), template.content.firstElementChild];
  // What the writer has opened stays open.
  now.querySelectorAll("details").forEach((part, i) => { part.open = old.querySelectorAll("details")[i]?.open ?? part.open; });
  old.replaceWith(now);
}

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, 300);
});

form.elements.file.addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (!file) return;
  const body = new FormData();
  body.set("file", file);
  const answer = await post("picture", body).catch(() => null);
  if (!answer?.ok) return; // the button says why
  const end = text.value.indexOf("\n", text.selectionStart);
  const at = end < 0 ? text.value.length : end;
  text.setRangeText(`\n\n${await answer.text()}\n`, at, at, "end");
  event.target.value = "";
  text.focus();
  look();
});
