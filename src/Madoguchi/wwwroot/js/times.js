// Says each <time data-when> for the reader's own zone and now. The server's text (Tokyo) stands until then, and without scripts.
const ja = document.documentElement.lang === "ja";
const locale = ja ? "ja-JP" : "en-GB";
const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
const seconds = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(locale, ja ? { month: "long", day: "numeric" } : { month: "short", day: "numeric" });
const year = new Intl.DateTimeFormat(locale, { year: "numeric", month: ja ? "long" : "short", day: "numeric" });
const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });

const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate());

function days(at, now) {
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

function date(at, now) {
  const ago = days(at, now);
  if (ago === 0) return ja ? "今日" : "today";
  if (ago === 1) return ja ? "昨日" : "yesterday";
  if (ago === -1) return ja ? "明日" : "tomorrow";
  return (at.getFullYear() === now.getFullYear() ? day : year).format(at);
}

function since(at, now) {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return ja ? "たった今" : "just now";
  if (minutes < 60) return ja ? `${minutes}分前` : `${minutes} min ago`;
  if (minutes < 24 * 60) return ja ? `${Math.floor(minutes / 60)}時間前` : `${Math.floor(minutes / 60)} h ago`;
  return date(at, now);
}

function left(at, now) {
  const minutes = Math.ceil((at - now) / 60_000);
  const span = Math.abs(minutes) < 60 ? [`${Math.abs(minutes)}分`, `${Math.abs(minutes)} min`] : Math.abs(minutes) < 48 * 60 ? [`${Math.floor(Math.abs(minutes) / 60)}時間`, `${Math.floor(Math.abs(minutes) / 60)} h`]
    : [`${Math.floor(Math.abs(minutes) / 1440)}日`, `${Math.floor(Math.abs(minutes) / 1440)} days`];
  return minutes > 0 ? (ja ? `あと${span[0]}` : `${span[1]} left`) : (ja ? `${span[0]}過ぎ` : `${span[1]} ago`);
}

function say(element, now) {
  const at = new Date(element.dateTime);
  if (Number.isNaN(at.valueOf())) return;
  const form = element.dataset.when;
  const text = form === "day" || (form === "row" && days(at, now) !== 0) ? date(at, now)
    : form === "second" ? seconds.format(at)
    : form === "clock" ? clock.format(at)
    : form === "whole" ? `${date(at, now)} ${clock.format(at)}`
    : form === "ago" ? since(at, now)
    : form === "left" ? left(at, now)
    : days(at, now) === 0 ? clock.format(at)
    : `${date(at, now)} ${clock.format(at)}`;
  if (element.textContent !== text) element.textContent = text;
  element.title = full.format(at);
}

function sayAll(root = document) {
  const now = new Date();
  for (const element of root.querySelectorAll("time[data-when]")) say(element, now);
}

document.documentElement.classList.add("scripted"); // parts that need a script are shown from here on
sayAll();
setInterval(sayAll, 30_000);
new MutationObserver((changes) => {
  for (const change of changes)
    for (const node of change.addedNodes)
      if (node instanceof Element) node.matches("time[data-when]") ? say(node, new Date()) : sayAll(node);
}).observe(document.documentElement, { childList: true, subtree: true });
