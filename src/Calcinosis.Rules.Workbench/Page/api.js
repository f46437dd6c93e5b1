// The only module that speaks to the server, which is this machine. Nothing is kept: no cookie, no cache, no storage.

const ask = (path, options = {}) =>
  fetch(path, { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", ...options });

const post = (path, body, signal) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });

async function checked(response) {
  if (!response.ok) throw new Error((await response.text()) || `The server answered ${response.status}.`);
  return response;
}

/** The day of the question, for a document that names none. */
function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const vocabulary = async () => (await checked(await ask("workbench/api/vocabulary"))).json();
export const samples = async () => (await checked(await ask("workbench/api/samples"))).json();
export const assess = async (text, suppose, signal) =>
  (await checked(await post("workbench/api/assess", { text, asOf: today(), suppose }, signal))).json();
export const report = async (text, suppose) =>
  (await checked(await post("workbench/api/report", { text, asOf: today(), suppose }))).text();
