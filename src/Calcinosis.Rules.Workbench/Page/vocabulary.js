// Type-ahead over the vocabulary, which was sent once: typing asks nobody.

const normalise = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** "thumbs" finds "thumb" as well; the reader of the library knows plurals by itself. */
const begins = (word, part) => word.startsWith(part) || (part.length > 3 && part.endsWith("s") && word === part.slice(0, -1));

export class Vocabulary {
  constructor({ terms, words }) {
    this.words = words;
    this.terms = terms;
    this.byCode = new Map(terms.map(term => [`${term.kind}|${term.code}`, term]));
    this.index = terms.map(term => ({ term, names: [term.label, ...term.synonyms, term.code].map(normalise) }));
  }

  find(kind, code) {
    return this.byCode.get(`${kind}|${code}`);
  }

  label(kind, code) {
    return this.find(kind, code)?.label ?? code;
  }

  /** The term that is called exactly so; undefined when none is. */
  exact(text, kinds) {
    const sought = normalise(text);
    return this.index.find(({ term, names }) => kinds.includes(term.kind) && names.includes(sought))?.term;
  }

  /** Best matches first: the whole name, its beginning, the beginning of its words. */
  search(text, kinds, most = 8) {
    const sought = normalise(text);
    if (!sought) return [];
    const parts = sought.split(" ");
    const found = [];
    for (const { term, names } of this.index) {
      if (!kinds.includes(term.kind)) continue;
      let best = Infinity;
      names.forEach((name, place) => {
        const score = name === sought ? 0 : name.startsWith(sought) ? 10 + name.length / 100
          : parts.every(part => name.split(" ").some(word => begins(word, part))) ? 20 + name.length / 100 : Infinity;
        // Of two names that match alike, the label says more than a synonym.
        best = Math.min(best, score + (place === 0 ? 0 : 0.5));
      });
      if (best < Infinity) found.push({ term, score: best + kinds.indexOf(term.kind) / 1000 });
    }
    return found.sort((a, b) => a.score - b.score || a.term.label.localeCompare(b.term.label, "en")).slice(0, most).map(({ term }) => term);
  }
}
