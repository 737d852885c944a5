// What was measured as a document: RESULTS.md, with tables, sentences on who is ahead, and pictures. Every sentence that names a
// figure or a rank is made of the figures.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { COUNT, HUNDRED } from "./contestants.mjs";
import { told } from "./figures.mjs";
import { PICTURES, picture } from "./picture.mjs";
import { sentences, table } from "./sentences.mjs";
import { draw } from "./terminal.mjs";

const local = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Prints the document, and writes it with its pictures if everything was measured. */
export async function report(run, isWhole) {
  const text = `${await readFile(local("results.head.md"), "utf8")}
${machineOf(run)}

## In short

${sentences(run).map((sentence) => `- ${sentence}`).join("\n")}

${PICTURES.map(({ file, alt }) => `![${alt}](${file})`).join("\n\n")}

${sections(run).map(([title, table, note]) => `## ${title}\n\n${note ? `${note}\n\n` : ""}${table}\n`).join("\n")}`;
  console.log(text);
  if (!isWhole) return;
  await writeFile(local("RESULTS.md"), text);
  for (const one of PICTURES) draw(picture(run, one), local(one.file), "--chart", "tiers", "--indicator", one.indicator, "--lang", "en");
}

const machineOf = ({ machine, runs, versions, lacking }) =>
  `Machine: ${machine.processors} processors (${machine.model}), ${machine.memory} GB; ${runs} ${runs === 1 ? "run" : "runs"}; load average ${machine.load} at the beginning`
  + `${machine.load > 1 ? ", so that other programs slowed it down" : ""}. ${Object.entries(versions).map(([name, version]) => `${name}: ${version}`).join("; ")}.`
  + (lacking.length > 0 ? `\n\nWhat failed and is in no figure: ${lacking.join("; ")}.` : "");

const nameOf = ({ name, version }) => (version ? `${name} ${version}` : name);

/** Title, table and note of each section. */
function sections(run) {
  const { found } = run;
  return [
    ["What comes with the bytes", bytes(run), "Compressed with brotli at the highest level. The widget’s static version is in the HTML, which grows by it."],
    ["Which mode each is measured in", modes(run)],
    ...Object.keys(found).filter((place) => place !== "machine").flatMap((engine) => inEngine(run, engine)),
    ...(found.machine?.terminal ? [["Terminal", table(["the built command, from its start to its end", "ms"], rowsOf(found.machine.terminal))]] : []),
    ...(found.machine?.core ? [["The core alone", table(["measured by criterion on the machine itself, without a page", "µs, with the interval of confidence of the median"], rowsOf(found.machine.core))]] : []),
  ];
}

const rowsOf = (figures) => Object.entries(figures).map(([name, values]) => [name, told(values)]);

const bytes = ({ contestants, found }) => table(
  ["", "bytes to the first chart", "bytes of the HTML", "files", "inside, beside the drawing"],
  contestants.filter(({ inside }) => inside).map((one) => [nameOf(one), ...["bytes", "bytes of the page", "files"].map((what) => told(found.Chromium?.[what]?.[one.id])), one.inside]),
);

const modes = ({ contestants }) => table(
  ["", "chart of the counties", "chart of many values"],
  contestants.map(({ chart, name, tiles, values }) => [name, chart ? "as every page has it" : tiles ?? "–", chart === "map" ? "`strip`, as every page has it: an exact count in each column of pixels" : values ?? "–"]),
);

function inEngine({ contestants, found, rows }, engine) {
  const figures = found[engine];
  /** A table of the contestants that have a figure for one of the measures. */
  const compared = (measures, entries = contestants.map((one) => [one.id, nameOf(one)])) => {
    const there = Object.entries(measures).filter(([, measure]) => figures[measure]);
    const has = ([id]) => there.some(([, measure]) => figures[measure][id] !== undefined);
    return there.length > 0 && table(["", ...there.map(([head]) => head)], entries.filter(has).map(([id, name]) => [name, ...there.map(([, measure]) => told(figures[measure][id]))]));
  };
  const withTwins = contestants.flatMap((one) => [...(one.chart ? [[`${one.id} twin`, `${one.name}, static version`]] : []), [one.id, nameOf(one)]]);
  const withEmpty = [...contestants.map((one) => [one.id, nameOf(one)]), ["empty", "a page on which nothing changes"]];
  const ofValues = contestants.map((one) => [one.id, one.ofValues ?? nameOf(one)]);
  const numbers = (what) => Object.fromEntries(rows.map((count) => [count.toLocaleString("en"), `${what} ${count}`]));
  return [
    ["first chart, ms", compared({ desktop: "first desktop", phone: "first phone" }, withTwins)],
    ["what moves and blocks meanwhile", compared({ "layout shift, desktop": "moved desktop", phone: "moved phone", "longest task, ms, desktop": "longest desktop", "longest task, ms, phone": "longest phone" }), "The layout shift is that of the Layout Instability API. Browsers tell of tasks above 50 ms only: 0 means that there was none."],
    ["a change of the filter, ms", compared({ "work of the main thread": "filter task", "script": "filter script", "layout and style": "filter layout", "change to painted frame": "filter frame" }, withEmpty)],
    ["a change of the language, ms", compared({ "work of the main thread": "language task", "script": "language script", "layout and style": "language layout", "change to painted frame": "language frame" }, withEmpty)],
    [`${COUNT} charts on a page`, compared({ "all painted, ms": "many", "memory, MB": "many memory" })],
    [`${HUNDRED} widgets of one group`, compared({ "all ready, ms": "hundred", "longest wait of a message during a filter change, ms": "hundred wait", "longest task above 50 ms during it, ms": "hundred longest" })],
    ["many values: address of the file to painted chart, ms", compared(numbers("values"), ofValues)],
    ["many values: a class out or in, work of the main thread, ms", compared(numbers("values filter task"), ofValues)],
    ["many values: a class out or in, change to painted frame, ms", compared(numbers("values filter"), ofValues)],
  ].filter(([, text]) => text).map(([title, ...rest]) => [`${engine}: ${title}`, ...rest]);
}
