// The saved inputs of the fuzzer once more, through the built widget on a page under the strict policy: what the native targets
// hold must hold there too. Readers of the browser look at what is written; what runs in it would be noted.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { blank, page as opened, ready, test } from "../browser/support.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STRICT = "/policies/strict.html";
/** So many charts are looked at, and addresses, which take a page each: some of all, in even steps. */
const [CHARTS, ADDRESSES] = [120, 16];

/** The saved inputs. The native tests build the program that writes them; where they have not run, it is built now. */
const WRITER = `${ROOT}target/debug/fuzz-cases`;
const CARGO = ["cargo", "run", "--quiet", "--package", "fuzz-oracles", "--bin", "fuzz-cases"];
const [program, ...words] = existsSync(WRITER) ? [WRITER] : CARGO;
const cases = JSON.parse(execFileSync(program, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 }));
const of = (...targets) => cases.filter(({ target }) => targets.includes(target));

/** So many of a list. */
const some = (list, most) => list.filter((_, index) => index % Math.ceil(list.length / most) === 0);

/** The strict page, where datasets are served by the addresses `/fuzz/NUMBER/FILE`. */
async function strict(t, datasets) {
  const files = new Map();
  datasets.forEach(({ descriptor, files: tables }, number) => {
    files.set(`/fuzz/${number}/datapackage.json`, descriptor);
    // Of two files with one name, the first counts.
    for (const [name, bytes] of tables.toReversed()) files.set(`/fuzz/${number}/${name}`, bytes);
  });
  const before = (page) => page.route("**/fuzz/**", (route) => {
    const bytes = files.get(decodeURIComponent(new URL(route.request().url()).pathname));
    return route.fulfill(bytes ? { body: Buffer.from(bytes) } : { status: 404 });
  });
  const { page, record } = await opened(t, STRICT, { before });
  await ready(page);
  return { page, record };
}

/** Nothing was uncaught, no policy violated, nothing asked of strangers, and no fault but of what was given. */
function assertWhole({ errors, violations, requests, events }) {
  assert.deepEqual(errors, [], "uncaught");
  assert.deepEqual(violations, [], "violations");
  const origin = new URL(requests[0]).origin;
  const strange = requests.filter((address) => new URL(address).origin !== origin && !/^(data|blob):/.test(address));
  assert.deepEqual(strange, [], "requests");
  const faults = events.filter(({ code }) => !["bad-attribute", "bad-dataset", "dataset-fetch"].includes(code));
  assert.deepEqual(faults, [], "faults");
}

/** Shows a dataset in an element of its own; says what came of it. */
const showDataset = (page, settings) => page.evaluate((settings) => new Promise((resolve) => {
  const element = Object.assign(document.createElement("county-chains"), { loading: "eager", lang: "en" });
  const end = (outcome) => {
    element.remove();
    resolve(outcome);
  };
  element.addEventListener("county-chains-ready", () => end({ valid: true }));
  element.addEventListener("county-chains-error", ({ detail: { code, message, problems } }) => {
    // A chart that the dataset does not offer is told, and another is drawn.
    if (code !== "bad-attribute") end({ valid: false, code, message, errors: (problems ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code) });
  });
  Object.assign(element, settings);
  document.body.append(element);
}), settings);

test("datasets are taken or refused as the native reader does, and for the same reasons", async (t) => {
  const datasets = of("dataset");
  const { page, record } = await strict(t, datasets.map(({ content }) => content));
  let [shown, refused] = [0, 0];
  for (const [number, { name, content }] of datasets.entries()) {
    const outcome = await showDataset(page, { src: `/fuzz/${number}/datapackage.json` });
    if (content.verdict) {
      const { valid, errors } = content.verdict;
      assert.deepEqual([outcome.valid, outcome.errors ?? []], [valid, errors], `${name}: ${outcome.message}`);
    }
    outcome.valid ? shown++ : refused++;
  }
  // As objects, if they are JSON: what is right as a text is right as an object.
  for (const { name, content: { descriptor, files, verdict } } of datasets.filter(({ content }) => !content.files.length)) {
    let dataset;
    try {
      dataset = JSON.parse(Buffer.from(descriptor).toString());
    } catch {
      continue;
    }
    const outcome = await showDataset(page, { dataset });
    assert.ok(outcome.valid || !verdict?.valid, `${name} as an object: ${outcome.message}`);
  }
  t.diagnostic(`${shown} shown, ${refused} refused`);
  assert.ok(shown > 4 && refused > 4);
  assertWhole(record);
});

test("descriptors are guessed as the command does", async (t) => {
  const { page, record } = await strict(t, []);
  const tables = of("csv", "draft");
  const made = await page.evaluate(async (texts) => {
    const { draftDataset } = await import("/county-chains/county-chains.draft.js");
    return Promise.all(texts.map((text) => draftDataset(text, "table.csv")));
  }, tables.map(({ content }) => content.text));
  tables.forEach(({ name, content }, index) => assert.equal(made[index], content.descriptor, name));
  t.diagnostic(`${tables.length} tables`);
  assertWhole(record);
});

/** What charts give to take away: pictures, tables, code, citations, addresses. */
async function written(page, views) {
  const all = [];
  for (const [number, { settings, dataset }] of views.entries()) {
    all.push(...await page.evaluate(async ([settings, number, isOwn]) => {
      const data = settings.find(([name]) => name === "data")?.[1];
      const id = isOwn ? `own-${number}` : data === "countries" ? "countries" : "ours";
      let element = document.getElementById(id);
      if (!element) {
        element = Object.assign(document.createElement("county-chains"), { id, loading: "eager" });
        const src = isOwn ? `/fuzz/${number}/datapackage.json` : data === "countries" ? "/gallery/datasets/countries-by-income/datapackage.json" : "";
        if (src) element.src = src;
        const drawn = new Promise((resolve) => element.addEventListener("county-chains-ready", resolve));
        document.body.append(element);
        await drawn;
        await element.complete();
      }
      for (const { name } of [...element.attributes]) if (!["id", "loading", "src"].includes(name)) element.removeAttribute(name);
      for (const [name, value] of settings) if (!/^(data|do|choose|width|page|base|src|dark|wide|@.*)?$/.test(name) && /^[a-z-]+$/.test(name)) element.setAttribute(name, value);
      await new Promise(requestAnimationFrame);
      const found = [
        ["svg", element.toSVG()], ["csv", element.toCSV()], ["text", element.cite()], ["text", element.link],
        ...["element", "iframe", "static"].map((kind) => [kind, element.embedCode({ kind })]),
      ];
      if (isOwn) element.remove();
      return found;
    }, [settings, number, Boolean(dataset)]));
  }
  return all;
}

test("what strangers write stays text in pictures, tables and code", async (t) => {
  const sound = ({ dataset }) => !dataset || dataset.verdict.valid;
  const views = some(of("svg", "html", "tables", "json", "attributes").map(({ content }) => content).filter(sound), CHARTS);
  const { page, record } = await strict(t, views.map(({ dataset }) => dataset ?? { descriptor: [], files: [] }));
  const texts = await written(page, views);
  assertWhole(record);
  // A page without a policy: whatever could run would run here.
  const { page: open, record: ran } = await blank(t, "<main></main>", { head: "" });
  const faults = await open.evaluate(async (texts) => {
    const faults = [];
    window.alert = (what) => faults.push(`ran: ${what}`);
    window.calc = window.alert;
    const look = (root, kind, text) => {
      for (const element of root.querySelectorAll("*")) {
        const names = [...element.attributes].map(({ name }) => name.toLowerCase());
        const isModule = kind === "element" && element.type === "module" && /\/county-chains\.js$/.test(element.getAttribute("src"));
        const isData = element.type === "application/ld+json";
        const isFrame = kind === "iframe" && element.localName === "iframe";
        const wrong = names.some((name) => /^on/.test(name) || (/^(href|src|srcset|action)$/.test(name) && !isModule && !isFrame && element.localName !== "county-chains"))
          || (element.localName === "script" && !isModule && !isData) || (/^(style|object|embed|foreignobject|use|iframe|base|link|meta)$/i.test(element.localName) && !isFrame);
        if (wrong) faults.push(`${kind}: ${element.outerHTML.slice(0, 300)}`);
        if (isData) JSON.parse(element.textContent);
      }
    };
    for (const [kind, text] of texts) {
      if (kind === "svg") {
        const picture = new DOMParser().parseFromString(text, "image/svg+xml");
        if (picture.querySelector("parsererror")) faults.push(`svg: ${picture.documentElement.textContent.slice(0, 300)}`);
        look(picture, kind, text);
      }
      if (kind === "csv" && /(^|\n|,)[=+@\t]/.test(text.replace(/"(?:[^"]|"")*"/g, (cell) => cell.slice(1)))) faults.push(`csv: ${text.slice(0, 300)}`);
      if (/^(svg|element|iframe|static)$/.test(kind)) {
        look(new DOMParser().parseFromString(text, "text/html"), kind, text);
        if (kind === "iframe") continue;
        const main = document.querySelector("main");
        main.innerHTML = text;
        if (kind !== "svg" && text && main.children.length !== 1) faults.push(`${kind}: ${main.children.length} elements of ${text.slice(0, 300)}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    return faults;
  }, texts);
  assert.deepEqual(faults, []);
  t.diagnostic(`${views.length} charts, ${texts.length} texts`);
  assertWhole(ran);
});

test("addresses of strangers leave the page for frames whole", async (t) => {
  const { page, record } = await opened(t, STRICT, {});
  const known = (query) => query.replace(/\bdata=/g, "d=").replace(/[\r\n\t]/g, "");
  for (const query of some(of("link").map(({ content }) => content.query), ADDRESSES)) {
    await page.goto(new URL(`/county-chains/embed.html?${known(query)}`, page.url()).href);
    await page.waitForFunction(() => document.querySelector("county-chains")?.shadowRoot?.querySelector("[data-tiers]"));
  }
  assertWhole(record);
});
