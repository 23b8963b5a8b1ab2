// Parts of a picture are blacked out before it leaves the device: the boxes are drawn into the pixels, and only what is drawn is sent.
// Drawn anew, the picture carries nothing of what the camera wrote into it (place, time, device).
const ja = document.documentElement.lang === "ja";
export const words = ja
  ? {
      cover: "隠す", title: "見せたくないところを隠す", how: "隠したいところを指やマウスでなぞると、黒く塗られます。塗ったところは元に戻せない形で送られます。",
      keys: "キーでは: 矢印で枠を動かし、Shift＋矢印で大きさを変え、Enter で塗ります。", picture: "隠すところを選ぶ画像", undo: "一つ戻す", cancel: "やめる", done: "この画像を添える",
      count: (n) => (n === 0 ? "まだどこも塗っていません" : `${n}か所を塗りました`), cannot: "この画像はここでは開けません。そのまま添えるか、外してください。",
    }
  : {
      cover: "Hide parts", title: "Hide what is nobody’s business", how: "Drag over what you want to hide: it turns black, and cannot be brought back from what is sent.",
      keys: "By keys: arrows move the frame, Shift and arrows change its size, Enter blacks it out.", picture: "Picture: choose what to hide", undo: "Undo", cancel: "Cancel", done: "Attach this picture",
      count: (n) => (n === 0 ? "Nothing is hidden yet" : n === 1 ? "1 part is hidden" : `${n} parts are hidden`), cannot: "This picture cannot be opened here. Attach it as it is, or leave it out.",
    };

const most = 16_000_000; // pixels: more than that, and telephones give an empty canvas

export const canMask = (file) => file.type.startsWith("image/") && file.type !== "image/svg+xml";

/** The picture with black boxes in it; nothing when it stays as it is. */
export async function mask(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  const sheet = build(picture);
  document.body.append(sheet.dialog);
  sheet.dialog.showModal();
  if (!picture) {
    sheet.count.textContent = words.cannot;
    sheet.stage.hidden = sheet.done.hidden = sheet.undo.hidden = true;
    sheet.cancel.focus();
  } else {
    sheet.stage.focus();
  }
  return new Promise((resolve) => {
    const boxes = picture ? draws(sheet, picture) : [];
    sheet.dialog.addEventListener("close", async () => {
      const wanted = sheet.dialog.returnValue === "done" && boxes.length > 0;
      resolve(wanted ? await burnt(file, picture, boxes) : null);
      picture?.close();
      sheet.dialog.remove();
    }, { once: true });
  });
}

function build(picture) {
  const make = (tag, more, ...inside) => {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...inside);
    return element;
  };
  const scale = picture ? Math.min(1, Math.sqrt(most / (picture.width * picture.height))) : 1;
  const stage = make("canvas", { width: picture ? Math.round(picture.width * scale) : 1, height: picture ? Math.round(picture.height * scale) : 1, tabIndex: 0 });
  stage.setAttribute("role", "img");
  stage.setAttribute("aria-label", words.picture);
  stage.setAttribute("aria-describedby", "mask-how");
  const count = make("p", { className: "count", textContent: words.count(0) });
  count.setAttribute("role", "status");
  const button = (className, textContent, value) => make("button", { className, textContent, value, type: value ? "submit" : "button" });
  const [undo, cancel, done] = [button("button", words.undo), button("button bare", words.cancel, "cancel"), button("button next", words.done, "done")];
  undo.disabled = true;
  const dialog = make("dialog", { className: "mask" }, make("form", { method: "dialog" },
    make("h2", { id: "mask-title", textContent: words.title }), make("p", { id: "mask-how", className: "small" }, words.how, make("span", { className: "keys", textContent: ` ${words.keys}` })),
    make("div", { className: "stage" }, stage), count, make("div", { className: "do" }, undo, make("span", { className: "gap" }), cancel, done)));
  dialog.setAttribute("aria-labelledby", "mask-title");
  return { dialog, stage, count, undo, cancel, done };
}

/** Boxes in the pixels of the stage, as they are drawn by hand or by keys. */
function draws({ dialog, stage, count, undo }, picture) {
  const boxes = [];
  const pen = stage.getContext("2d");
  const frame = { x: stage.width * 0.35, y: stage.height * 0.4, w: stage.width * 0.3, h: stage.height * 0.2 }; // the keyboard's
  let from = null;
  let current = null;

  function draw() {
    pen.drawImage(picture, 0, 0, stage.width, stage.height);
    blacken(pen, current ? [...boxes, current] : boxes);
    if (document.activeElement === stage && stage.matches(":focus-visible") && !current) {
      pen.lineWidth = Math.max(2, stage.width / 300);
      pen.setLineDash([pen.lineWidth * 4, pen.lineWidth * 3]);
      for (const [colour, offset] of [["#fff", 0], ["#000", pen.lineWidth * 3.5]]) {
        pen.strokeStyle = colour;
        pen.lineDashOffset = offset;
        pen.strokeRect(frame.x, frame.y, frame.w, frame.h);
      }
    }
    count.textContent = words.count(boxes.length);
    undo.disabled = boxes.length === 0;
  }

  const point = (event) => {
    const shown = stage.getBoundingClientRect();
    return { x: ((event.clientX - shown.left) / shown.width) * stage.width, y: ((event.clientY - shown.top) / shown.height) * stage.height };
  };
  const between = (a, b) => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });
  const add = (box) => {
    boxes.push({ ...box });
    draw();
  };
  const back = () => {
    boxes.pop();
    draw();
    if (undo.disabled && document.activeElement !== stage) stage.focus();
  };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    from = point(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    current = between(from, point(event));
    draw();
  });
  stage.addEventListener("pointerup", (event) => {
    const box = from && between(from, point(event));
    from = current = null;
    if (box && box.w > 2 && box.h > 2) add(box);
    else draw();
  });
  stage.addEventListener("pointercancel", () => { from = current = null; draw(); });
  for (const name of ["focus", "blur"]) stage.addEventListener(name, draw);
  undo.addEventListener("click", back);
  dialog.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      return back();
    }
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const [across, down] = [{ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0, { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0];
    const [dx, dy] = [(across * stage.width) / 50, (down * stage.height) / 50];
    if (event.key === "Enter" || event.key === " ") add(frame);
    else if (across || down) {
      if (event.shiftKey) [frame.w, frame.h] = [Math.max(stage.width / 50, frame.w + dx), Math.max(stage.height / 50, frame.h + dy)];
      else [frame.x, frame.y] = [Math.min(Math.max(0, frame.x + dx), stage.width - frame.w / 2), Math.min(Math.max(0, frame.y + dy), stage.height - frame.h / 2)];
      draw();
    } else return;
    event.preventDefault();
  });
  draw();
  return boxes;
}

/** Outwards to whole pixels: at a half-covered edge something could still be read. */
function blacken(pen, boxes) {
  pen.fillStyle = "#000";
  for (const { x, y, w, h } of boxes) {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    pen.fillRect(left, top, Math.ceil(x + w) - left, Math.ceil(y + h) - top);
  }
}

async function burnt(file, picture, boxes) {
  const scale = Math.min(1, Math.sqrt(most / (picture.width * picture.height)));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  const pen = canvas.getContext("2d");
  const type = file.type === "image/jpeg" ? "image/jpeg" : "image/png";
  if (type === "image/jpeg") {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  blacken(pen, boxes);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, 0.92));
  return blob && new File([blob], file.name.replace(/(\.\w{1,5})?$/, type === "image/jpeg" ? ".jpg" : ".png"), { type });
}
