// The supervisor's board is drawn anew when something moves at a desk. The stream says so at most once a second; while one drawing is under way, the next waits.
import { replace } from "./live.js";

let fetching = false;
let again = false;

async function anew() {
  again = true;
  if (fetching) return;
  fetching = true;
  try {
    while (again) {
      again = false;
      const answer = await fetch("/desk/board/now", { headers: { Accept: "text/html" }, cache: "no-store" });
      if (!answer.ok) return;
      const template = document.createElement("template");
      template.innerHTML = await answer.text();
      const [there, fresh] = [document.getElementById("board"), template.content.querySelector("#board")];
      if (there && fresh) replace(there, fresh);
    }
  } catch {
    // The line is cut: the next hint asks again.
  } finally {
    fetching = false;
  }
}

document.addEventListener("live:reset", anew);
document.addEventListener("live:gone", () => location.reload());
