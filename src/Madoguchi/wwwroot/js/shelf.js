// What this browser keeps for its owner. Where storing is forbidden (private windows, frames), it lasts as long as the page.
function shelf(storage) {
  const here = new Map();
  const guarded = (act, otherwise) => { try { return act(storage()); } catch { return otherwise; } };
  return {
    get: (key) => guarded((s) => s.getItem(key), undefined) ?? here.get(key) ?? null,
    set(key, value) { here.set(key, value); guarded((s) => s.setItem(key, value)); },
    remove(key) { here.delete(key); guarded((s) => s.removeItem(key)); },
  };
}

export const kept = shelf(() => localStorage);
export const forNow = shelf(() => sessionStorage);
