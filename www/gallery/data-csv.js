// A CSV text as its editor sees it: cells to show, and one to correct in its place, with all around it as it was. What the cells
// mean, and whether they are right, only the reader of the widget says.

const [TAB, LINE_FEED, RETURN, SPACE, MARK] = [9, 10, 13, 32, 0xfeff];

/** The rows of a CSV text. They are split into cells when they are needed. */
export class Table {
  /**
   * @param {string} text
   * @param {{ delimiter?: string, quoteChar?: string }} [dialect]
   */
  constructor(text, { delimiter = ",", quoteChar = '"' } = {}) {
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quoteChar;
    /** Where each row begins, and in which line. */
    this.starts = [];
    this.lines = [];
    /** How many rows below the first hold anything. */
    this.filled = 0;
    this.#index();
  }

  /** How many rows there are, the header among them. */
  get count() {
    return this.starts.length;
  }

  /** The row that a line is in. */
  rowAt(line) {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[middle] <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The texts of the cells of a row. */
  row(index) {
    return this.#cells(index).map(({ start, end }) => this.#plain(this.text.slice(start, end)));
  }

  /** Whether nothing is in a row. */
  isBlank(index) {
    return this.row(index).every((cell) => cell.trim() === "");
  }

  /** The text with another value in a cell. A row gets cells that it lacks, and loses those that are beyond the header and empty. */
  replaced(index, column, value) {
    const cells = this.#cells(index);
    const { start, end } = cells[column] ?? { start: cells.at(-1).end, end: cells.at(-1).end };
    const lacking = this.delimiter.repeat(Math.max(0, column - cells.length + 1));
    const isQuoted = !lacking && this.text[start] === this.quote;
    const text = this.text.slice(0, start) + lacking + this.#written(value, isQuoted) + this.text.slice(end);
    const width = index ? this.#cells(0).length : Infinity;
    return value === "" && column >= width ? new Table(text, { delimiter: this.delimiter, quoteChar: this.quote }).#cut(index, width) : text;
  }

  /** The text without the cells at the end of a row that are empty and beyond the header. */
  #cut(index, width) {
    const [cells, values] = [this.#cells(index), this.row(index)];
    let count = cells.length;
    while (count > width && values[count - 1] === "") count--;
    return this.text.slice(0, cells[count - 1].end) + this.text.slice(cells.at(-1).end);
  }

  #index() {
    const { text } = this;
    const [delimiter, quote] = [this.delimiter.charCodeAt(0), this.quote.charCodeAt(0)];
    let at = text.charCodeAt(0) === MARK ? 1 : 0;
    let line = 1;
    while (at < text.length) {
      this.starts.push(at);
      this.lines.push(line);
      let [isFirst, isQuoted, isBlank] = [true, false, true];
      for (; at < text.length; at++) {
        const letter = text.charCodeAt(at);
        isBlank &&= letter === delimiter || letter === quote || letter <= SPACE;
        if (isQuoted) {
          if (letter === LINE_FEED || (letter === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) line++;
          if (letter === quote && text.charCodeAt(at + 1) === quote) at++;
          else if (letter === quote) isQuoted = false;
        } else if (letter === LINE_FEED || letter === RETURN) {
          break;
        } else {
          isQuoted = isFirst && letter === quote;
          isFirst = letter === delimiter;
        }
      }
      if (!isBlank && this.starts.length > 1) this.filled++;
      at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      line++;
    }
  }

  /** Where the cells of a row begin and end. */
  #cells(index) {
    const end = this.starts[index + 1] ?? this.text.length;
    const row = this.text.slice(this.starts[index], end).replace(/(\r\n|\r|\n)$/, "");
    const cells = [];
    let [start, at] = [0, 0];
    for (; at <= row.length; at++) {
      if (at === start && row[at] === this.quote) at = this.#closing(row, at);
      if (at < row.length && row[at] !== this.delimiter) continue;
      cells.push({ start: this.starts[index] + start, end: this.starts[index] + Math.min(at, row.length) });
      start = at + 1;
    }
    return cells;
  }

  /** Behind the mark that ends a quoted cell. */
  #closing(row, at) {
    for (at++; at < row.length; at++) {
      if (row[at] !== this.quote) continue;
      if (row[at + 1] !== this.quote) return at + 1;
      at++;
    }
    return at;
  }

  #plain(cell) {
    if (cell[0] !== this.quote) return cell;
    const end = cell.length > 1 && cell.endsWith(this.quote) ? -1 : undefined;
    return cell.slice(1, end).split(this.quote + this.quote).join(this.quote);
  }

  #written(value, isQuoted) {
    const needed = isQuoted || [this.delimiter, this.quote, "\n", "\r"].some((sign) => value.includes(sign));
    return needed ? this.quote + value.split(this.quote).join(this.quote + this.quote) + this.quote : value;
  }
}

/** Rows as a CSV text. @param {string[][]} rows */
export function written(rows, delimiter = ",") {
  const cell = (value) => (/["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replace(/"/g, '""')}"` : value);
  return rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join("");
}

/** Cells that come from a spreadsheet by the clipboard, as a CSV text. */
export function fromClipboard(text) {
  const isTabbed = text.includes(String.fromCharCode(TAB));
  if (!isTabbed) return text;
  const table = new Table(text, { delimiter: "\t" });
  return written(table.starts.map((_, index) => table.row(index)));
}
