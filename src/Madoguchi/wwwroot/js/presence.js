// Who is here: colleagues who look or write, whether the customer is there, and how far they have read.
import { byId, ja, openCase, post } from "./desk.js";

const colleagues = new Map(); // agent → { name, state }
const typing = new Map(); // who → { name, role, at }
let customer = null;
let typed = 0;

const mine = (detail) => detail.case === openCase();
const form = (fields) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

function draw() {
  const here = byId("here");
  if (!here) return;
  for (const [who, one] of typing) if (Date.now() - one.at > 6_000) typing.delete(who);
  const words = [];
  if (Array.from(typing.values()).some((one) => one.role === "customer")) words.push(ja ? "お客様が入力中" : "The customer is typing");
  for (const [by, { name, state }] of colleagues) words.push(state === "writing" || typing.has(by) ? (ja ? `同僚が返信中: ${name}` : `${name} is writing`) : ja ? `同僚が閲覧中: ${name}` : `${name} is looking`);
  const text = words.join(ja ? "、" : ", ");
  if (here.textContent !== text) here.textContent = text;
  here.hidden = text === "";
  const holder = Array.from(colleagues.values()).find((one) => one.replying);
  const claim = byId("replying");
  if (claim) {
    const words = holder ? (ja ? `${holder.name} さんが返信を書いています。このまま書くこともできます。` : `${holder.name} is replying. You may go on all the same.`) : "";
    if (claim.textContent !== words) claim.textContent = words;
    claim.hidden = words === "";
  }
  const line = byId("customer-line");
  const near = customer && { connected: ja ? "お客様は接続中" : "Customer connected", away: ja ? "お客様は離席中" : "Customer away", gone: ja ? "お客様は不在" : "Customer not here" }[customer];
  if (line && near && line.textContent !== near) {
    line.textContent = near;
    line.dataset.state = customer;
    line.hidden = false;
  }
}

document.addEventListener("live:typing", ({ detail }) => {
  if (!mine(detail) || detail.by === document.body.dataset.me) return;
  typing.set(detail.by || detail.role, { name: detail.name, role: detail.role, at: Date.now() });
  draw();
});
document.addEventListener("live:presence", ({ detail }) => {
  if (!mine(detail)) return;
  if (detail.all) colleagues.clear();
  if (detail.customer) customer = detail.customer;
  for (const one of detail.agents ?? (detail.role === "agent" ? [detail] : [])) {
    if (one.by === document.body.dataset.me) continue;
    if (one.state === "left") colleagues.delete(one.by);
    else colleagues.set(one.by, one);
  }
  if (detail.role === "customer") customer = detail.state;
  draw();
});
document.addEventListener("live:read", ({ detail }) => {
  if (mine(detail) && detail.role === "customer") seen(detail.entry);
});
document.addEventListener("live:entry", ({ detail }) => {
  if (detail.case !== openCase()) return;
  if (detail.element.matches(".customer")) typing.delete("customer");
  draw();
  read();
});
document.addEventListener("live:swap", draw);

document.addEventListener("input", (event) => {
  if (event.target.name !== "text" || !event.target.form?.dataset.purpose || Date.now() - typed < 3_000) return;
  typed = Date.now();
  post(`/desk/cases/${openCase()}/typing`, form({ purpose: event.target.form.dataset.purpose })).catch(() => {});
});

function seen(upTo = Number(document.querySelector("[data-seen]")?.dataset.seen ?? 0)) {
  for (const entry of document.querySelectorAll(".entry.agent[data-n]")) if (Number(entry.dataset.n) <= upTo) entry.dataset.read = "";
}

let last = "";

function read() {
  const id = openCase();
  const entry = Math.max(0, ...Array.from(document.querySelectorAll(".entry[data-n]"), (e) => Number(e.dataset.n)));
  if (!id || !entry || document.visibilityState !== "visible" || last === `${id} ${entry}`) return;
  last = `${id} ${entry}`;
  post(`/desk/cases/${id}/read`, form({ entry })).catch(() => {});
  const row = byId(`row-${id}`);
  row?.classList.remove("unread");
  row?.querySelector("h2 .seen-by-ear")?.remove();
}

function opened() {
  colleagues.clear();
  typing.clear();
  customer = null;
  draw();
  seen();
  read();
}

document.addEventListener("case:opened", opened);
document.addEventListener("visibilitychange", read);
setInterval(draw, 2_000);
seen();
read();
