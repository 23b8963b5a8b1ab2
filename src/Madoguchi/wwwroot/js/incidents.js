// What burns is drawn anew when something moves: the figures only, so that nothing that somebody is writing is touched.
import { replace } from "./live.js";

const isWriting = (part) => part.contains(document.activeElement) || [...part.querySelectorAll("input:not([type=hidden]), textarea")].some((field) => field.value !== field.defaultValue);

let fetching = false;
let again = false;

async function anew() {
  again = true;
  if (fetching || "cameBack" in document.body.dataset) return;
  fetching = true;
  try {
    while (again) {
      again = false;
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" }, cache: "no-store" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[id^=fresh]")) {
        const now = fresh.getElementById(part.id);
        if (!now || now.innerHTML === part.innerHTML || isWriting(part)) continue;
        for (const open of part.querySelectorAll("details[id][open]")) now.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", ""); // what somebody reads stays open
        replace(part, now);
      }
    }
  } catch {
    // The line is cut: the next hint asks again.
  } finally {
    fetching = false;
  }
}

document.addEventListener("live:reset", anew);
document.addEventListener("live:gone", () => location.reload());
