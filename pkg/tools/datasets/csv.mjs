// Reads and writes CSV by RFC 4180.

/** The rows of a text, each a list of cells. */
export function rows(text) {
  const found = [];
  let row = [];
  // A cell is quoted or not; a comma, a line end or the end of the text follows it.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\ufeff/, "");
  while (cell.lastIndex < body.length || row.length > 0) {
    const place = cell.lastIndex;
    const [, quoted, plain, end] = cell.exec(body) ?? [];
    if (end === undefined) throw new Error(`no cell of CSV at character ${place}: ${body.slice(place, place + 40)}`);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    found.push(row);
    row = [];
    if (end === "") break;
  }
  return found;
}

/** The records of a text, each an object by the names of the header. */
export function records(text) {
  const [header, ...rest] = rows(text);
  return rest.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

/** The text of records in these columns. */
export function written(columns, list) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...list.map((record) => columns.map((name) => record[name] ?? ""))]
    .map((row) => `${row.map(cell).join(",")}\n`).join("");
}
