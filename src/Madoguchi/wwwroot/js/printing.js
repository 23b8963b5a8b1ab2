// A page that is worth keeping on paper says so with a button.
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
