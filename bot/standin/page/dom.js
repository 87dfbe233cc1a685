// Builds DOM nodes from plain values, so that no text from outside is ever read as markup.

/** An element: `props` are attributes, `on…` listeners, `text` its text; false, null and undefined are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) put(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function put(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "text") node.textContent = value;
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "test") node.dataset.testid = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** Fills `node` with `children` in place of what it held; the focus stays on the part of the same name. */
export function fill(node, ...children) {
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.testid : undefined;
  node.replaceChildren(...children.flat().filter(Boolean));
  if (focused) node.querySelector(`[data-testid="${focused}"]`)?.focus({ preventScroll: true });
}

/** Fills `node` only when `facts` differ from those it was last drawn from: a button that is being pressed stays the same button. */
export function drawFrom(node, facts, build) {
  const key = JSON.stringify([facts, document.documentElement.lang]);
  if (node.drawnFrom === key) return;
  node.drawnFrom = key;
  fill(node, build());
}

/** Runs `work` at most once a frame however often it is asked for. */
export function eachFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const isPhone = () => matchMedia("(max-width: 759px)").matches;
