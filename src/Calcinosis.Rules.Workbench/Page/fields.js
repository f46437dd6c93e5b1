// What the form asks, section by section, in the order in which a clinician tells it. Whatever is left open is unknown.

const NAMED = { condition: ["condition", "exposure", "differential"], exposure: ["exposure", "condition"] };

export const SECTIONS = [
  {
    list: null, title: "Patient",
    fields: [
      { key: "age", kind: "age", label: "Age" },
      { key: "sex", kind: "select", label: "Sex", words: "sex" },
    ],
  },
  {
    list: "lesions", title: "Lesions", add: "Add a lesion", one: "Lesion",
    fields: [
      { key: "sites", kind: "tokens", label: "Where", of: ["site"], wide: true },
      { key: "morphology", kind: "tokens", label: "What it looks like", of: ["morphology"], wide: true },
      { key: "pain", kind: "select", label: "Pain", words: "pain" },
      { key: "count", kind: "select", label: "How many", words: "count" },
      { key: "chalkyDischarge", kind: "tri", label: "Chalky discharge" },
      { key: "ulcerated", kind: "tri", label: "Ulcerated" },
      { key: "necrotic", kind: "tri", label: "Necrotic" },
      { key: "ischaemicPattern", kind: "tri", label: "Net-like or stellate purpura" },
      { key: "onsetOn", kind: "date", label: "First seen on" },
      { key: "duration", kind: "duration", label: "or there for" },
    ],
    more: [
      { key: "depth", kind: "select", label: "Depth", words: "depth" },
      { key: "course", kind: "select", label: "Course", words: "course" },
      { key: "painScore", kind: "number", label: "Pain score, 0 to 10" },
      { key: "onsetAgeYears", kind: "number", label: "Age at onset, years" },
      { key: "symmetric", kind: "tri", label: "Symmetric" },
      { key: "nonHealing", kind: "tri", label: "Does not heal" },
      { key: "atPriorInjury", kind: "tri", label: "At an earlier injury" },
      { key: "localDamage", kind: "tri", label: "Any local damage" },
      { key: "onlyInDamagedSkin", kind: "tri", label: "Only in damaged skin" },
      { key: "opioidNeeded", kind: "tri", label: "Opioid needed" },
      { key: "distribution", kind: "tokens", label: "Distribution", of: ["distribution"], wide: true },
    ],
  },
  {
    list: "conditions", title: "Diseases and symptoms", add: "Add a disease or symptom", one: "Disease or symptom",
    fields: [
      { key: "code", kind: "name", label: "Name", of: NAMED.condition, wide: true },
      { key: "status", kind: "select", label: "Status", words: "status", none: "present" },
      { key: "since", kind: "date", label: "Since" },
    ],
    more: [
      { key: "duration", kind: "duration", label: "For" },
      { key: "verification", kind: "select", label: "Verification", words: "verification" },
      { key: "site", kind: "site", label: "Where" },
      { key: "until", kind: "date", label: "Until" },
    ],
  },
  {
    list: "labs", title: "Laboratory", add: "Add a laboratory value", one: "Laboratory value",
    fields: [
      { key: "analyte", kind: "name", label: "Test", of: ["analyte"], wide: true },
      { key: "value", kind: "measure", label: "Value" },
      { key: "interpretation", kind: "select", label: "or flag", words: "interpretation" },
    ],
    more: [
      { key: "referenceRange", kind: "range", label: "The laboratory's range" },
      { key: "takenOn", kind: "date", label: "Taken on" },
    ],
  },
  {
    list: "exposures", title: "Treatments and procedures", add: "Add a treatment or procedure", one: "Treatment or procedure",
    fields: [
      { key: "code", kind: "name", label: "Name", of: NAMED.exposure, wide: true },
      { key: "status", kind: "select", label: "Status", words: "status", none: "present" },
      { key: "site", kind: "site", label: "Where" },
      { key: "startedOn", kind: "date", label: "From" },
      { key: "endedOn", kind: "date", label: "To" },
    ],
    more: [
      { key: "beforeLesion", kind: "duration", label: "Time before the lesion" },
      { key: "ongoing", kind: "tri", label: "Going on" },
      { key: "extravasation", kind: "tri", label: "Leak seen" },
      { key: "duration", kind: "duration", label: "For" },
    ],
  },
  {
    list: "imaging", title: "Imaging", add: "Add an image report", one: "Image report",
    fields: [
      { key: "modality", kind: "select", label: "Kind", words: "modality" },
      { key: "takenOn", kind: "date", label: "Taken on" },
      { key: "findings", kind: "items", label: "Shows", of: ["imaging"], wide: true },
    ],
    more: [{ key: "lesion", kind: "text", label: "Of lesion (id)" }],
  },
  {
    list: "histology", title: "Biopsy", add: "Add a biopsy report", one: "Biopsy report",
    fields: [
      { key: "depth", kind: "select", label: "Reaches", words: "specimenDepth" },
      { key: "adequate", kind: "tri", label: "Adequate" },
      { key: "findings", kind: "items", label: "Shows", of: ["histology"], wide: true },
    ],
    more: [{ key: "lesion", kind: "text", label: "Of lesion (id)" }, { key: "takenOn", kind: "date", label: "Taken on" }],
  },
  {
    list: "differential", title: "Other diagnoses weighed", add: "Add another diagnosis", one: "Other diagnosis", quiet: true,
    fields: [
      { key: "code", kind: "name", label: "Name", of: ["differential", "condition"], wide: true },
      { key: "status", kind: "select", label: "Status", words: "differential" },
    ],
  },
  {
    list: "familyHistory", title: "Family", add: "Add a disease of a relative", one: "Disease of a relative", quiet: true,
    fields: [
      { key: "code", kind: "name", label: "Name", of: ["family"], wide: true },
      { key: "status", kind: "select", label: "Status", words: "status", none: "present" },
    ],
  },
  {
    list: "genetics", title: "Genes", add: "Add a gene test", one: "Gene test", quiet: true,
    fields: [{ key: "gene", kind: "text", label: "Gene" }, { key: "result", kind: "select", label: "Result", words: "gene" }],
  },
  {
    list: "measurements", title: "Bedside", add: "Add a measurement", one: "Measurement", quiet: true,
    fields: [{ key: "kind", kind: "select", label: "Kind", words: "measurement" }, { key: "value", kind: "measure", label: "Value" }],
  },
];
