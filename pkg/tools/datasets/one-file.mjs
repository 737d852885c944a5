// Makes the single file of a dataset: the descriptor with the rows of its tables inside.

import { rows } from "./csv.mjs";

const NUMERIC = ["integer", "number"];

/**
 * The text of the single file.
 *
 * @param {string} descriptor the text of datapackage.json
 * @param {(path: string) => string} read gives the text of a table
 */
export function oneFile(descriptor, read) {
  const dataset = JSON.parse(descriptor);
  const resources = dataset.resources.map(({ path, encoding, ...resource }) => {
    const [header, ...rest] = rows(read(path));
    const isNumber = header.map((name) => NUMERIC.includes(resource.schema.fields.find((field) => field.name === name)?.type));
    const value = (cell, index) => (cell === "" ? null : isNumber[index] ? Number(cell) : cell);
    return { ...resource, data: [header, ...rest.map((row) => row.map(value))] };
  });
  const [start, end] = JSON.stringify({ ...dataset, resources: [] }, null, 2).split("[]\n}");
  if (end !== "") throw new Error("resources are to be the last property of the descriptor");
  return `${start}[\n${resources.map(lines).join(",\n")}\n  ]\n}\n`;
}

/** A table as JSON with a row in each line. */
function lines({ data, ...resource }) {
  const about = JSON.stringify(resource, null, 2).slice(0, -2).replaceAll("\n", "\n    ");
  const body = data.map((row) => `        ${JSON.stringify(row)}`).join(",\n");
  return `    ${about},\n      "data": [\n${body}\n      ]\n    }`;
}
