// Puts a new report in place of the old one without losing the reader's place: what is the same stays as it is, opened
// parts stay open, the focus stays where it was.

// The library encodes every text on the server; this is the only place that turns its answer into elements.
const policy = globalThis.trustedTypes?.createPolicy("calcinosis-report", { createHTML: html => html }) ?? { createHTML: html => html };

/** Whether a part is open unless the reader decided otherwise. */
const wanted = new WeakMap();

export function show(root, html) {
  const fresh = new DOMParser().parseFromString(policy.createHTML(html), "text/html").body;
  children(root, fresh);
}

function children(old, fresh) {
  const keyed = new Map([...old.children].filter(child => child.dataset.key).map(child => [child.dataset.key, child]));
  let place = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const key = next.dataset?.key;
    const same = key ? keyed.get(key) : place && !place.dataset?.key && place.nodeType === next.nodeType && place.nodeName === next.nodeName ? place : undefined;
    if (same && same.nodeName === next.nodeName) {
      if (same === place) place = place.nextSibling;
      else old.insertBefore(same, place);
      update(same, next);
    } else old.insertBefore(adopt(next), place);
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function adopt(node) {
  const own = document.importNode(node, true);
  for (const part of own.querySelectorAll?.("details") ?? []) wanted.set(part, part.open);
  if (own.nodeName === "DETAILS") wanted.set(own, own.open);
  return own;
}

function update(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (old.isEqualNode(fresh)) return;
  for (const { name } of [...old.attributes]) if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.nodeName === "DETAILS" && wanted.get(old) !== fresh.open) {
    old.open = fresh.open;
    wanted.set(old, fresh.open);
  }
  children(old, fresh);
}
