// Reads CHANGELOG.md, which has the form of Keep a Changelog: returns the notes of a version, and dates a new version.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseError } from "./error.mjs";

const FILE = "CHANGELOG.md";
const HEADING = /^## \[(?<name>[^\]]+)\](?: - (?<date>.+))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The date and notes of a version. Throws if either is missing.
 *
 * @returns {{ date: string, notes: string }}
 */
export function sectionOf(root, version) {
  const section = sections(read(root)).find(({ name }) => name === version);
  if (!section) throw new ReleaseError(`${FILE} has no section "## [${version}] - date"; "make release VERSION=${version}" makes it`);
  if (!DATE.test(section.date ?? "")) {
    throw new ReleaseError(`${FILE}:${section.line}: version ${version} has no date yet; "make release VERSION=${version}" sets it`);
  }
  return { date: section.date, notes: noted(section) };
}

/**
 * The changelog with a dated heading for a version, whose notes are those under "Unreleased", or under the version if it has
 * a heading without a date. Throws if there are no notes.
 */
export function dated(root, version, date) {
  const text = read(root);
  const found = sections(text);
  const existing = found.find(({ name }) => name === version);
  if (existing && DATE.test(existing.date ?? "")) {
    throw new ReleaseError(`${FILE}:${existing.line}: version ${version} was released on ${existing.date}; choose a newer one`);
  }
  const pending = existing ?? found.find(({ name }) => name.toLowerCase() === "unreleased");
  if (!pending) throw new ReleaseError(`${FILE} has no section "## [Unreleased]" to become version ${version}`);
  noted(pending);
  const lines = text.split("\n");
  const heading = [`## [${version}] - ${date}`];
  // A new, empty section for the next version.
  if (!existing) heading.unshift("## [Unreleased]", "");
  lines.splice(pending.line - 1, 1, ...heading);
  return lines.join("\n");
}

/** Writes the changelog. */
export function write(root, text) {
  writeFileSync(join(root, FILE), text);
}

const read = (root) => readFileSync(join(root, FILE), "utf8");

/** The sections, each with the line number of its heading. */
function sections(text) {
  const found = [];
  for (const [index, line] of text.split("\n").entries()) {
    const match = HEADING.exec(line);
    if (match) found.push({ ...match.groups, line: index + 1, body: [] });
    // Link definitions at the end belong to no section.
    else if (!/^\[[^\]]+\]: /.test(line)) found.at(-1)?.body.push(line);
  }
  return found;
}

function noted({ name, line, body }) {
  const notes = body.join("\n").trim();
  if (!/^- /m.test(notes)) throw new ReleaseError(`${FILE}:${line}: the section of ${name} is empty; say what changes for users`);
  return `${notes}\n`;
}
