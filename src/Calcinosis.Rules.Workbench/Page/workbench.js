// The page: findings on one side, what they support on the other, at once and while typing.

import * as api from "./api.js";
import { Vocabulary } from "./vocabulary.js";
import { Findings, SCHEMA } from "./findings.js";
import { Form, element } from "./form.js";
import { QuickAdd } from "./quick-add.js";
import { combobox } from "./combobox.js";
import { show } from "./report.js";

const WAIT = 120;
const SPEAK = 900;
const byId = id => document.getElementById(id);

const findings = new Findings();
let form;
let suppositions = [];
/** The text as it was pasted, while it is no findings document that the form can show; else null. */
let pasted = null;
let pending;
let asking;
let speaking;

const text = () => pasted ?? findings.toText();

function schedule() {
  clearTimeout(pending);
  pending = setTimeout(assess, WAIT);
}

async function assess() {
  if (pasted === null && findings.isEmpty) return welcome();
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await api.assess(text(), suppositions, asking.signal);
    trouble("");
    const focused = byId("report").contains(document.activeElement) ? document.activeElement : null;
    show(byId("report"), answer.html);
    if (focused && !focused.isConnected) (byId("report").querySelector(".supposed button") ?? byId("result")).focus();
    form.mark(answer.marks);
    peek(answer);
    speak(answer);
  } catch (error) {
    if (error.name !== "AbortError") trouble(`No answer: ${error.message}`);
  }
}

function peek({ headline, leading, certainty, urgency }) {
  const link = byId("peek");
  link.hidden = inView;
  link.textContent = leading ? `${leading[0].toUpperCase()}${leading.slice(1)}: ${certainty}${urgency ? ", red flag" : ""}` : headline;
  link.classList.toggle("urgent", urgency === "emergency" || urgency === "same-day");
}

/** Screen readers hear the answer when the typing pauses, not at every key. */
function speak({ headline, certainty, urgency }) {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    const said = `${urgency ? "Red flag. " : ""}${headline}${certainty ? ` Certainty: ${certainty}.` : ""}${suppositions.length > 0 ? " With a what-if." : ""}`;
    if (byId("headline").textContent !== said) byId("headline").textContent = said;
  }, SPEAK);
}

function trouble(message) {
  byId("trouble").hidden = message === "";
  byId("trouble").textContent = message;
}

let inView = false;

/** On a narrow screen the answer stands below the form; a line at the foot tells it until it comes into view. */
function watch() {
  new IntersectionObserver(([seen]) => {
    inView = seen.isIntersecting;
    byId("peek").hidden = inView || byId("peek").textContent === "";
  }, { rootMargin: "0px 0px -35% 0px" }).observe(byId("result"));
}

let sampleList = [];

function welcome() {
  const list = element("ul", {}, ...sampleList.map(sample => {
    const button = element("button", { type: "button" }, sample.title);
    button.addEventListener("click", () => { load(sample.document); byId("result").focus(); });
    return element("li", {}, button);
  }));
  byId("report").replaceChildren(element("div", { className: "welcome" },
    element("h2", {}, "Which type of calcinosis cutis do the findings support, and why?"),
    element("p", {}, "Enter what is known about a patient, in any order. What is left out counts as unknown, never as absent. The five types are weighed while you type, with what speaks for and against each, what is missing, and what it would change."),
    element("p", {}, "Or start from a made-up patient:"), list));
  byId("peek").textContent = "";
  byId("peek").hidden = true;
  form.mark([]);
}

function load(document) {
  pasted = null;
  suppositions = [];
  findings.load(document);
  redraw();
  schedule();
}

function redraw() {
  form.draw();
  byId("text").value = text();
}

/** The text box is the other side of the form: what it can show, the form shows. */
function typedText(value) {
  suppositions = [];
  let read;
  try {
    read = value.trim() === "" ? {} : JSON.parse(value);
  } catch {
    read = undefined;
  }
  const plain = read !== null && typeof read === "object" && !Array.isArray(read) && (read.schema === undefined || read.schema === SCHEMA) && read.resourceType === undefined;
  if (plain && fits(read)) {
    pasted = null;
    findings.load(read);
    form.draw();
    // Unknown properties and wrong words are told from the text as it stands.
    pasted = value.trim() === "" ? null : value;
  } else {
    pasted = value;
    form.root.replaceChildren(element("p", { className: "elsewhere" }, "The pasted text is assessed as it stands. The form can show findings documents only; “Start over” empties it."));
  }
  schedule();
}

/** A list must be a list of objects, or the form could not show it. */
const fits = document => Object.values(document).every(value => !Array.isArray(value) || value.every(item => item !== null && typeof item === "object")) &&
  Object.entries(document).every(([name, value]) => ["schema", "id", "asOf"].includes(name) || (typeof value === "object" && (name === "patient" ? !Array.isArray(value) : value === null || Array.isArray(value))));

function changed() {
  pasted = null;
  byId("text").value = text();
  schedule();
}

function tabs() {
  const all = [byId("tab-form"), byId("tab-text")];
  const pick = tab => {
    for (const other of all) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      byId(other.getAttribute("aria-controls")).hidden = other !== tab;
    }
  };
  all.forEach((tab, index) => {
    tab.addEventListener("click", () => pick(tab));
    tab.addEventListener("keydown", event => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const next = all[(index + 1) % all.length];
      pick(next);
      next.focus();
    });
  });
}

async function save() {
  try {
    const url = URL.createObjectURL(new Blob([await api.report(text(), suppositions)], { type: "text/html" }));
    const link = element("a", { href: url, download: "calcinosis-report.html" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  } catch (error) {
    trouble(`The report could not be made: ${error.message}`);
  }
}

function whatIf(button) {
  const { lesion, finding, state } = button.dataset;
  const taken = button.getAttribute("aria-pressed") === "true";
  suppositions = suppositions.filter(other => other.finding !== finding);
  if (!taken) suppositions.push({ lesion, finding, state });
  assess();
}

/** A link into the report opens what it leads to; the address keeps no trace of it. */
function openTarget(event) {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  const part = target.querySelector(":scope > details");
  if (part) part.open = true;
  target.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  (part?.querySelector("summary") ?? target).focus({ preventScroll: true });
}

async function start() {
  const [terms, samples] = await Promise.all([api.vocabulary(), api.samples()]);
  const vocabulary = new Vocabulary(terms);
  sampleList = samples;
  form = new Form(byId("form"), findings, vocabulary, changed);
  const quick = new QuickAdd(findings, vocabulary);
  const box = combobox({
    id: "quick", describedBy: "quick-help", placeholder: "phosphate 3.4", first: true, empties: true,
    options: phrase => quick.options(phrase),
    choose: add => {
      if (!add) return;
      byId("quick-said").textContent = `Added. ${add()}`;
      form.draw();
      changed();
    },
  });
  byId("quick-combo").replaceWith(box.box);
  for (const sample of samples) byId("sample").append(element("option", { value: sample.name }, sample.title));
  byId("sample").addEventListener("change", event => {
    const sample = samples.find(({ name }) => name === event.target.value);
    if (sample) load(sample.document);
  });
  byId("text").addEventListener("input", event => typedText(event.target.value));
  byId("form").addEventListener("submit", event => event.preventDefault());
  byId("save").addEventListener("click", save);
  byId("print").addEventListener("click", () => print());
  byId("clear").addEventListener("click", () => { byId("sample").value = ""; byId("quick-said").textContent = ""; load({}); box.input.focus(); });
  byId("report").addEventListener("click", event => { const button = event.target.closest("button.whatif"); if (button) whatIf(button); });
  byId("report").addEventListener("click", openTarget);
  for (const [enter, on] of [["pointerover", true], ["pointerout", false]])
    byId("report").addEventListener(enter, event => form.cite(on ? event.target.closest("[data-from]")?.dataset.from.split(" ") ?? [] : []));
  tabs();
  watch();
  redraw();
  welcome();
}

// The browser's own restoring of fields would keep what must not be kept.
addEventListener("pagehide", () => { document.querySelectorAll("input, textarea").forEach(field => { field.value = ""; }); });
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

start().catch(error => trouble(`The page could not start: ${error.message}`));
