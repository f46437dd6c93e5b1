// An editable combobox with a list, after the ARIA Authoring Practices: the focus stays in the box, arrows move through
// the list, Enter takes the highlighted option, Escape closes the list.

let count = 0;

/**
 * @param {object} settings
 * @param {(text: string) => {label: string, kind?: string, value: unknown}[]} settings.options what to offer for a text
 * @param {(value: unknown, text: string) => void} settings.choose called with the chosen value
 * @param {(text: string) => void} [settings.typed] called while typing
 * @param {boolean} [settings.first] true: the first option is highlighted from the start
 * @param {boolean} [settings.empties] true: the box is emptied after a choice
 */
export function combobox({ id, value = "", options, choose, typed, first = false, empties = false, describedBy, placeholder }) {
  const box = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const listId = `list-${++count}`;
  Object.assign(input, { id, value, type: "text", autocomplete: "off", spellcheck: false, placeholder: placeholder ?? "" });
  for (const [name, set] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list", autocapitalize: "off" }))
    input.setAttribute(name, set);
  if (describedBy) input.setAttribute("aria-describedby", describedBy);
  list.id = listId;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  box.className = "combo";
  box.append(input, list);

  let shown = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    shown = [];
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const highlight = index => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = index;
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const open = () => {
    shown = input.value.trim() ? options(input.value.trim()) : [];
    if (shown.length === 0) return close();
    list.replaceChildren(...shown.map((option, index) => {
      const item = document.createElement("li");
      item.id = `${listId}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(text("span", option.label));
      if (option.kind) item.append(text("span", option.kind, "kind"));
      item.addEventListener("pointerdown", event => { event.preventDefault(); take(index); });
      return item;
    }));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    at = -1;
    highlight(first ? 0 : -1);
  };

  const take = index => {
    const option = shown[index];
    const words = input.value.trim();
    input.value = empties ? "" : option.label;
    close();
    choose(option.value, words);
  };

  input.addEventListener("input", () => { typed?.(input.value); open(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      highlight((at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && at >= 0) take(at);
      else if (input.value.trim()) { const words = input.value.trim(); if (empties) input.value = ""; close(); choose(undefined, words); }
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });

  return { box, input };
}

function text(element, words, className = "") {
  const made = document.createElement(element);
  made.textContent = words;
  made.className = className;
  return made;
}
