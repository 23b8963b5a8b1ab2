// First contact: a half-typed story survives a reload, pictures are seen before they are sent, and a form is sent once.
import { chosen } from "./chosen.js";
import { known } from "./known.js";
import { forNow, kept as shelves } from "./shelf.js";

const form = document.getElementById("contact");
const shelf = "madoguchi story";

// The widget opens where its visitor left off.
const page = window !== parent && location.pathname === "/widget" && forNow.get("madoguchi page");
if (page) location.replace(page);

/** What the widget's page tells of itself is shown, and goes along unless the customer takes the tick away. */
async function along() {
  const box = document.getElementById("along");
  if (!box || window === parent) return;
  if (location.hash.length > 1) {
    forNow.set("madoguchi along", location.hash.slice(1));
    history.replaceState(null, "", location.pathname + location.search);
  }
  const said = new URLSearchParams(forNow.get("madoguchi along") ?? "");
  const fields = { pageAddress: said.get("page"), appVersion: said.get("app"), site: null };
  const shown = [said.get("page"), box.dataset.browser, box.dataset.system, said.get("app") && `${box.dataset.app} ${said.get("app")}`];
  if (said.get("id")) {
    said.set("desk", box.dataset.desk);
    const answer = await fetch("/widget/identity", { method: "POST", body: said }).catch(() => null);
    const found = answer?.status === 200 ? await answer.json().catch(() => null) : null;
    if (found) {
      fields.site = found.seal;
      shown.push(`${box.dataset.user} ${said.get("id")}${said.get("mail") ? ` ${said.get("mail")}` : ""} (${found.verified ? box.dataset.site : box.dataset.unsigned})`);
    }
  }
  for (const [name, value] of Object.entries(fields)) Object.assign(form.elements.namedItem(name), { value: value ?? "", disabled: !value });
  form.elements.namedItem("along").disabled = false;
  document.getElementById("along-what").textContent = shown.filter(Boolean).join(" · ");
  box.hidden = false;
}

/** What may help, while they write: beside their words, and never in their way. */
function suggest(story) {
  const button = form.querySelector("[data-look]");
  if (!button) return;
  button.closest("p").hidden = true; // they come by themselves
  const read = form.elements.namedItem("read");
  let [timer, asked, last] = [0, 0, ""];
  const look = async () => {
    const text = story.value.trim();
    if (text.length < 6 || text === last) return;
    last = text;
    const mine = ++asked;
    const answer = await fetch(button.dataset.look, { method: "POST", body: new URLSearchParams({ text: text.slice(0, 2000) }) }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    document.getElementById("suggested").replaceWith(template.content.firstElementChild);
  };
  story.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 700); });
  form.addEventListener("click", (event) => {
    const opened = event.target.closest("[data-read]")?.dataset.read;
    if (opened && !read.value.split(",").includes(opened)) read.value = [...read.value.split(",").filter(Boolean), opened].slice(-5).join(",");
  });
  look();
}

if (form) {
  const story = form.elements.namedItem("text");
  const boxes = ["text", "name", "reach", "number"].map((name) => form.elements.namedItem(name));
  const list = document.getElementById("chosen");
  chosen(document.getElementById("file"), list, { remove: list.dataset.remove });

  const kept = JSON.parse(shelves.get(shelf) ?? "{}");
  for (const box of boxes) {
    if (box.value || !kept[box.name]) continue;
    box.value = kept[box.name];
    const details = box.closest("details");
    if (details) details.open = true;
  }

  form.addEventListener("input", () => {
    const typed = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    shelves.set(shelf, JSON.stringify(typed));
  });

  along();
  suggest(story);
  known(form, story);

  const button = form.querySelector("[type=submit]");
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    button.textContent = form.dataset.sending;
    button.setAttribute("aria-disabled", "true");
  });
  // Back from the next page, or after a line that did not hold: the same form may be sent again, and is the same act.
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    button.textContent = label;
    button.removeAttribute("aria-disabled");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.isComposing && event.target === story) form.requestSubmit();
  });
}
