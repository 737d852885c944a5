// Reads the dataset again and again while it changes, and shows it where it can be shown.

import { checkDataset } from "/county-chains/county-chains.draft.js";
import { expectTwin } from "./data-code.js";
import { descriptorText, inOne, provisional } from "./data-package.js";
import { showReport } from "./data-report.js";
import { attempt, id, preview, state } from "./data-state.js";
import { wordFor } from "./page.js";

/** Milliseconds without another change after which the dataset is read again. */
const PAUSE = 300;

let waiting = 0;
let isReading = false;
/** Whether something has changed since the last reading began. */
let isStale = false;

/** Something has changed. */
export function readSoon() {
  state.isSaved = false;
  id("work").setAttribute("aria-busy", "true");
  id("saved").textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(read, PAUSE);
}

/** Reads the dataset, and once more if it has changed meanwhile: one reading at a time, since a large table takes a while. */
export async function read() {
  clearTimeout(waiting);
  waiting = 0;
  isStale = true;
  id("work").setAttribute("aria-busy", "true");
  if (isReading) return;
  isReading = true;
  try {
    while (isStale) {
      isStale = false;
      await readOnce();
    }
  } finally {
    isReading = false;
    // The next reading may be about to begin.
    if (!waiting) id("work").removeAttribute("aria-busy");
  }
}

async function readOnce() {
  const { dataset, isDescribed } = state;
  // What is shown is what was read, whatever is changed in the meantime.
  const now = { ...dataset, files: { __proto__: null, ...dataset.files }, descriptor: structuredClone(dataset.descriptor) };
  const checked = await attempt(() => checkDataset(descriptorText(now), now.files));
  if (!checked || isStale) return;
  state.report = checked;
  showReport();
  if (checked.valid) {
    draw(now, "");
    return;
  }
  expectTwin(false);
  const old = preview.hidden ? "preview.none" : "preview.old";
  if (!isDescribed) {
    sayPreview(old);
    return;
  }
  // What only lacks words can be seen already.
  const filled = provisional(now, wordFor("blank"));
  const { valid } = await checkDataset(descriptorText(filled), filled.files);
  if (isStale) return;
  if (valid) draw(filled, "preview.blanks");
  else sayPreview(old);
}

let previewKey = "";

function draw(shown, key) {
  preview.dataset = inOne(shown);
  preview.hidden = false;
  sayPreview(key);
  expectTwin(!key);
}

/** Says how the chart stands to the data; without a key, the same in another language. */
export function sayPreview(key = previewKey) {
  previewKey = key;
  id("preview-how").textContent = key && wordFor(key);
}
