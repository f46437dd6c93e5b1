// Runs the rules of rules.json on the patients of patients.json and prints time and answers as JSON.
import { readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';

const { strata } = JSON.parse(readFileSync('rules.json', 'utf8'));
const patients = JSON.parse(readFileSync('patients.json', 'utf8'));

const engines = strata.map(({ questions }) =>
  new Engine(questions.map(({ answer, conditions }) => ({ conditions, event: { type: answer } })), { allowUndefinedFacts: true }));

function decide({ rungs, lower, limits }, facts) {
  let level = rungs.find(([, answer]) => facts[answer])?.[0] ?? 0;
  for (const answer of lower) if (level > 3 && facts[answer]) level--;
  for (const [limit, exactly, answer] of limits) if (facts[answer] && (exactly || level > limit)) level = limit;
  return level;
}

async function classify(patient) {
  const facts = { ...patient };
  for (let i = 0; i < strata.length; i++) {
    const { events } = await engines[i].run(facts);
    for (const { type } of events) facts[type] = true;
    for (const table of strata[i].decides) facts['l' + table.type] = decide(table, facts);
  }
  return [0, 1, 2, 3, 4].map(type => facts['l' + type]);
}

const levels = [];
for (const patient of patients) levels.push(await classify(patient));
const times = [];
for (let round = 0; round < 5; round++) {
  const before = process.cpuUsage();
  for (const patient of patients) await classify(patient);
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / patients.length);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ microseconds: times[2], levels }));
