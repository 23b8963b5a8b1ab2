// Titles while somebody types in the help centre: a list under the box, walked with the arrow keys. Enter without a choice searches, as without scripts.
const box = document.querySelector("[data-titles]");

if (box) {
  const said = document.getElementById("titles-came");
  let [timer, asked, last, at] = [0, 0, box.value.trim(), -1];
  const list = () => document.getElementById("titles");
  const options = () => [...list().querySelectorAll("[role=option]")];

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", "titles");
  box.setAttribute("aria-autocomplete", "list");
  open(false);

  function open(shown) {
    list().hidden = !shown;
    box.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  }

  function choose(next) {
    at = next;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", options()[at].id);
    options()[at].scrollIntoView({ block: "nearest" });
  }

  async function look(text) {
    const mine = ++asked;
    const answer = await fetch(box.dataset.titles, { method: "POST", body: new URLSearchParams({ q: text }) }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    if (mine !== asked) return;
    list().replaceWith(template.content.firstElementChild);
    open(document.activeElement === box);
    said.textContent = list().dataset.says;
  }

  box.addEventListener("input", (event) => {
    // While kana are being typed, the Latin letters at the end are not yet any.
    const text = (event.isComposing ? box.value.replace(/[a-zａ-ｚ]+$/i, "") : box.value).trim();
    if (text === last && !list().hidden) return;
    last = text;
    clearTimeout(timer);
    asked++;
    if (!text) return open(false);
    timer = setTimeout(look, 160, text);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options();
    if (event.key === "Escape" && !list().hidden) {
      event.preventDefault();
      open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0 && box.value.trim()) {
      event.preventDefault();
      if (list().hidden) open(true);
      choose(event.key === "ArrowDown" ? (at + 2) % (all.length + 1) - 1 : (at < 0 ? all.length : at) - 1);
    } else if (event.key === "Enter" && at >= 0 && !list().hidden) {
      event.preventDefault();
      options()[at].querySelector("a").click();
    }
  });
  addEventListener("pointerdown", (event) => { if (!box.parentElement.contains(event.target)) open(false); });
  box.addEventListener("blur", () => setTimeout(() => { if (!box.parentElement.contains(document.activeElement)) open(false); }, 200));
  addEventListener("pageshow", () => open(false));
}
