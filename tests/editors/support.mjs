// The code to paste as the command writes it, the editors of others in one page of Chromium, and how their outcome is read.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after } from "node:test";
import { JSDOM } from "jsdom";
import { launch } from "../browser/support.mjs";

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BASE = "https://example.org/cc/";

/** What the command writes; the same is asked for once. */
const written = new Map();
export function render(...words) {
  const key = words.join(" ");
  if (!written.has(key)) {
    const program = `${ROOT}target/debug/county-chains`;
    written.set(key, execFileSync(program, ["render", ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  }
  return written.get(key);
}

export const twin = (chart, lang, ...more) => render("--chart", chart, "--lang", lang, "--format", "html", ...more);
export const feed = (chart, lang) => render("--chart", chart, "--lang", lang, "--format", "feed", "--base", BASE);

/** Script, tag and twin, as `embedCode()` puts them together; tests/browser holds that it does. */
export const code = (chart, lang) =>
  `<div><script type="module" src="${BASE}county-chains.js"></script>` +
  `<county-chains chart="${chart}" tiers="1 2 3 4" lang="${lang}" theme="auto">${twin(chart, lang, "--no-json-ld").trimEnd()}</county-chains></div>\n`;

/** The document that a browser makes of `body`. */
export const parsed = (body) => new JSDOM(`<!DOCTYPE html><html lang="en"><body>${body}</body></html>`, { url: BASE }).window.document;

/** The cells of each row of the tables, without white space at their ends. */
export const cells = (body) =>
  [...parsed(body).querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/[\s\u00a0]+/g, " ").trim()));

let editors;

/** One page with Quill, wangEditor, CKEditor 5 and DOMPurify. */
async function page() {
  editors ??= (async () => {
    const page = await (await (await launch()).newContext()).newPage();
    await page.setContent("<!DOCTYPE html><html><body></body></html>");
    const scripts = ["quill/dist/quill.js", "@wangeditor/editor/dist/index.js", "ckeditor5/dist/browser/ckeditor5.umd.js", "dompurify/dist/purify.js"];
    for (const script of scripts) await page.addScriptTag({ path: fileURLToPath(new URL(`node_modules/${script}`, import.meta.url)) });
    return page;
  })();
  return editors;
}

/** What each editor keeps of `markup`, which is set or, where `how` is "paste", pasted. */
const EDITORS = {
  async quill(markup, how) {
    const place = document.body.appendChild(document.createElement("div"));
    const quill = new window.Quill(place, { modules: { table: true } });
    if (how === "set") quill.setContents(quill.clipboard.convert({ html: markup }));
    else window.paste(quill.root, markup);
    await new Promise((resolve) => setTimeout(resolve));
    return quill.getSemanticHTML();
  },
  async wangEditor(markup, how) {
    const place = document.body.appendChild(document.createElement("div"));
    const editor = window.wangEditor.createEditor({ selector: place, html: "", config: {} });
    if (how === "set") editor.setHtml(markup);
    else {
      // What it calls when the browser tells of a paste, which no script can make it do.
      const data = new DataTransfer();
      data.setData("text/html", markup);
      editor.select({ path: [0, 0], offset: 0 });
      editor.insertData(data);
    }
    return editor.getHtml();
  },
  async ckeditor(markup, how) {
    const { ClassicEditor, Essentials, Paragraph, Bold, Heading, Link, ImageBlock, ImageInline, List, Table, TableCaption } = window.CKEDITOR;
    const place = document.body.appendChild(document.createElement("div"));
    const plugins = [Essentials, Paragraph, Bold, Heading, Link, ImageBlock, ImageInline, List, Table, TableCaption];
    const editor = await ClassicEditor.create(place, { licenseKey: "GPL", plugins });
    if (how === "set") editor.setData(markup);
    else window.paste(editor.editing.view.getDomRoot(), markup);
    return editor.getData();
  },
  async dompurify(markup) {
    return window.DOMPurify.sanitize(markup);
  },
};

/** @param {keyof typeof EDITORS} name @param {"set" | "paste"} how */
export async function through(name, markup, how = "set") {
  const opened = await page();
  await opened.evaluate(() => {
    window.paste = (element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      element.focus();
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    };
  });
  return opened.evaluate(`(${EDITORS[name].toString().replace(/^async \w+/, "async function")})(${JSON.stringify(markup)}, ${JSON.stringify(how)})`);
}

/** Python-Markdown, where a Python has it: Debian's package is for Debian's own, which need not be the first on the path. */
export function pythonMarkdown() {
  const run = (python, program, input) =>
    execFileSync(python, ["-c", program], { input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  const python = ["python3", "/usr/bin/python3"].find((python) => {
    try {
      run(python, "import markdown", "");
      return true;
    } catch {
      return false;
    }
  });
  return python && ((text) => run(python, "import sys,markdown;sys.stdout.write(markdown.markdown(sys.stdin.read()))", text));
}

export { require };
after(async () => (await editors)?.context().close());
