// The findings document as it is being entered. It lives in this page's memory alone.

export const SCHEMA = "calcinosis-findings/1";
export const LISTS = ["lesions", "conditions", "labs", "exposures", "imaging", "histology", "measurements", "familyHistory", "genetics", "spectroscopy", "differential"];

const isEmpty = value =>
  value === undefined || value === null || value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);

/** What is left out is unknown; so an empty field is left out and not sent as an empty text. */
function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned).filter(item => !isEmpty(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, pruned(inner)]).filter(([, inner]) => !isEmpty(inner)));
}

export class Findings {
  #document = { schema: SCHEMA };

  get document() {
    return this.#document;
  }

  load(document) {
    this.#document = { schema: SCHEMA, ...structuredClone(document) };
  }

  get patient() {
    return (this.#document.patient ??= {});
  }

  list(name) {
    return (this.#document[name] ??= []);
  }

  add(name, entry) {
    this.list(name).push(entry);
    return entry;
  }

  remove(name, entry) {
    this.#document[name] = this.list(name).filter(other => other !== entry);
  }

  /** The lesion that is being described: the last one; made when there is none. */
  get lesion() {
    const lesions = this.list("lesions");
    return lesions.at(-1) ?? this.add("lesions", { id: "L1" });
  }

  nextLesionId() {
    const taken = new Set(this.list("lesions").map(lesion => lesion.id));
    let number = 1;
    while (taken.has(`L${number}`)) number++;
    return `L${number}`;
  }

  get isEmpty() {
    return Object.keys(pruned(this.#document)).every(name => name === "schema" || name === "id");
  }

  toText() {
    return JSON.stringify(pruned(this.#document), null, 2);
  }

  /** Where each entry stands in the text: entries that are still blank are left out of it. */
  paths() {
    const paths = new Map([[this.patient, "/patient"]]);
    for (const name of LISTS) {
      let index = 0;
      for (const entry of this.#document[name] ?? []) if (!isEmpty(pruned(entry))) paths.set(entry, `/${name}/${index++}`);
    }
    return paths;
  }
}
