// One line for everything: reads a phrase as a clinician writes it and says what it would add. Nothing is guessed at:
// each reading is offered by name, and the reader of the library has the last word on what it means.

const DURATION = /^(.+?)[,\s]+(?:for\s+)?(\d+(?:[.,]\d+)?)\s*(years?|yrs?|y|a|months?|mos?|m|weeks?|wks?|w|days?|d)$/i;
const VALUE = /^(.+?)\s*(<=|>=|<|>|=|:)?\s*(\d+(?:[.,]\d+)?)\s*(\S.*)?$/;
const FLAG = /^(.+?)\s+(normal|high|low|positive|negative)$/i;
const FLAG_FIRST = /^(normal|high|low|positive|negative)\s+(.+)$/i;
const PERSON = /^(?:(?:a|an)\s+)?(?:(\d+(?:[.,]\d+)?)[\s-]*(years?|yrs?|y|months?|mo|weeks?|w|days?|d)?(?:[\s-]*old)?\s*)?(woman|female|girl|f|man|male|boy|m)?(?:[\s,]+(\d+(?:[.,]\d+)?)\s*(years?|yrs?|y|months?|mo|weeks?|w|days?|d)?(?:\s*old)?)?$/i;

const SIDED = /^(?:both|left|right|bilateral)\s+(.+)$/i;

const UNIT = { y: "Y", a: "Y", m: "M", w: "W", d: "D" };
const unitOf = word => UNIT[(word ?? "y")[0].toLowerCase()];
const decimal = text => Number(text.replace(",", "."));

export class QuickAdd {
  constructor(findings, vocabulary) {
    Object.assign(this, { findings, vocabulary });
  }

  /** What a phrase may mean, best first: {label, kind, value: () => sentence}. */
  options(phrase) {
    return [...this.#person(phrase), ...this.#lab(phrase), ...this.#sided(phrase), ...this.#named(phrase), ...this.#asText(phrase)].slice(0, 9);
  }

  #person(phrase) {
    const match = PERSON.exec(phrase);
    const amount = match?.[1] ?? match?.[4];
    if (!match || (!amount && !match[3]) || (amount && !match[3] && !match[2])) return [];
    const sex = match[3] && (/^[wf]|^g/i.test(match[3]) ? "female" : "male");
    const unit = unitOf(match[2] ?? match[5]);
    const label = [sex, amount && `${amount} ${{ Y: "years", M: "months", W: "weeks", D: "days" }[unit]}`].filter(Boolean).join(", ");
    return [{
      label, kind: "patient", value: () => {
        const patient = this.findings.patient;
        if (sex) patient.sex = sex;
        if (amount) {
          delete patient.age;
          delete patient.ageYears;
          if (unit === "Y") patient.ageYears = decimal(amount);
          else patient.age = `P${decimal(amount)}${unit}`;
        }
        return `patient: ${label}`;
      },
    }];
  }

  #lab(phrase) {
    const flag = FLAG.exec(phrase) ?? FLAG_FIRST.exec(phrase)?.toSpliced(1, 2, FLAG_FIRST.exec(phrase)[2], FLAG_FIRST.exec(phrase)[1]);
    if (flag) {
      return this.vocabulary.search(flag[1], ["analyte"], 3).map(term => ({
        label: `${term.label}: ${flag[2].toLowerCase()}`, kind: "laboratory",
        value: () => this.#setLab(term, { interpretation: flag[2].toLowerCase() }, `${term.label}: ${flag[2].toLowerCase()}`),
      }));
    }
    const match = VALUE.exec(phrase);
    if (!match) return [];
    return this.vocabulary.search(match[1], ["analyte"], 3).filter(term => term.units).map(term => {
      const typed = match[4]?.replace(/\s+/g, "");
      const unit = typed ? term.units.find(known => known.toLowerCase() === typed.toLowerCase()) ?? match[4].trim() : term.units[0];
      const comparator = ["<", "<=", ">=", ">"].includes(match[2]) ? match[2] : undefined;
      const label = `${term.label}: ${comparator ?? ""}${match[3]} ${unit}`;
      return { label, kind: "laboratory", value: () => this.#setLab(term, { value: decimal(match[3]), unit, ...(comparator && { comparator }) }, label) };
    });
  }

  /** A second value of the same undated test replaces the first: it is being corrected. */
  #setLab(term, result, said) {
    const old = this.findings.list("labs").find(lab => lab.analyte === term.code && !lab.takenOn);
    if (old) {
      for (const key of ["value", "unit", "interpretation", "comparator"]) delete old[key];
      Object.assign(old, result);
    } else this.findings.add("labs", { analyte: term.code, ...result });
    return said;
  }

  /** A side belongs to a place: "both thumbs". The words are kept as they were typed. */
  #sided(phrase) {
    const match = SIDED.exec(phrase);
    if (!match || this.vocabulary.search(match[1], ["site"], 1).length === 0) return [];
    return [{ label: phrase, kind: "place of the lesion", value: () => this.#addSite(phrase) }];
  }

  #addSite(words) {
    const lesion = this.findings.lesion;
    lesion.sites = [...(lesion.sites ?? []), words];
    return `place of the lesion: ${words}`;
  }

  #named(phrase) {
    const denied = /^(?:no|not|without|denies|never)\s+(.+)$/i.exec(phrase);
    const words = denied?.[1] ?? phrase;
    const timed = DURATION.exec(words);
    const kinds = ["condition", "exposure", "morphology", "site", "imaging", "histology", "differential", "family", "analyte"];
    const whole = this.vocabulary.search(words, kinds);
    const found = timed ? [...this.vocabulary.search(timed[1], ["condition", "exposure"]).map(term => ({ term, timed })), ...whole.map(term => ({ term }))] : whole.map(term => ({ term }));
    return found.map(({ term, timed: time }) => this.#offer(term, Boolean(denied), time && `P${decimal(time[2])}${unitOf(time[3])}`));
  }

  #offer(term, absent, duration) {
    const kind = { condition: "disease or symptom", exposure: "treatment or procedure", morphology: "look of the lesion", site: "place of the lesion", imaging: "image", histology: "biopsy", differential: "other diagnosis", family: "family", analyte: "laboratory" }[term.kind];
    const label = `${absent ? "no " : ""}${term.label}${duration ? `, for ${spoken(duration)}` : ""}`;
    return { label, kind, value: () => { this.#add(term, absent, duration); return `${kind}: ${label}`; } };
  }

  #add(term, absent, duration) {
    const findings = this.findings;
    const status = absent ? { status: "absent" } : {};
    switch (term.kind) {
      case "site":
        this.#addSite(term.label);
        break;
      case "morphology": {
        const lesion = findings.lesion;
        const key = absent ? "morphologyAbsent" : "morphology";
        lesion[key] = [...(lesion[key] ?? []), term.code];
        break;
      }
      case "imaging":
      case "histology": {
        const reports = findings.list(term.kind);
        const report = reports.at(-1) ?? findings.add(term.kind, term.kind === "imaging" ? { modality: "x-ray" } : {});
        report.findings = [...(report.findings ?? []), { code: term.code, ...status }];
        break;
      }
      case "differential":
        findings.add("differential", { code: term.code, status: absent ? "excluded" : "suspected" });
        break;
      case "family":
        findings.add("familyHistory", { code: term.code, ...status });
        break;
      case "analyte":
        findings.add("labs", { analyte: term.code });
        break;
      default:
        findings.add(term.kind === "exposure" ? "exposures" : "conditions", { code: term.code, ...status, ...(duration && { duration }) });
    }
  }

  /** Words that the type-ahead does not know may still be understood: sides, several places, standard phrases. */
  #asText(phrase) {
    const place = /^(?:on|at|in|over)\s+(?:the\s+)?(.+)$/i.exec(phrase)?.[1] ?? phrase;
    return [
      { label: `“${phrase}”`, kind: "disease or symptom, as text", value: () => { this.findings.add("conditions", { text: phrase }); return `disease or symptom: ${phrase}`; } },
      {
        label: `“${place}”`, kind: "place of the lesion, as text", value: () => this.#addSite(place),
      },
      {
        label: `“${phrase}”`, kind: "look of the lesion, as text", value: () => {
          const lesion = this.findings.lesion;
          lesion.morphology = [...(lesion.morphology ?? []), phrase];
          return `look of the lesion: ${phrase}`;
        },
      },
    ];
  }
}

const spoken = duration => `${duration.slice(1, -1)} ${{ Y: "years", M: "months", W: "weeks", D: "days" }[duration.at(-1)]}`;
