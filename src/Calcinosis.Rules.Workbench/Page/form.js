// Draws the form from its description and writes every keystroke into the findings.

import { SECTIONS } from "./fields.js";
import { combobox } from "./combobox.js";

const YEARS = [["Y", "years"], ["M", "months"], ["W", "weeks"], ["D", "days"]];
let count = 0;

export class Form {
  /**
   * @param {HTMLElement} root where the form is drawn
   * @param {import("./findings.js").Findings} findings what is entered
   * @param {import("./vocabulary.js").Vocabulary} vocabulary names to offer
   * @param {() => void} changed called after every change
   */
  constructor(root, findings, vocabulary, changed) {
    Object.assign(this, { root, findings, vocabulary, changed });
    this.cards = new Map();
  }

  /** Draws everything anew: after loading, adding and removing. Typing alone never redraws, so the focus stays. */
  draw() {
    this.cards.clear();
    this.root.replaceChildren(...SECTIONS.map(section => this.#section(section)), this.#rest());
  }

  /** The card of an entry, to put the focus into after it was added. */
  focus(entry) {
    this.cards.get(entry)?.querySelector("input, select")?.focus();
  }

  /** Shows what the reader has to say beside each entry. */
  mark(marks) {
    const paths = this.findings.paths();
    for (const [entry, card] of this.cards) {
      const path = paths.get(entry);
      const own = path === undefined ? [] : marks.filter(mark => mark.path === path || mark.path.startsWith(path + "/"));
      card.querySelectorAll(":scope > .say").forEach(old => old.remove());
      for (const { severity, text } of own) card.append(element("p", { className: severity === "error" ? "say error" : "say" }, severity === "not-understood" ? `Not understood: ${text}` : text));
    }
  }

  /** Points out the entries on which a line of the report rests. */
  cite(sources) {
    const paths = this.findings.paths();
    for (const [entry, card] of this.cards) {
      const path = paths.get(entry);
      card.classList.toggle("cited", path !== undefined && sources.some(source => source === path || source.startsWith(path + "/")));
    }
  }

  #section(section) {
    const group = element("fieldset", { className: "group" }, element("legend", {}, section.title));
    if (section.list === null) group.append(this.#card(section, this.findings.patient));
    else {
      this.findings.list(section.list).forEach((entry, index) => group.append(this.#card(section, entry, index)));
      const add = element("button", { type: "button", className: "add" }, section.add);
      add.addEventListener("click", () => {
        const entry = this.findings.add(section.list, section.list === "lesions" ? { id: this.findings.nextLesionId() } : {});
        this.draw();
        this.focus(entry);
        this.changed();
      });
      group.append(add);
      group.classList.toggle("empty", this.findings.list(section.list).length === 0);
    }
    return group;
  }

  #card(section, entry, index = 0) {
    const card = element("div", { className: section.list ? "entry removable" : "entry" });
    if (section.list) {
      card.setAttribute("role", "group");
      card.setAttribute("aria-label", `${section.one} ${entry.id ?? index + 1}`);
    }
    this.cards.set(entry, card);
    card.append(element("div", { className: "fields" }, ...section.fields.map(field => this.#field(field, entry))));
    if (section.more) {
      const details = element("details", {}, element("summary", {}, "More"), element("div", { className: "fields" }, ...section.more.map(field => this.#field(field, entry))));
      details.open = section.more.some(field => entry[field.key] !== undefined && !(Array.isArray(entry[field.key]) && entry[field.key].length === 0));
      card.append(details);
    }
    if (section.list) {
      const remove = element("button", { type: "button", className: "remove" }, "×");
      remove.setAttribute("aria-label", `Remove ${section.one.toLowerCase()} ${entry.id ?? index + 1}`);
      remove.addEventListener("click", () => {
        const next = card.nextElementSibling;
        this.findings.remove(section.list, entry);
        this.draw();
        (next?.classList.contains("add") ? [...this.root.querySelectorAll(".add")].find(button => button.textContent === section.add) : this.root.querySelector("input"))?.focus();
        this.changed();
      });
      card.append(remove);
    }
    return card;
  }

  /** What the form has no field for is kept and told. */
  #rest() {
    const known = new Set(["schema", "patient", "asOf", "id", ...SECTIONS.map(section => section.list)]);
    const others = Object.entries(this.findings.document).filter(([name, value]) => !known.has(name) && value != null && !(Array.isArray(value) && value.length === 0)).map(([name]) => name);
    return others.length === 0 ? element("span", {}) : element("p", { className: "elsewhere" }, `Also in the document, to be edited as JSON: ${others.join(", ")}.`);
  }

  #field(field, entry) {
    const id = `field-${++count}`;
    const set = (key, value) => {
      if (value === undefined || value === "") delete entry[key];
      else entry[key] = value;
      this.changed();
    };
    const made = this[`_${field.kind}`](field, entry, set, id);
    if (made.whole) return made.whole;
    const box = element("div", { className: field.wide ? "field wide" : "field" }, element("label", { htmlFor: id }, field.label), ...[made].flat());
    return box;
  }

  _text(field, entry, set, id) {
    return input(id, "text", entry[field.key] ?? "", value => set(field.key, value.trim()));
  }

  _date(field, entry, set, id) {
    const box = input(id, "text", entry[field.key] ?? "", value => set(field.key, value.trim()));
    box.placeholder = "2026-10-31, 2026-10 or 2026";
    box.inputMode = "numeric";
    return box;
  }

  _number(field, entry, set, id) {
    const box = input(id, "number", entry[field.key] ?? "", value => set(field.key, number(value)));
    box.step = "any";
    return box;
  }

  _select(field, entry, set, id) {
    return select(id, [["", field.none ?? "not recorded"], ...this.vocabulary.words[field.words].filter(word => word !== field.none).map(word => [word, word.replaceAll("-", " ")])], entry[field.key] ?? "", value => set(field.key, value));
  }

  _tri(field, entry, set) {
    const name = `tri-${++count}`;
    const tri = element("div", { className: "tri" });
    for (const [word, value] of [["yes", true], ["no", false], ["unknown", undefined]]) {
      const radio = element("input", { type: "radio", name, checked: entry[field.key] === value || (value === undefined && entry[field.key] == null) });
      radio.addEventListener("change", () => set(field.key, value));
      tri.append(element("label", { className: word }, radio, word));
    }
    return { whole: element("fieldset", { className: "field" }, element("legend", {}, field.label), tri) };
  }

  _age(field, entry, set, id) {
    const parsed = /^P(\d+(?:\.\d+)?)([YMWD])$/.exec(entry.age ?? "");
    const amount = input(id, "number", entry.ageYears ?? parsed?.[1] ?? "", () => write());
    amount.min = 0;
    amount.step = "any";
    const unit = select(`${id}-unit`, YEARS, parsed?.[2] ?? "Y", () => write());
    unit.setAttribute("aria-label", "Unit of age");
    const write = () => {
      delete entry.age;
      delete entry.ageYears;
      const value = number(amount.value);
      if (value === undefined) this.changed();
      else if (unit.value === "Y") set("ageYears", value);
      else set("age", `P${amount.value}${unit.value}`);
    };
    return element("div", { className: "pair" }, amount, unit);
  }

  _duration(field, entry, set, id) {
    const parsed = /^P(\d+(?:\.\d+)?)([YMWD])$/.exec(entry[field.key] ?? "");
    if (entry[field.key] && !parsed) return this._text(field, entry, set, id);
    const write = () => set(field.key, amount.value ? `P${amount.value}${unit.value}` : undefined);
    const amount = input(id, "number", parsed?.[1] ?? "", write);
    amount.min = 0;
    amount.step = "any";
    const unit = select(`${id}-unit`, YEARS, parsed?.[2] ?? "Y", write);
    unit.setAttribute("aria-label", `Unit of: ${field.label}`);
    return element("div", { className: "pair" }, amount, unit);
  }

  _measure(field, entry, set, id) {
    const term = this.vocabulary.find("analyte", entry.analyte) ?? this.vocabulary.exact(entry.text ?? "", ["analyte"]);
    const units = term?.units ?? [];
    const amount = input(id, "number", entry.value ?? "", value => {
      if (value !== "" && !entry.unit && unit.value) entry.unit = unit.value;
      set("value", number(value));
    });
    amount.step = "any";
    const unit = units.length > 0 && (!entry.unit || units.includes(entry.unit))
      ? select(`${id}-unit`, units.map(word => [word, word]), entry.unit ?? units[0], value => set("unit", value))
      : input(`${id}-unit`, "text", entry.unit ?? "", value => set("unit", value.trim()));
    unit.setAttribute("aria-label", "Unit");
    return element("div", { className: "pair" }, amount, unit);
  }

  _range(field, entry, set, id) {
    const write = () => {
      const [low, high] = [number(from.value), number(to.value)];
      const range = { ...entry.referenceRange, low, high };
      if (low === undefined) delete range.low;
      if (high === undefined) delete range.high;
      set(field.key, Object.keys(range).length > 0 ? range : undefined);
    };
    const from = input(id, "number", entry.referenceRange?.low ?? "", write);
    const to = input(`${id}-high`, "number", entry.referenceRange?.high ?? "", write);
    for (const box of [from, to]) box.step = "any";
    from.setAttribute("aria-label", "Lower limit");
    to.setAttribute("aria-label", "Upper limit");
    return element("div", { className: "pair" }, from, to);
  }

  _name(field, entry, set, id) {
    const shown = entry.text ?? (entry[field.key] ? this.vocabulary.label(field.of.find(kind => this.vocabulary.find(kind, entry[field.key])) ?? field.of[0], entry[field.key]) : entry.codings?.[0]?.display ?? entry.codings?.[0]?.code ?? "");
    const asText = words => {
      delete entry[field.key];
      delete entry.codings;
      set("text", words.trim());
    };
    const redraw = () => { if (field.key === "analyte") { this.draw(); this.focus(entry); } };
    return combobox({
      id, value: shown,
      options: words => this.#offer(words, field.of),
      choose: (term, words) => {
        if (!term) return asText(words);
        delete entry.text;
        delete entry.codings;
        set(field.key, term.code);
        redraw();
      },
      typed: asText,
    }).box;
  }

  _site(field, entry, set, id) {
    return combobox({ id, value: entry[field.key] ?? "", options: words => this.#offer(words, ["site"]), choose: (term, words) => set(field.key, term?.label ?? words), typed: words => set(field.key, words.trim()) }).box;
  }

  _tokens(field, entry, set, id) {
    const items = () => entry[field.key] ?? [];
    return this.#chips(field, id, {
      items,
      words: item => this.vocabulary.label(field.of[0], item),
      add: (term, words) => set(field.key, [...items(), field.of[0] === "site" ? term?.label ?? words : term?.code ?? words]),
      remove: item => set(field.key, items().filter(other => other !== item)),
    });
  }

  _items(field, entry, set, id) {
    const items = () => entry[field.key] ?? [];
    return this.#chips(field, id, {
      items,
      words: item => item.text ?? (item.code ? this.vocabulary.label(field.of[0], item.code) : item.codings?.[0]?.display ?? "?"),
      add: (term, words) => set(field.key, [...items(), term ? { code: term.code } : { text: words }]),
      remove: item => set(field.key, items().filter(other => other !== item)),
      absent: item => item.status === "absent",
      turn: item => { if (item.status === "absent") delete item.status; else item.status = "absent"; this.changed(); },
    });
  }

  #chips(field, id, { items, words, add, remove, absent, turn }) {
    const list = element("ul", { className: "chips" });
    const draw = () => list.replaceChildren(...items().map(item => {
      const chip = element("li", { className: absent?.(item) ? "chip absent" : "chip" }, element("span", {}, words(item)));
      if (turn) {
        const flip = element("button", { type: "button" }, absent(item) ? "absent" : "present");
        flip.setAttribute("aria-label", `${words(item)}: ${absent(item) ? "absent" : "present"}, switch`);
        flip.addEventListener("click", () => { const at = items().indexOf(item); turn(item); draw(); list.children[at]?.querySelector("button")?.focus(); });
        chip.append(flip);
      }
      const off = element("button", { type: "button" }, "×");
      off.setAttribute("aria-label", `Remove ${words(item)}`);
      off.addEventListener("click", () => { remove(item); draw(); box.input.focus(); });
      chip.append(off);
      return chip;
    }));
    const box = combobox({ id, options: text => this.#offer(text, field.of), empties: true, first: true, choose: (term, text) => { add(term, text); draw(); } });
    draw();
    return [list, box.box];
  }

  #offer(words, kinds) {
    return this.vocabulary.search(words, kinds).map(term => ({ label: term.label, kind: kinds.length > 1 ? term.kind : undefined, value: term }));
  }
}

const number = value => (value === "" || Number.isNaN(Number(value)) ? undefined : Number(value));

function input(id, type, value, changed) {
  const box = element("input", { id, type, value, autocomplete: "off", spellcheck: false });
  box.addEventListener("input", () => changed(box.value));
  return box;
}

function select(id, options, value, changed) {
  const box = element("select", { id });
  // A word that the list does not know is shown as it is, so that nothing of a loaded document is lost.
  for (const [word, label] of options.some(([known]) => known === value) ? options : [...options, [value, value]]) box.append(element("option", { value: word, selected: word === value }, label));
  box.addEventListener("change", () => changed(box.value));
  return box;
}

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
