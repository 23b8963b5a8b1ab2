// What all of the workspace's scripts need: where things are, and how to tell the server.
export const ja = document.documentElement.lang === "ja";
export const byId = (id) => document.getElementById(id);
export const openCase = () => byId("case")?.dataset.case;
export const token = () => document.querySelector("meta[name=form-token]")?.content ?? "";

export function post(address, body, more = {}) {
  const after = document.querySelector("[data-timeline]")?.dataset.after ?? "";
  return fetch(address, { method: "POST", body, headers: { "X-Form-Token": token(), "X-After": after, Accept: "text/html" }, ...more });
}

export function say(words) {
  byId("said").textContent = words;
}
