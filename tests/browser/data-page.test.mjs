// The page that prepares data of one's own: what comes in, what it asks, what it tells, what it saves, and what it never does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findings } from "./axe.mjs";
import { focused, frames, LANGUAGES, page as opened, ready, serveFor, silent, test } from "./support.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const COMMAND = root("target/debug/county-chains");
const PREVIEW = "#preview";

const WARDS = `code,name,kind,beds,opened
H1,General Hospital,public,812,2001-01-01
H2,Lake Clinic,private,74,2002-01-01
H3,Hill Clinic,private,x5,2003-01-01
H4,North Hospital,public,455,1999-01-01
H5,South Hospital,public,,1980-01-01
H6,East Clinic,private,61,1990-01-01
`;

const file = (name, content, mimeType = "text/csv") => ({ name, mimeType, buffer: Buffer.from(content) });

/** Opens the page in a language. */
async function bench(t, lang = "en", options = {}) {
  return opened(t, `${options.at ?? ""}/data.html?lang=${lang}`, { viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
}

/** Waits until what was changed last has been read. */
async function settled(page) {
  await page.waitForFunction(() => !document.getElementById("work").hidden && !document.getElementById("work").hasAttribute("aria-busy"));
  await frames(page);
}

async function bring(page, ...files) {
  await page.setInputFiles("#files", files);
  await settled(page);
}

const at = (pointer) => `[data-at="${pointer}"]`;
const field = (index, name) => at(`/resources/0/schema/fields/${index}/${name}`);
const role = (name) => at(`/resources/0/schema/fields/role:${name}`);

/** Fills in what the draft of the wards lacks. */
async function fillIn(page) {
  await page.selectOption(role("beds"), "value");
  await page.fill(at("/title"), "Hospital beds");
  await page.fill(at("/entity/one"), "hospital");
  await page.fill(at("/entity/many"), "hospitals");
  await page.fill(at("/sources/0/title"), "Register of hospitals");
  await page.fill(at("/licenses/0/name"), "CC-BY-4.0");
  await page.selectOption(field(3, "unit"), "-");
  await settled(page);
}

/** The same for another table. */
async function fillInBig(page) {
  for (const [pointer, text] of [["/entity/many", "things"], ["/sources/0/title", "Register"], ["/licenses/0/name", "CC0-1.0"]]) await page.fill(at(pointer), text);
  await page.selectOption(field(3, "unit"), "-");
  await settled(page);
}

const problems = (page) => page.locator("#problems li").evaluateAll((items) => items.map((item) => [item.className, item.querySelector(".place").textContent]));

/** Saves a file and returns its text. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-save="${name}"]`).click()]);
  assert.equal(download.suggestedFilename(), name);
  return readFile(await download.path());
}

/** What the command says of files, in a folder of their own. */
async function validated(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "county-chains-data-page-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return execFileSync(COMMAND, ["validate", "--strict", join(folder, Object.keys(files)[0])], { encoding: "utf8", stdio: "pipe" });
}

test("a table becomes charts: guesses, a correction, words, and files that the command accepts", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  const roles = await page.locator('[data-at*="/fields/role:"]').evaluateAll((all) => all.map(({ dataset, value }) => `${dataset.at.split("role:")[1]} ${value}`));
  assert.deepEqual(roles, ["code code", "name name", "kind tier", "beds value", "opened none"]);
  assert.deepEqual(await page.locator(".classes .label").allInnerTexts(), ["public", "private"]);
  await fillIn(page);
  // What is wrong stands beside its cell.
  assert.deepEqual(await problems(page), [["error", "wards.csv, line 4, beds"]]);
  const cell = page.locator("#table input");
  assert.equal(await cell.inputValue(), "x5");
  assert.equal(await cell.getAttribute("aria-invalid"), "true");
  assert.match(await page.locator(`#${await cell.getAttribute("aria-describedby")}`).innerText(), /number/);
  await page.locator("#problems .place").click();
  assert.ok(await cell.evaluate((node) => node === document.activeElement), "the problem leads to its cell");
  await cell.fill("5");
  await cell.press("Tab");
  await settled(page);
  assert.deepEqual(await problems(page), []);
  await ready(page, PREVIEW);
  await page.locator(PREVIEW).getByText("Hospital beds").first().waitFor();
  const package_ = String(await saved(page, "datapackage.json"));
  const csv = String(await saved(page, "wards.csv"));
  assert.equal(csv, WARDS.replace("x5", "5"), "nothing but the cell has changed");
  await validated(t, { "datapackage.json": package_, "wards.csv": csv });
  await validated(t, { "wards.json": await saved(page, "wards.json") });
  assert.match(await page.locator("#code").innerText(), /<county-chains src="data\/wards\/datapackage\.json" chart="tiers" indicator="beds" lang="en">/);
  await page.fill(at("/name"), "hospital-beds");
  await settled(page);
  assert.match(await page.locator("#code").innerText(), /src="data\/hospital-beds\/datapackage\.json"/);
  // The static version is that of the preview, and goes while the data have errors.
  const code = page.locator("#code");
  await code.getByText("<figure").waitFor();
  const twin = () => page.locator(PREVIEW).evaluate((node) => node.embedCode({ kind: "static" }).trimEnd());
  assert.ok((await code.textContent()).endsWith(`>${await twin()}</county-chains></div>\n`));
  assert.match(await code.textContent(), /^<div><script [^\n]+\n$/);
  await page.fill(at("/edition"), "2031");
  await settled(page);
  await code.getByText("2031").first().waitFor();
  assert.ok((await code.textContent()).includes(await twin()), "the newest data are in it");
  await page.fill(at("/sources/0/title"), "");
  await settled(page);
  assert.doesNotMatch(await code.textContent(), /figure/);
  const how = () => page.locator("#code-how").textContent();
  assert.match(await how(), /^Once the data have no errors/);
  await page.fill(at("/sources/0/title"), "Register of hospitals");
  await settled(page);
  await code.getByText("<figure").waitFor();
  await page.fill("#address", "https://data.example/beds.json");
  assert.match(await page.locator("#code").innerText(), /src="https:\/\/data\.example\/beds\.json"/);
  assert.match(await how(), /^Inside the tag/);
  // Where the preview gives no static version, though nothing is wrong, nothing is asked for.
  await page.locator(PREVIEW).evaluate((node) => {
    node.embedCode = () => {
      throw new Error("not now");
    };
  });
  await page.fill("#address", "");
  assert.deepEqual([await how(), (await code.textContent()).includes("figure")], ["", false]);
  silent(record);
});

test("words for values that are missing stay in the descriptor, and the chart appears", async (t) => {
  const { page, record } = await bench(t);
  const table = WARDS.replace("x5", "NA").replace("455", "n/a").replace("61", "-");
  await bring(page, file("wards.csv", table));
  await page.fill(at("/entity/many"), "hospitals");
  await settled(page);
  assert.match(await page.locator("#preview-how").innerText(), /to be filled in/, "it can be seen while words are missing");
  await fillIn(page);
  assert.deepEqual(await problems(page), []);
  await ready(page, PREVIEW);
  const package_ = String(await saved(page, "datapackage.json"));
  const { missingValues } = JSON.parse(package_).resources[0].schema.fields[3];
  assert.deepEqual([missingValues[0], [...missingValues].sort()], ["", ["", "-", "NA", "n/a"]]);
  await validated(t, { "datapackage.json": package_, "wards.csv": String(await saved(page, "wards.csv")) });
  silent(record);
});

test("the archive holds the same files", async (t) => {
  const { page } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  const archive = await saved(page, "wards.zip");
  const folder = await mkdtemp(join(tmpdir(), "county-chains-data-page-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "wards.zip"), archive);
  const script = "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(z.namelist())\nprint(z.read('wards.csv').decode())";
  const told = execFileSync("python3", ["-c", script, join(folder, "wards.zip")], { encoding: "utf8" });
  assert.equal(told, `['datapackage.json', 'wards.csv']\n${WARDS}\n`);
});

test("the planted problems appear as the reader tells them, each at its place", async (t) => {
  const folder = root("tests/own/planted");
  const { page } = await bench(t);
  const expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8"));
  await page.setInputFiles("#files", ["datapackage.json", "entities.csv", "facts.csv"].map((name) => join(folder, name)));
  await settled(page);
  assert.equal((await problems(page)).length, expected.count);
  const inTables = (list) => list.filter((place) => place.includes(".csv")).sort();
  const told = (await problems(page)).map(([, place]) => place.replace(/^(.*\.csv), line (\d+).*$/, "$1 $2"));
  assert.deepEqual(inTables(told), inTables(expected.problems.map(({ file, line }) => `${file} ${line}`)));
  const marked = await page.locator("#table tr").evaluateAll((rows) => rows.filter((row) => row.querySelector(".error")).map((row) => `entities.csv ${row.cells[0].textContent.replace(/\D/g, "") || 1}`));
  assert.deepEqual(marked.sort(), [...new Set(inTables(told).filter((place) => place.startsWith("entities")))].sort());
  // What is about no single field is called by what is around it.
  assert.deepEqual((await problems(page)).slice(0, 3).map(([, place]) => place), ["Source and licence", "Dataset › Title English", "Languages offered"]);
  for (const pointer of ["/title", "/resources/0/schema/fields/3/aggregate"]) {
    assert.notEqual(await page.locator(`[id="told:${pointer}"]`).innerText(), "", pointer);
  }
  // A problem of another table leads there.
  await page.locator("#problems .place", { hasText: "facts.csv" }).first().click();
  assert.equal(await page.locator("#table caption").innerText(), "facts.csv");
  assert.ok(await page.evaluate(() => document.activeElement.closest("#table") !== null));
});

test("a column that nobody has is told of all columns", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS.replace("x5", "5")));
  await fillIn(page);
  await page.selectOption(role("kind"), "none");
  await settled(page);
  assert.deepEqual(await problems(page), [["error", "Columns"]]);
  await page.locator("#problems .place").click();
  assert.ok(await page.evaluate(() => document.activeElement.closest("section").querySelector("h3").textContent === "Columns"));
  silent(record);
});

test("warnings stand apart from errors, at their fields and cells, and a dataset that has no more is shown and saved", async (t) => {
  const { page, record } = await bench(t);
  const table = `code,name,kind,beds\n10001,Same,public,1\n2002,Same,private,2\n10003,C,public,x\n10004,D,private,1000\n`;
  await bring(page, file("wards.csv", table));
  await fillIn(page);
  const warnings = () => page.locator("#warnings li").evaluateAll((items) => items.map((item) => [item.className, item.querySelector(".place").textContent]));
  assert.deepEqual([await problems(page), await warnings()], [[["error", "wards.csv, line 4, beds"]], []], "rows with mistakes say nothing");
  assert.ok(await page.locator("#warned").isHidden());
  await page.locator("#table input").fill("3");
  await page.locator("#table input").press("Tab");
  await settled(page);
  assert.deepEqual(await problems(page), []);
  assert.deepEqual((await warnings()).map(([kind, place]) => `${kind} ${place}`), ["warning beds", "warning wards.csv, line 3, code", "warning wards.csv, line 3, name"]);
  assert.equal(await page.locator("#verdict").innerText(), "Warnings: 3");
  assert.match(await page.locator('[data-area="/resources/0/schema/fields/3"] > .told').innerText(), /50 times/);
  const marks = page.locator("#table td.warning input");
  assert.deepEqual(await marks.evaluateAll((all) => all.map((node) => [node.value, node.getAttribute("aria-invalid")])), [["2002", null], ["Same", null]]);
  await page.locator("#warnings .place").last().click();
  assert.ok(await marks.last().evaluate((node) => node === document.activeElement), "a warning leads to its cell");
  for (const [lang, words] of [["zh-Hans", "3处提醒"], ["zh-Hant", "3處提醒"]]) {
    await page.locator(`button[data-lang="${lang}"]`).click();
    assert.equal(await page.locator("#verdict").innerText(), words);
  }
  await ready(page, PREVIEW);
  assert.equal(await page.locator("#preview-how").innerText(), "");
  assert.equal(await page.locator("#unfinished").innerText(), "");
  const folder = { "datapackage.json": await saved(page, "datapackage.json"), "wards.csv": await saved(page, "wards.csv") };
  const told = await validated(t, folder).then(() => "", ({ stdout }) => stdout);
  assert.deepEqual([...told.matchAll(/^error\[(.*?)\]/gm)].map(([, code]) => code).sort(), ["duplicate-name", "leading-zeros", "log-scale"], "the command tells them as well, as errors where it is strict");
  silent(record);
});

test("a package keeps what the form does not know", async (t) => {
  const folder = root("www/gallery/datasets/countries-by-income");
  const given = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
  const table = given.resources[0].path;
  const { page, record } = await bench(t, "zh-Hans");
  const marked = { ...given, "x-desk": { kept: [1, "二"] } };
  await page.setInputFiles("#files", [file("datapackage.json", JSON.stringify(marked)), { name: table, mimeType: "text/csv", buffer: await readFile(join(folder, table)) }]);
  await settled(page);
  assert.equal(String(await saved(page, "datapackage.json")), JSON.stringify(marked), "what nobody touches is saved as it was");
  await page.fill(at("/title"), "Countries");
  await settled(page);
  assert.deepEqual(JSON.parse(await saved(page, "datapackage.json")), { ...marked, title: "Countries" });
  await ready(page, PREVIEW);
  silent(record);
});

test("a package in one file comes in and goes out", async (t) => {
  const path = root("www/gallery/datasets/countries-by-income/countries-by-income.json");
  const { page, record } = await bench(t);
  await page.setInputFiles("#files", path);
  await settled(page);
  assert.deepEqual(await problems(page), []);
  await ready(page, PREVIEW);
  const name = `${JSON.parse(await readFile(path, "utf8")).name}.json`;
  await validated(t, { [name]: await saved(page, name) });
  silent(record);
});

test("other encodings, other separators and pasted cells", async (t) => {
  const { page } = await bench(t, "zh-Hans");
  // 代码,名称,类别,床位 / a,甲,一类,5 / b,乙,二类,6 in GB 18030
  const bytes = Buffer.from("b4fac2eb2cc3fbb3c62cc0e0b1f02cb4b2cebb0a612cbcd72cd2bbc0e02c350a622cd2d22cb6fec0e02c360a", "hex");
  await bring(page, { name: "gb.csv", mimeType: "text/csv", buffer: bytes });
  assert.match(await page.locator("#notice").innerText(), /gb18030/);
  assert.deepEqual(await page.locator("#table thead th span:first-child").allInnerTexts(), ["代码", "名称", "类别", "床位"]);
  assert.match(String(await saved(page, "gb.csv")), /^\ufeff代码,名称/, "spreadsheets know it by its mark");
  await bring(page, file("mark.csv", "\ufeffcode,name,class,size\na,甲,x,1\nb,乙,y,2\n"));
  assert.deepEqual(await page.locator("#table thead th span:first-child").allInnerTexts(), ["code", "name", "class", "size"]);
  assert.match(String(await saved(page, "mark.csv")), /^\ufeffcode/);
  await bring(page, file("semi.csv", "code;name;class;size\na;A;x;1,5\nb;B;y;2,5\n"));
  assert.deepEqual(await page.locator("#table tbody tr:first-child td").allInnerTexts(), ["a", "A", "x", "1,5"]);
  await page.locator(".paste summary").click();
  await page.fill("#cells", "code\tname\tclass\tsize\na\tA, the first\tx\t1\nb\tB\ty\t2\n");
  await page.click("#use-cells");
  await settled(page);
  assert.equal(String(await saved(page, "table.csv")), 'code,name,class,size\na,"A, the first",x,1\nb,B,y,2\n');
});

test("another encoding keeps what was filled in, for the columns and classes that there still are", async (t) => {
  const { page, record } = await bench(t, "zh-Hans");
  const table = "code,name,kind,床位,beds,year\na,甲,one,5,x,2001\nb,乙,二类,6,2,2002\nc,丙,one,7,3,2003\nd,丁,二类,8,4,2004\n";
  // In GB 18030.
  const signs = { 床: "b4b2", 位: "cebb", 甲: "bcd7", 乙: "d2d2", 二: "b6fe", 类: "c0e0", 丙: "b1fb", 丁: "b6a1" };
  const bytes = Buffer.from([...table].map((sign) => signs[sign] ?? Buffer.from(sign).toString("hex")).join(""), "hex");
  await bring(page, { name: "gb.csv", mimeType: "text/csv", buffer: bytes });
  await page.selectOption("#encoding", "windows-1252");
  await settled(page);
  const columns = () => page.locator("#table thead th span:first-child").allInnerTexts();
  assert.deepEqual(await columns(), ["code", "name", "kind", "´²Î»", "beds", "year"]);
  await page.fill(at("/title"), "床位数");
  await page.fill(at("/entity/many"), "家医院");
  await page.fill(at("/sources/0/title"), "医院名录");
  await page.selectOption(role("beds"), "value");
  await page.fill(at("/licenses/0/name"), "CC0-1.0");
  for (const index of [3, 4]) await page.selectOption(field(index, "unit"), "-");
  await page.fill(field(4, "title"), "床");
  await page.selectOption(role("year"), "group");
  await page.fill(field(2, "categories/0/label"), "第一类");
  await settled(page);
  await page.locator("#table input").fill("3");
  await page.locator("#table input").press("Tab");
  await settled(page);
  await page.selectOption("#encoding", "gb18030");
  await settled(page);
  assert.deepEqual(await columns(), ["code", "name", "kind", "床位", "beds", "year"]);
  assert.deepEqual([await page.inputValue(at("/title")), await page.inputValue(at("/entity/many")), await page.inputValue(at("/sources/0/title"))], ["床位数", "家医院", "医院名录"]);
  const { schema } = JSON.parse(await saved(page, "datapackage.json")).resources[0];
  assert.deepEqual(schema.fields.map(({ name, role, type }) => `${name} ${role ?? type}`), ["code code", "name name", "kind tier", "床位 integer", "beds integer", "year group"]);
  assert.equal(schema.fields.find(({ name }) => name === "beds").title, "床");
  assert.deepEqual(schema.fields.find(({ name }) => name === "kind").categories.map(({ value, label }) => [value, label]), [["one", "第一类"], ["二类", "二类"]]);
  assert.match(String(await saved(page, "gb.csv")), /^a,甲,one,5,3,2001$/m, "a cell that was corrected stays so");
  // Back and forth, nothing is lost.
  const written = String(await saved(page, "datapackage.json"));
  for (const encoding of ["windows-1252", "gb18030"]) {
    await page.selectOption("#encoding", encoding);
    await settled(page);
  }
  assert.equal(String(await saved(page, "datapackage.json")), written);
  silent(record);
});

test("a file whose name cannot stand in an address gets another name, in the descriptor and where it is saved", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("beds #1 (100%)?.csv", WARDS.replace("x5", "5")));
  assert.match(await page.locator("#notice").innerText(), /beds -1 \(100-\)-\.csv/);
  await fillIn(page);
  assert.deepEqual(await problems(page), []);
  const package_ = String(await saved(page, "datapackage.json"));
  assert.equal(JSON.parse(package_).resources[0].path, "beds -1 (100-)-.csv");
  await validated(t, { "datapackage.json": package_, "beds -1 (100-)-.csv": String(await saved(page, "beds -1 (100-)-.csv")) });
  // A package that names such files.
  const given = JSON.parse(package_);
  given.resources[0].path = "a#1.csv";
  given.resources.push({ name: "grid", path: "a?1.csv", schema: { fieldsMatch: "subset", fields: [] } });
  await bring(page, file("datapackage.json", JSON.stringify(given), "application/json"), file("a#1.csv", WARDS.replace("x5", "5")), file("a?1.csv", "code,row,col\nH1,1,1\nH2,1,2\nH3,1,3\nH4,2,1\nH5,2,2\nH6,2,3\n"));
  const { resources } = JSON.parse(await saved(page, "datapackage.json"));
  assert.deepEqual(resources.map(({ path }) => path), ["a-1.csv", "a-1-2.csv"]);
  assert.deepEqual((await problems(page)).filter(([kind]) => kind === "error"), []);
  assert.match(await saved(page, "a-1-2.csv").then(String), /^code,row/);
  silent(record);
});

test("what is no table is refused in words, and what was there stays", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  for (const [name, content, pattern] of [["book.xlsx", "PK\u0003\u0004", /workbook/], ["empty.csv", "", /empty/], ["head.csv", "a,b\n", /no rows/], ["login.csv", "<!DOCTYPE html>\n<title>Sign in, please</title>\n<p>a, b</p>\n", /^The file is a web page, or XML, not CSV\. Open its address/]]) {
    await page.setInputFiles("#files", file(name, content));
    await page.waitForFunction((pattern) => new RegExp(pattern).test(document.getElementById("notice").textContent), pattern.source);
  }
  await page.locator('button[data-lang="zh-Hans"]').click();
  assert.match(await page.locator("#notice").innerText(), /^文件是网页或XML，不是CSV。在浏览器里打开它的网址/);
  await page.locator('button[data-lang="en"]').click();
  assert.equal(await page.locator("#table caption").innerText(), "wards.csv");
  for (const text of ['{"name": }', "[]", '{"resources": [{"schema": {"fields": [null]}}]}', '{"resources": 5, "sources": {"0": 1}}']) {
    await bring(page, file("datapackage.json", text, "application/json"));
    assert.ok((await problems(page)).length > 0, text);
    assert.ok(await page.locator("#form").isHidden(), text);
    assert.equal(String(await saved(page, "datapackage.json")), text);
  }
  silent(record);
});

const HOSPITALS = `编码,医院,等级,床位,门诊费(元),建院,占比
H01,第一医院,三级甲等,"1,204",35.5,1951,12%
H02,中医院,三级甲等,860,28,1956,8.5％
H03,妇幼保健院,三级乙等,,30.25,1987,
H05,城西医院,二级甲等,280,41,1998,7%
H05,铁路医院,二级乙等,95,18,1949,3 %

H10,口腔医院,三级乙等,40,40,1995,5%,多一格
`;

test("percentages, years and a code that stands twice: what a table means is guessed, and what is wrong stands at its cell", async (t) => {
  const { page, record } = await bench(t, "zh-Hans");
  await bring(page, file("hospitals.csv", HOSPITALS));
  const roles = await page.locator('[data-at*="/fields/role:"]').evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(roles, ["code", "name", "tier", "value", "value", "value", "value"]);
  assert.match(await page.locator("#notice").innerText(), /百分号.*占比/);
  assert.deepEqual([await page.inputValue(field(5, "type")), await page.locator(field(5, "unit")).inputValue(), await page.inputValue(field(6, "unit"))], ["year", "-", "percent"]);
  for (const [pointer, text] of [["/title", "医院"], ["/entity/many", "家医院"], ["/sources/0/title", "名录"], ["/licenses/0/name", "CC0-1.0"]]) await page.fill(at(pointer), text);
  for (const index of [3, 4]) await page.selectOption(field(index, "unit"), "-");
  await settled(page);
  assert.deepEqual(await problems(page), [["error", "hospitals.csv第6行，编码"], ["error", "hospitals.csv第8行"]]);
  assert.match(await page.locator("#table-how").innerText(), /^共6行，这里显示6行/, "a blank row is none");
  // Figures stand below each other by their ends.
  const ends = await page.locator("#table tbody tr:first-child td").evaluateAll((all) => all.map((node) => getComputedStyle(node).textAlign));
  assert.deepEqual(ends, ["start", "start", "start", "end", "end", "end", "end"]);
  await page.getByLabel("编码，第6行").fill("H06");
  await page.getByLabel("编码，第6行").press("Tab");
  await settled(page);
  // The extra cell is there, the others of its row can take what is in it, and it goes when it is empty.
  await page.locator("#problems .place").click();
  assert.equal(await page.evaluate(() => document.activeElement.value), "多一格");
  assert.equal(await page.locator("#table tbody tr").last().locator("input").count(), 8);
  await page.getByLabel("医院，第8行").fill("口腔医院（多一格）");
  await page.getByLabel("医院，第8行").press("Tab");
  await settled(page);
  await page.getByLabel("多出的单元格1，第8行").fill("");
  await page.getByLabel("多出的单元格1，第8行").press("Tab");
  await settled(page);
  assert.deepEqual(await problems(page), []);
  const [package_, csv] = [String(await saved(page, "datapackage.json")), String(await saved(page, "hospitals.csv"))];
  assert.equal(csv, HOSPITALS.replace("H05,铁路", "H06,铁路").replace("口腔医院", "口腔医院（多一格）").replace(",多一格", ""));
  assert.doesNotMatch(package_, /HOST/);
  await validated(t, { "datapackage.json": package_, "hospitals.csv": csv });
  silent(record);
});

test("a column that is chosen as numbers may have percent signs or years, and the kind of number can be chosen", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("rates.csv", "id,name,kind,rate\nA1,Alpha,x,12%\nA2,Beta,y,8.5%\nA3,Gamma,x,\n"));
  await page.selectOption(field(3, "unit"), "-");
  await settled(page);
  assert.deepEqual((await problems(page)).filter(([, place]) => /line/.test(place)).map(([, place]) => place), ["rates.csv, line 2, rate", "rates.csv, line 3, rate"]);
  await page.selectOption(field(3, "unit"), "percent");
  await settled(page);
  assert.deepEqual((await problems(page)).filter(([, place]) => /line/.test(place)), []);
  await page.selectOption(role("rate"), "group");
  await page.selectOption(role("rate"), "none");
  await page.selectOption(role("rate"), "value");
  assert.equal(await page.inputValue(field(3, "unit")), "percent");
  // Without the role that is lacking, its own word tells.
  await page.locator('button[data-lang="zh-Hans"]').click();
  await page.selectOption(role("id"), "none");
  await settled(page);
  assert.match(await page.locator("#problems").innerText(), /用途为“代码”的列/);
  await bring(page, file("lakes.csv", "code,name,kind,seen\nA1,Alpha,x,999\nA2,Beta,y,2001\nA3,Gamma,x,1950\n"));
  assert.equal(await page.inputValue(field(3, "type")), "integer");
  await page.selectOption(field(3, "type"), "year");
  await settled(page);
  const { type, unit } = JSON.parse(await saved(page, "datapackage.json")).resources[0].schema.fields[3];
  assert.deepEqual([type, unit], ["year", undefined]);
  silent(record);
});

test("the same table, corrected elsewhere and taken again, keeps what was filled in; another one does not", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  await fillIn(page);
  await page.locator('[id="down:public"]').click();
  await page.fill(at("/edition"), "2024");
  await page.fill(field(2, "categories/1/label"), "Public ones");
  await settled(page);
  // In another order, with another class.
  const corrected = "code,name,kind,beds,opened\nH3,Hill Clinic,private,9,2003-01-01\nH1,General Hospital,public,812,2001-01-01\nH7,Mission,church,30,1901-01-01\nH8,Abbey,church,3,1801-01-01\n";
  await bring(page, file("wards.csv", corrected));
  assert.match(await page.locator("#notice").innerText(), /what you filled in is kept/);
  assert.deepEqual(await problems(page), []);
  assert.deepEqual([await page.inputValue(at("/title")), await page.inputValue(at("/edition")), await page.inputValue(at("/licenses/0/name"))], ["Hospital beds", "2024", "CC-BY-4.0"]);
  const { fields } = JSON.parse(await saved(page, "datapackage.json")).resources[0].schema;
  assert.deepEqual(fields[2].categories.map(({ value, label }) => `${value} ${label}`), ["private Private", "public Public ones", "church Church"]);
  assert.deepEqual([fields[3].name, fields[3].unit], ["beds", undefined]);
  assert.equal(String(await saved(page, "wards.csv")), corrected);
  // The table of a package keeps its descriptor.
  const package_ = String(await saved(page, "datapackage.json"));
  await bring(page, file("datapackage.json", package_, "application/json"), file("wards.csv", corrected));
  await bring(page, file("wards.csv", corrected.replace("Mission", "Old Mission")));
  assert.equal(String(await saved(page, "datapackage.json")), package_);
  assert.match(String(await saved(page, "wards.csv")), /Old Mission/);
  for (const [name, table] of [["wards.csv", corrected.replace("opened", "closed")], ["clinics.csv", corrected]]) {
    await bring(page, file(name, table));
    assert.equal(await page.inputValue(at("/edition")), "", name);
    assert.doesNotMatch(await page.locator("#notice").innerText(), /kept/, name);
  }
  silent(record);
});

test("roles, order, languages and units, by keyboard alone", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS.replace("x5", "5")));
  await fillIn(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator('[id="down:public"]').focus();
  await press("Enter");
  assert.deepEqual(await page.locator(".classes .label").allInnerTexts(), ["private", "public"]);
  assert.equal(await focused(page), "up:public", "the focus goes along");
  await page.locator(field(3, "unit")).focus();
  await page.selectOption(field(3, "unit"), "+");
  await page.keyboard.type("beds");
  await press("Enter");
  await settled(page);
  assert.equal(await page.locator(field(3, "unit")).inputValue(), "beds");
  await page.locator('[id="language:zh-Hans"]').focus();
  await press("Space");
  await page.fill(at("/title@zh-Hans"), "医院床位");
  await settled(page);
  const written = JSON.parse(await saved(page, "datapackage.json"));
  assert.deepEqual(written.languages, ["en", "zh-Hans"]);
  assert.deepEqual([await page.locator(at("/entity/many@zh-Hans")).count(), await page.locator(at("/entity/one@zh-Hans")).count()], [1, 0], "Chinese has no singular");
  assert.deepEqual(written.units, [{ name: "beds", many: "beds" }]);
  assert.equal(written["title@zh-Hans"], "医院床位");
  assert.deepEqual(written.resources[0].schema.fields[2].categories.map(({ value }) => value), ["private", "public"]);
  await page.locator('[id="language:zh-Hans"]').focus();
  await press("Space");
  await settled(page);
  assert.equal(JSON.parse(await saved(page, "datapackage.json"))["title@zh-Hans"], undefined);
  silent(record);
});

test("a role that a column takes in passing goes back to the column that had it", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS.replace("x5", "5").replace("code,name", "id,ward")));
  await fillIn(page);
  await page.fill(field(2, "categories/0/label"), "Public ones");
  await settled(page);
  const roles = () => page.locator('[data-at*="/fields/role:"]').evaluateAll((all) => all.map(({ value }) => value));
  const before = [await roles(), String(await saved(page, "datapackage.json"))];
  assert.deepEqual(before[0], ["code", "name", "tier", "value", "none"]);
  await page.locator(role("beds")).focus();
  for (const expected of [["code", "name", "none", "tier", "none"], ["code", "none", "tier", "name", "none"], ["none", "name", "tier", "code", "none"]]) {
    await page.keyboard.press("ArrowUp");
    assert.deepEqual(await roles(), expected);
  }
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await settled(page);
  assert.deepEqual([await roles(), String(await saved(page, "datapackage.json"))], before);
  // A column that has got another role meanwhile keeps that one.
  await page.selectOption(role("beds"), "tier");
  await page.selectOption(role("kind"), "group");
  await page.selectOption(role("beds"), "value");
  assert.deepEqual(await roles(), ["code", "name", "group", "value", "none"]);
  // So does a role that a third column has taken.
  for (const [column, word] of [["kind", "tier"], ["beds", "tier"], ["opened", "tier"], ["beds", "value"]]) await page.selectOption(role(column), word);
  assert.deepEqual(await roles(), ["code", "name", "none", "value", "tier"]);
  silent(record);
});

test("a column that becomes an indicator by choice keeps the signs of its numbers", async (t) => {
  const { page, record } = await bench(t);
  const table = "code,name,tier,beds,meals\nH1,Park,public,812,12.0\nH2,Hill,public,74,<5\nH3,Lake,private,9,c\nH4,Wood,private,8,d\nH5,Sea,private,7,e\n";
  await bring(page, file("schools.csv", table));
  await fillIn(page);
  assert.equal(await page.inputValue(role("meals")), "none");
  await page.selectOption(role("meals"), "value");
  await settled(page);
  const { fields } = JSON.parse(await saved(page, "datapackage.json")).resources[0].schema;
  assert.deepEqual(fields.at(-1), { name: "meals", type: "number", title: "meals", unit: "", bareNumber: false, aggregate: "median" });
  assert.ok(!(await problems(page)).some((problem) => problem.includes("<5")));
  silent(record);
});

test("a column that is not used is not, also where its name is a role", async (t) => {
  const { page, record } = await bench(t);
  const table = "code,name,tier,beds,group,short\nH1,General Hospital,public,812,North,GH\nH2,Lake Clinic,private,74,South,LC\nH3,Hill Clinic,private,9,South,HC\n";
  await bring(page, file("wards.csv", table));
  await fillIn(page);
  const roles = () => page.locator('[data-at*="/fields/role:"]').evaluateAll((all) => all.map(({ value }) => value));
  const fields = async () => JSON.parse(await saved(page, "datapackage.json")).resources[0].schema.fields;
  const unused = (name) => ({ name, type: "string", role: "none" });
  assert.deepEqual(await roles(), ["code", "name", "tier", "value", "group", "short"], "by their names alone");
  const before = await fields();
  for (const name of ["group", "short"]) await page.selectOption(role(name), "none");
  await settled(page);
  assert.deepEqual(await roles(), ["code", "name", "tier", "value", "none", "none"]);
  assert.deepEqual(await fields(), [...before, unused("group"), unused("short")]);
  assert.deepEqual(await problems(page), []);
  const files = { "datapackage.json": await saved(page, "datapackage.json"), "wards.csv": table };
  await validated(t, files);
  // What the descriptor says the form says when it is taken again.
  await bring(page, ...Object.entries(files).map(([name, text]) => file(name, text)));
  assert.deepEqual(await roles(), ["code", "name", "tier", "value", "none", "none"]);
  // What must be there is missed then, and comes back as it was.
  for (const [name, index] of [["code", 0], ["name", 1], ["tier", 2]]) {
    await page.selectOption(role(name), "none");
    await settled(page);
    assert.equal(await page.inputValue(role(name)), "none");
    assert.notEqual((await problems(page)).length, 0, name);
    await page.selectOption(role(name), name);
    await settled(page);
    assert.deepEqual((await fields())[index], before[index]);
    assert.deepEqual(await problems(page), []);
  }
  // A column that loses its role to another one is not used either, until that one gives it back.
  await page.selectOption(role("short"), "code");
  assert.deepEqual(await roles(), ["none", "name", "tier", "value", "none", "code"]);
  await page.selectOption(role("short"), "none");
  assert.deepEqual(await roles(), ["code", "name", "tier", "value", "none", "none"]);
  await settled(page);
  assert.deepEqual(await fields(), [...before, unused("group"), unused("short")]);
  silent(record);
});

test("the focus goes on where its control goes away", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  await fillIn(page);
  const press = async (name, key = "Enter") => {
    await page.locator(`[id="${name}"]`).focus();
    await page.keyboard.press(key);
  };
  await press("remove:public");
  assert.equal(await focused(page), "remove:private", "the next class");
  await press("add-classes");
  assert.equal(await focused(page), "at:/resources/0/schema/fields/2/categories/1/label", "the first class that was added");
  await press("remove:public");
  assert.equal(await focused(page), "remove:private", "the class before");
  await press("remove:private");
  assert.equal(await focused(page), "add-classes", "where no class is left");
  await press("add-classes");
  for (let count = 0; count < 2; count++) await press("add-source");
  await press("remove-source:1");
  assert.equal(await focused(page), "remove-source:1", "the next source");
  await press("remove-source:1");
  assert.equal(await focused(page), "add-source", "the only source is not removed");
  await page.selectOption(field(3, "unit"), "+");
  await page.keyboard.type("beds");
  await page.keyboard.press("Enter");
  await press("remove-unit:beds");
  assert.equal(await focused(page), "at:/resources/0/schema/fields/3/unit", "the number that needs another unit");
  await page.selectOption(field(3, "unit"), "-");
  await settled(page);
  const cell = page.locator("#table input");
  await cell.fill("5");
  await cell.press("Enter");
  await settled(page);
  assert.equal(await cell.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), "cells", "the table of the cell");
  silent(record);
});

test("a button that saves keeps the focus while the data is read, also when its file gets another name", async (t) => {
  const { page, record } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  for (const [name, pointer, text] of [["datapackage.json", "/title", "Hospital beds"], ["wards.zip", "/name", "beds"], ["wards.csv", "/edition", "2024"]]) {
    await page.fill(at(pointer), text);
    const button = page.locator(`[data-save="${name}"]`);
    const id = await button.getAttribute("id");
    await button.focus();
    await settled(page);
    assert.equal(await focused(page), id, name);
  }
  assert.deepEqual(await page.locator("[data-save]").evaluateAll((all) => all.map(({ dataset }) => dataset.save)), ["beds.zip", "datapackage.json", "wards.csv", "beds.json"]);
  // Another dataset has other files.
  await bring(page, file("clinics.csv", WARDS));
  assert.deepEqual(await page.locator("[data-save]").allInnerTexts(), ["All of it (clinics.zip)", "datapackage.json", "clinics.csv", "One file (clinics.json)"]);
  assert.match(String(await saved(page, "clinics.csv")), /^code,name/);
  silent(record);
});

test("files can be dropped, and a folder chosen", async (t) => {
  const { page } = await bench(t);
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "wards.csv", { type: "text/csv" }));
    const fire = (type) => document.getElementById("drop").dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    if (fire("dragover")) throw new Error("the browser would take the file");
    if (!document.getElementById("drop").matches(".over")) throw new Error("nothing says that it may be dropped");
    fire("drop");
  }, WARDS);
  await settled(page);
  assert.equal(await page.locator("#table caption").innerText(), "wards.csv");
  await page.setInputFiles("#folder", root("www/gallery/datasets/countries-by-income"));
  await page.waitForFunction(() => document.querySelector("#table caption")?.textContent === "countries.csv");
  await settled(page);
  assert.deepEqual(await problems(page), []);
});

test("classes can be dragged", async (t) => {
  const { page } = await bench(t);
  await bring(page, file("wards.csv", WARDS));
  const classes = page.locator(".classes li");
  await classes.nth(1).locator(".label").dragTo(classes.nth(0).locator(".label"));
  assert.deepEqual(await page.locator(".classes .label").allInnerTexts(), ["private", "public"]);
});

test("the last good view stays while there are errors", async (t) => {
  const { page } = await bench(t);
  await bring(page, file("wards.csv", WARDS.replace("x5", "5")));
  await fillIn(page);
  await ready(page, PREVIEW);
  await page.fill(at("/title"), "A {brace}");
  await settled(page);
  assert.match(await page.locator("#preview-how").innerText(), /as it was before/);
  assert.match(await page.locator(`${PREVIEW} [part=heading]`).innerText(), /Beds|beds|Hospital/);
  assert.equal(await page.locator(at("/title")).getAttribute("aria-invalid"), "true");
});

test("while somebody types, one reading runs at a time, and the last text is the one that is read", async (t) => {
  const { page, record } = await bench(t);
  const rows = Array.from({ length: 30_000 }, (_, index) => `c${index},Name ${index},${index % 2 ? "x" : "y"},${index}\n`);
  await bring(page, file("big.csv", `code,name,class,size\n${rows.join("")}`));
  await fillInBig(page);
  for (const letter of "A {bad} title") {
    await page.locator(at("/title")).pressSequentially(letter);
    await page.waitForTimeout(320);
  }
  await settled(page);
  assert.deepEqual((await problems(page)).map(([, place]) => place), ["Dataset › Title"]);
  await page.fill(at("/title"), "A good title");
  await settled(page);
  assert.deepEqual(await problems(page), []);
  silent(record);
});

test("nothing leaves the page, and nothing is kept", async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
  const address = await serveFor(t, { headersFor: () => ({ "Content-Security-Policy": policy }) });
  const { page, record } = await bench(t, "en", { at: address });
  await bring(page, file("wards.csv", WARDS.replace("x5", "5")));
  await fillIn(page);
  await ready(page, PREVIEW);
  await saved(page, "wards.zip");
  const sent = record.requests.filter((request) => !request.startsWith("blob:")).map((request) => new URL(request));
  assert.ok(sent.length > 10);
  for (const { origin, pathname, search } of sent) {
    assert.equal(origin, address);
    assert.match(pathname, /^\/(data\.html|favicon\.(svg|ico)|(gallery|county-chains)\/[\w.-]+|[\w-]+\.(js|css))$/);
    assert.ok(search === "" || pathname === "/data.html", search);
  }
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]), [0, 0, "", 0, 0]);
  silent(record);
});

test("problems are told in the words of the page, and every kind has some", async (t) => {
  const { PROBLEMS } = await import("../../www/gallery/data-problem-words.js");
  const { WORDS } = await import("../../www/gallery/data-words.js");
  const { FORM } = await import("../../www/gallery/data-form-words.js");
  const source = await readFile(root("src/package/problem.rs"), "utf8");
  const codes = [...source.matchAll(/= "([a-z-]+)", (?:Error|Warning);/g)].map(([, code]) => `problem.${code}`);
  for (const lang of ["zh-Hans", "zh-Hant"]) {
    assert.deepEqual(Object.keys(PROBLEMS[lang]), codes);
    for (const [code, words] of Object.entries({ ...PROBLEMS[lang], ...WORDS[lang], ...FORM[lang] })) {
      assert.doesNotMatch(words, /[\u4e00-\u9fff] [\w]|[\w] [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:?!]/u, code);
    }
  }
  for (const words of [WORDS, FORM]) {
    assert.deepEqual(Object.keys(words["zh-Hans"]).filter((key) => !(key in words.en) || !(key in words["zh-Hant"])), []);
    assert.deepEqual(Object.keys(words.en).sort(), Object.keys(words["zh-Hant"]).sort());
  }
  const { page } = await bench(t, "zh-Hans");
  await bring(page, file("wards.csv", WARDS));
  await fillIn(page);
  const told = () => page.locator("#problems .kind").innerText();
  assert.equal(await told(), PROBLEMS["zh-Hans"]["problem.type-error"]);
  await page.locator('button[data-lang="zh-Hant"]').click();
  assert.equal(await told(), PROBLEMS["zh-Hant"]["problem.type-error"]);
  await page.locator('button[data-lang="en"]').click();
  assert.match(await told(), /^[A-Z].*\.$/);
  assert.equal(await page.inputValue(at("/title")), "Hospital beds", "what was filled in stays");
  assert.doesNotMatch(await page.locator("main").innerText(), /[\u4e00-\u9fff](?<![简体繁體])/);
});

test("it fits every width, and axe finds nothing, with a dataset that has problems", async (t) => {
  const runs = [["zh-Hans", "light", 1280], ["en", "dark", 360], ["zh-Hant", "dark", 760]];
  for (const [lang, colorScheme, width] of runs) {
    const { page, record } = await bench(t, lang, { colorScheme, viewport: { width, height: 900 } });
    await bring(page, file("wards.csv", WARDS));
    await page.selectOption(role("beds"), "value");
    await settled(page);
    assert.deepEqual(await findings(page, `${lang} ${colorScheme} ${width}`), []);
    for (const narrow of [280, 360, 560, 760, 1080, 1280]) {
      await page.setViewportSize({ width: narrow, height: 740 });
      await frames(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${lang} ${narrow}`);
    }
    silent(record);
    await page.context().close();
  }
});

test("every language opens whole", async (t) => {
  for (const lang of LANGUAGES) {
    const { page, record } = await bench(t, lang);
    await page.locator("h1").waitFor();
    await frames(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
    for (const text of await page.locator("[data-t]").allTextContents()) assert.ok(text && text !== "undefined");
    silent(record);
  }
});
