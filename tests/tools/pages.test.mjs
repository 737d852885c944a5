// The Nu Html Checker reads every kind of page and piece that is shipped or shown as an example.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { renderHTML } from "../../pkg/dist/module/static.js";
import { CHARTS, LANGUAGES } from "../browser/support.mjs";
import { ROOT } from "../package/support.mjs";

const CHECKER = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));
const BASE = "https://example.org/county-chains/1.0.0/";
const withoutJava = spawnSync("java", ["-version"]).status === 0 ? false : "no Java here, in which the checker runs";

const folder = mkdtempSync(join(tmpdir(), "county-chains-pages-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the command writes. */
const command = (...words) => execFileSync(join(ROOT, "target/debug/county-chains"), ["render", ...words], { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });

/**
 * Whether the checker believes that a page's own policy forbids a part of it. It does not know that a page from a disk has its
 * files beside it, and takes data for search engines for scripts. tests/hosting/policies.mjs asks browsers.
 */
const isOfPolicy = ({ message, extract }) =>
  /^Resource violates Content Security Policy .*“embed\.(css|js)”/.test(message) ||
  (/^Inline script violates Content Security Policy/.test(message) && extract.includes("application/ld+json"));

/** What the checker finds in files, as errors and warnings. */
function findings(files) {
  // It guesses languages by letters, and a guide full of code and names of systems looks English to it.
  const { stderr } = spawnSync("java", ["-jar", CHECKER, "--no-langdetect", "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1e8 });
  const { messages } = JSON.parse(stderr);
  // What is no error but advice: slashes at the end of tags, and what XML would not take.
  const isAdvice = ({ subType, message }) => subType !== "warning" || /not mappable to XML/.test(message);
  const advice = (found) => found.type === "info" && (isAdvice(found) || isOfPolicy(found));
  return messages.filter((message) => !advice(message)).map(({ url, lastLine, message }) => `${basename(url)}:${lastLine}: ${message}`);
}

/** A piece in a page of its own, under the headings that an article has. */
function within(name, piece, lang = "en") {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>Article</title></head>\n<body><h1>Article</h1><h2>Part</h2>\n${piece}\n</body></html>`);
  return file;
}

test("pages of the gallery, of frames, of policies and of examples are valid HTML", { skip: withoutJava }, () => {
  const of = (path) => readdirSync(join(ROOT, path)).filter((name) => name.endsWith(".html")).map((name) => join(ROOT, path, name));
  const files = [...of("www"), ...of("www/policies"), ...of("pkg/dist"), ...readdirSync(join(ROOT, "examples")).filter((name) => !/\.|node_modules/.test(name)).flatMap((name) => of(`examples/${name}`))];
  assert.ok(files.length >= 20, `${files.length} pages`);
  assert.deepEqual(findings(files), []);
});

test("twins and feeds of all charts, pages of charts and answers of oEmbed are valid HTML", { skip: withoutJava }, () => {
  const pieces = CHARTS.flatMap((chart) => LANGUAGES.flatMap((lang) => [
    within(`${chart}-${lang}`, renderHTML({ chart, lang }), lang),
    within(`${chart}-${lang}-feed`, command("--chart", chart, "--lang", lang, "--format", "feed", "--base", BASE), lang),
  ]));
  for (const [chart, lang] of [["facts", "zh-Hans"], ["map", "en"]]) command("--all", "--chart", chart, "--lang", lang, "--theme", "light", "--base", BASE, "-o", folder);
  const pages = readdirSync(join(folder, "pages")).map((name) => join(folder, "pages", name));
  const answers = readdirSync(join(folder, "oembed")).map((name) => within(`oembed-${name}`, JSON.parse(readFileSync(join(folder, "oembed", name), "utf8")).html));
  assert.equal(pages.length + answers.length, 4);
  assert.deepEqual(findings([...pieces, ...pages, ...answers]), []);
});

test("what guides and documents tell editors to paste is valid HTML", { skip: withoutJava }, () => {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const guides = ["guide.html", "guide.zh-Hant.html", "guide.en.html"].flatMap((name) => {
    const text = readFileSync(join(ROOT, "www", name), "utf8");
    return [...text.matchAll(/<pre class="code" id="(code-[a-z]+)"[^>]*>([\s\S]*?)<\/pre>/g)]
      .filter(([, , code]) => code.startsWith("&lt;"))
      .map(([, id, code]) => within(`${name}-${id}`, plain(code)));
  });
  const documents = ["README.md", "README.zh.md", "docs/embedding.md", "pkg/README.md", "pkg/hosting/README.md"].flatMap((name) =>
    [...readFileSync(join(ROOT, name), "utf8").matchAll(/```html\n([\s\S]*?)```/g)]
      .filter(([, code]) => !/<link/.test(code))
      .map(([, code], index) => within(`${name.replaceAll("/", "-")}-${index}`, code.replace("sha384-…", `sha384-${"A".repeat(64)}`))));
  assert.ok(guides.length >= 9 && documents.length >= 8, `${guides.length}, ${documents.length}`);
  assert.deepEqual(findings([...guides, ...documents]), []);
});
