// What all of the customer's scripts need: whose page it is, how to tell the server, where an entry belongs.
export const base = document.body.dataset.base;
export const query = document.body.dataset.query;
export const say = document.getElementById("words-of-the-page").dataset;
export const form = document.getElementById("composer");
export const list = document.querySelector("[data-timeline]");
export const caseId = list.dataset.timeline;

export const send = (path, fields, more) =>
  fetch(`${base}/${path}${query}`, { method: "POST", headers: { "X-Live": "1" }, body: fields, ...more });
export const fields = (values) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  return body;
};

export function put(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const entry of Array.from(template.content.children)) {
    if (!entry.dataset.n || document.getElementById(entry.id)) continue;
    const n = Number(entry.dataset.n);
    const next = Array.from(list.children).find((other) => "waiting" in other.dataset || Number(other.dataset.n) > n);
    list.insertBefore(entry, next ?? null);
    document.dispatchEvent(new CustomEvent("live:entry", { detail: { element: entry, case: caseId, n } }));
  }
}

export const last = () => list.dataset.after ?? "0";

export function problem(why) {
  let line = form.querySelector(".problem");
  if (!line) {
    line = document.createElement("p");
    line.className = "problem";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = why;
}
