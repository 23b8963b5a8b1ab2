// <script src="https://…/widget.js?desk=SLUG" async></script>: a button on somebody else's page, and behind it the desk in a frame.
// Everything is said inside the frame; this page learns nothing of it.
(() => {
  const script = document.currentScript;
  const source = new URL(script.src);
  const ja = (source.searchParams.get("lang") ?? document.documentElement.lang ?? "ja").startsWith("ja");
  const address = new URL("/widget", source);
  for (const name of ["desk", "lang"]) if (source.searchParams.has(name)) address.searchParams.set(name, source.searchParams.get(name));

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet(); // needs no leave of the page's content policy
  style.replaceSync(`
    :host { all: initial; }
    button, iframe { position: fixed; inset-inline-end: max(16px, env(safe-area-inset-right)); z-index: 2147483000; }
    button { bottom: max(16px, env(safe-area-inset-bottom)); min-height: 52px; padding: 10px 22px; border: 2px solid #fff; border-radius: 26px; background: #197a4b; color: #fff; font: 700 16px/1.5 "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", system-ui, sans-serif; cursor: pointer; }
    button:hover { background: #115a36; }
    button:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
    iframe { bottom: 84px; width: min(420px, calc(100vw - 32px)); height: min(680px, calc(100dvh - 108px)); border: 1px solid #767676; border-radius: 12px; background: Canvas; color-scheme: light dark; }
    iframe[hidden] { display: none; }
    @media (max-width: 480px) { iframe { inset: 0 0 68px 0; width: 100vw; height: calc(100dvh - 84px); border-radius: 0; border-width: 0 0 1px; } }
  `);
  root.adoptedStyleSheets = [style];

  const button = document.createElement("button");
  button.type = "button";
  const words = { open: ja ? "窓口に相談する" : "Ask support", close: ja ? "閉じる" : "Close" };
  const frame = document.createElement("iframe");
  frame.title = ja ? "窓口とのやりとり" : "Conversation with support";
  frame.allow = "clipboard-write";
  frame.hidden = true;

  // What the frame may know goes behind the #: it reaches no server and no log unless the customer sends it (docs/widget.md).
  async function along() {
    const { appVersion, userId, userMail, userName, issuedAt, signature, identity } = script.dataset;
    const said = { app: appVersion, id: userId, mail: userMail, name: userName, issuedAt, signature };
    if (identity) {
      const answer = await fetch(new URL(identity, location.href), { credentials: "same-origin", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(3_000) }).catch(() => null);
      const user = answer?.ok ? await answer.json().catch(() => null) : null;
      for (const name of ["id", "mail", "name", "issuedAt", "signature"]) if (user?.[name] !== undefined) said[name] = String(user[name]);
    }
    return new URLSearchParams([["page", location.origin + location.pathname], ...Object.entries(said).filter(([, value]) => value)]);
  }

  let loading = false;
  async function load() {
    if (loading) return;
    loading = true; // nothing is loaded before somebody wants it
    address.hash = await along();
    frame.src = address.href;
  }

  function toggle(open) {
    if (open) load();
    frame.hidden = !open;
    button.textContent = open ? words.close : words.open;
    button.setAttribute("aria-expanded", String(open));
    if (open) frame.focus();
    else button.focus();
  }

  button.textContent = words.open;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => toggle(frame.hidden));
  addEventListener("keydown", (event) => event.key === "Escape" && !frame.hidden && toggle(false));
  root.append(frame, button);
  (document.body ?? document.documentElement).append(host);
})();
