// Datasets of a page's own: how they come, what stays when they do not, and what they never do.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { embed } from "./frames.mjs";
import { assertSame, blank, drawing, drawn, frames, page as opened, pause, ready, serve, serveFor, set, shown, silent, test, until } from "./support.mjs";

const FOLDER = "/gallery/datasets/countries-by-income";
const COUNTRIES = `${FOLDER}/datapackage.json`;
const AUTHORITIES = "/gallery/datasets/uk-authorities/datapackage.json";
const FUJIAN = "/gallery/datasets/fujian-2024/datapackage.json";
const WHOLE = `${FOLDER}/countries-by-income.json`;

const file = (path) => readFile(fileURLToPath(new URL(`../../www${path}`, import.meta.url)));
const tag = (attributes) => `<county-chains loading="eager" ${attributes}></county-chains>`;
const requested = ({ requests }, part) => requests.filter((address) => address.includes(part));

/** Waits until the widget shows the dataset with this name. */
async function shows(page, name) {
  await page.locator("county-chains").first().getByText(name).first().waitFor();
  await frames(page);
}

/** Sets the dataset to what `make`, which runs in the page, gives for `value`. */
const give = (page, make, value) => page.evaluate(([make, value]) => {
  document.querySelector("county-chains").dataset = (0, eval)(`(${make})`)(value);
}, [String(make), value]);

/** Waits for the events of so many errors. @returns {Promise<object[]>} */
async function errors(record, count) {
  await until(record, ({ events }) => events.length >= count);
  return record.events;
}

/* What they look like */

test("a tag without twin is as high as what it shows of another dataset", async (t) => {
  const { page, record } = await blank(t, "");
  // Both ends are on the screen; below it, nobody sees the height change.
  await page.setViewportSize({ width: 600, height: 4000 });
  const sources = [{}, { src: AUTHORITIES }, { dataset: JSON.parse(String(await file(WHOLE))) }];
  const heights = await page.evaluate((sources) => Promise.all(sources.map((source) => new Promise((resolve) => {
    const settings = { lang: "en", chart: "shares", loading: "eager" };
    const element = Object.assign(document.createElement("county-chains"), settings, source);
    element.addEventListener("county-chains-ready", () => resolve(element.shadowRoot.querySelector(".frame > div").style.minHeight));
    document.body.append(element);
  }))), sources);
  assert.match(heights[0], /^\d+px$/);
  assert.deepEqual(heights.slice(1), ["", ""]);
  silent(record);
});

test("a heading in Chinese breaks within no number", async (t) => {
  const { page, record } = await drawn(t, tag('lang="zh-Hans"'));
  await give(page, () => ({
    name: "rivers", title: "河流", languages: ["zh-Hans"], sources: [{ title: "虚构" }], licenses: [{ name: "CC0-1.0" }],
    units: [{ name: "points", many: "点" }],
    resources: [{
      name: "entities", data: [["code", "name", "kind", "change"], ...[10.75, 10.75, 11.5, 11.5, 12.25, 12.25].map((change, place) => [`R${place}`, `河${place}`, `k${place % 2}`, change])],
      schema: { fields: [
        { name: "code", type: "string" }, { name: "name", type: "string" }, { name: "change", type: "number", title: "优良断面比例变化", unit: "points", decimals: 6 },
        { name: "kind", type: "string", role: "tier", categories: ["k0", "k1"] },
      ] },
    }],
  }));
  await shows(page, "优良断面比例变化");
  await set(page, { chart: "strip" });
  for (let width = 240; width <= 480; width += 20) {
    await page.setViewportSize({ width, height: 900 });
    await frames(page);
    const lines = await page.evaluate(() => {
      const { firstChild: text } = document.querySelector("county-chains").shadowRoot.querySelector(".heading");
      return [...text.data.matchAll(/[\d.]+/g)].map(({ index, 0: number }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + number.length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      });
    });
    assert.ok(lines.length >= 3);
    assert.deepEqual(lines.filter((count) => count !== 1), [], `at ${width}`);
  }
  silent(record);
});

test("whatever classes are called, their names stay in their chips, and the page as wide as it is", async (t) => {
  const names = {
    lines: ["Cities with more than a million people", "Towns of middling size in the south"],
    sentence: ["Authorities that were created by the reorganisation of the year 2023 out of former counties and districts, including those that kept their old names", "Others"],
    han: [..."甲乙丙丁戊己庚辛壬癸子丑"].map((first) => `${first}类：位于沿海地区并且常住人口超过一百万人的综合性大型县级行政单位以及国家级开发区`),
    word: ["Llanfairpwllgwyngyll".repeat(4), "Short"],
  };
  const { page, record } = await drawn(t, tag('lang="en"'));
  for (const [key, labels] of Object.entries(names)) {
    await give(page, (labels) => ({
      name: labels[0].slice(0, 5), title: labels[0], sources: [{ title: "Made up" }], licenses: [{ name: "CC0-1.0" }],
      resources: [{
        name: "entities", data: [["code", "name", "kind", "size"], ...labels.map((label, place) => [`T${place}`, `Thing ${place}`, `k${place}`, place + 1])],
        schema: { fields: [
          { name: "code", type: "string" }, { name: "name", type: "string" }, { name: "size", type: "number", aggregate: "sum" },
          { name: "kind", type: "string", role: "tier", categories: labels.map((label, place) => ({ value: `k${place}`, label })) },
        ] },
      }],
    }), labels);
    await shows(page, labels.at(-1));
    // A card has names as well.
    await set(page, { chart: "strip", county: "T0" });
    for (const width of [280, 360, 560, 760]) {
      await page.setViewportSize({ width, height: 900 });
      await frames(page);
      const found = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("county-chains");
        const chips = [...shadowRoot.querySelectorAll("button[data-tier]")];
        const isOut = (chip) => {
          const { left, right, top, bottom } = chip.getBoundingClientRect();
          return [...chip.children].some((child) => {
            const box = child.getBoundingClientRect();
            return box.left < left || box.right > right || box.top < top + 5 || box.bottom > bottom - 5;
          });
        };
        return { page: document.scrollingElement.scrollWidth, out: chips.filter(isOut).length, chips: chips.length };
      });
      assert.deepEqual(found, { page: width, out: 0, chips: labels.length }, `${key} at ${width}`);
    }
  }
  silent(record);
});

/* How they come */

test("an address: attributes wait for the data, and script and part come with them alone", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="strip" indicator="life_expectancy" county="NOR" tiers="high_income low_income"`));
  await shows(page, "Countries by income group");
  assert.equal((await shown(page)).chart, "strip");
  assert.equal((await shown(page)).tiers, "high_income low_income");
  assert.deepEqual(await page.evaluate(() => {
    const { indicator, county, state } = document.querySelector("county-chains");
    return [indicator, county, state.tiers];
  }), ["life_expectancy", "NOR", ["high_income", "low_income"]]);
  for (const name of ["own.js", "own.wasm"]) assert.equal(requested(record, name).length, 1, name);
  const tabs = page.locator("county-chains [role=tab]");
  assert.deepEqual(await tabs.evaluateAll((all) => all.map(({ dataset }) => dataset.chart)), ["tiers", "shares", "map", "strip"]);
  silent(record);

  const { page: plain, record: without } = await drawn(t, tag(""));
  await plain.evaluate(() => document.querySelector("county-chains").complete());
  assert.deepEqual(requested(without, ".own."), []);
});

/** Holds the script for datasets back until the function that this returns is called. */
function held(page) {
  let release;
  const free = new Promise((resolve) => (release = resolve));
  return page.route("**/county-chains.own.js", (route) => free.then(() => route.fallback())).then(() => release);
}

test("until the script for datasets has come, nothing wrong is shown, and what is set last counts", async (t) => {
  let release;
  const { page, record } = await blank(t, tag(`src="${COUNTRIES}" tiers="low_income"`), { before: async (page) => (release = await held(page)) });
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await until(record, () => requested(record, "own.js").length === 1);
  await pause(page, 300);
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-chart]")), null);
  await page.evaluate((src) => document.querySelector("county-chains").setAttribute("src", src), "/nowhere.json");
  await give(page, (text) => {
    const dataset = JSON.parse(text);
    // It is read at once.
    setTimeout(() => (dataset.resources.length = 0));
    return dataset;
  }, String(await file(WHOLE)));
  await pause(page, 100);
  release();
  await ready(page);
  await shows(page, "Countries by income group");
  assert.equal((await shown(page)).tiers, "low_income");
  assert.deepEqual(requested(record, "nowhere.json"), []);
  silent(record);
});

test("what is taken back before the script for datasets has come changes nothing", async (t) => {
  let release;
  const { page, record } = await drawn(t, tag('tiers="1 2"'), { before: async (page) => (release = await held(page)) });
  const before = await drawing(page);
  await page.evaluate((src) => {
    const element = document.querySelector("county-chains");
    element.setAttribute("src", src);
    element.tiers = "2 3";
    element.removeAttribute("src");
    element.tiers = "1 2";
  }, COUNTRIES);
  await frames(page);
  assertSame(await drawing(page), before, "the widget is as before");
  release();
  await pause(page, 300);
  assertSame(await drawing(page), before, "the widget is as before");
  assert.deepEqual(requested(record, "datapackage"), []);
  silent(record);
});

test("without the script for datasets the view stays, one event tells it, and the next dataset tries again", async (t) => {
  let fails = true;
  const before = (page) => page.route("**/county-chains.own.js", (route) => (fails ? route.fulfill({ status: 404, body: "" }) : route.fallback()));
  const { page, record } = await drawn(t, tag(""), { before });
  const good = await drawing(page);
  await set(page, { src: COUNTRIES, indicator: "life_expectancy" });
  const [{ code, message }, ...more] = await errors(record, 1);
  assert.deepEqual([code, more], ["wasm-fetch", []]);
  assert.match(message, /^the script county-chains\.own\.js cannot be loaded .* Serve all files/);
  await frames(page);
  assertSame(await drawing(page), good, "the view has changed");
  fails = false;
  await set(page, { src: AUTHORITIES, indicator: null });
  await shows(page, "local authorit");

  const twin = "<figure><figcaption>The static version</figcaption></figure>";
  fails = true;
  const { page: first, record: failed } = await blank(t, `<county-chains loading="eager" src="${COUNTRIES}">${twin}</county-chains>`, { before });
  assert.deepEqual((await errors(failed, 1)).map(({ code }) => code), ["wasm-fetch"]);
  await frames(first);
  assert.ok(await first.locator("figcaption").isVisible(), "the static version stays");
});

test("a script for datasets of another build is refused", async (t) => {
  const body = String(await readFile(fileURLToPath(new URL("../../pkg/dist/county-chains.own.js", import.meta.url))));
  const [build] = /"[0-9a-f]{12}"/.exec(body);
  const before = (page) => page.route("**/county-chains.own.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: body.replace(build, '"000000000000"') }));
  const { record } = await drawn(t, tag(""), { before }).then(async (opened) => {
    await set(opened.page, { src: COUNTRIES });
    return opened;
  });
  const [{ code, message }] = await errors(record, 1);
  assert.equal(code, "wasm-fetch");
  assert.match(message, /another version/);
});

test("an object, and null, which brings the data inside back", async (t) => {
  const { page, record } = await drawn(t, tag('tiers="1 2" data-note="kept"'));
  const before = await drawing(page);
  await give(page, (text) => JSON.parse(text), String(await file(WHOLE)));
  await shows(page, "Countries by income group");
  assert.equal((await shown(page)).tiers, "high_income upper_middle_income lower_middle_income low_income");
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").dataset.note), "kept");
  await give(page, () => null);
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]").dataset.tiers === "1 2");
  await frames(page);
  assertSame(await drawing(page), before, "the widget is as before");
  silent(record);
});

test("the further styles come with the first dataset, and follow the widget into another document", async (t) => {
  const { page, record } = await drawn(t, tag("") + '<iframe srcdoc="<!doctype html><body>"></iframe>');
  const seen = () => page.evaluate(() => {
    const element = window.kept || document.querySelector("county-chains");
    const root = element.shadowRoot.querySelector(".root");
    const style = element.ownerDocument.defaultView.getComputedStyle(root);
    return [element.shadowRoot.adoptedStyleSheets.length, style.maxWidth, style.getPropertyValue("--tier-12").trim()];
  });
  const [, width] = await seen();
  assert.deepEqual(await seen(), [1, width, ""]);
  await give(page, (text) => JSON.parse(text), String(await file(WHOLE)));
  await shows(page, "Countries by income group");
  const all = [2, width, "#750000"];
  assert.deepEqual(await seen(), all);
  await page.evaluate(() => document.querySelector("iframe").contentDocument.body.append(window.kept = document.querySelector("county-chains")));
  assert.deepEqual(await seen(), all);
  silent(record);
});

test("tiers by number are those of the dataset they are written for, and its words from then on", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" tiers="4 2"`));
  await shows(page, "Countries by income group");
  const chosen = "upper_middle_income low_income";
  assert.equal((await shown(page)).tiers, chosen);
  assert.deepEqual(await page.evaluate(() => document.querySelector("county-chains").state.tiers), chosen.split(" "));
  await page.evaluate(() => (document.querySelector("county-chains").state = { tiers: [1] }));
  await frames(page);
  assert.equal((await shown(page)).tiers, "high_income");
  // Those of another dataset say nothing here, whether it has words or numbers for them.
  await set(page, { src: AUTHORITIES, tiers: null });
  await shows(page, "UK local authorities");
  const all = (await shown(page)).tiers;
  assert.equal(all.split(" ").length, 8);
  await set(page, { src: FUJIAN });
  await shows(page, "GDP of each tier");
  await set(page, { tiers: "1 2" });
  assert.equal((await shown(page)).tiers, "1 2");
  await set(page, { src: AUTHORITIES });
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector('[data-tier="UA"]'));
  await frames(page);
  assert.equal((await shown(page)).tiers, all);
  silent(record);
});

test("removing the address brings the data inside back, whatever was chosen meanwhile", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="strip"`));
  await shows(page, "Countries by income group");
  await set(page, { src: null });
  assert.equal((await shown(page)).chart, "tiers");
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").hasAttribute("chart")), false);
  silent(record);
});

test("another dataset keeps what it has of what was chosen", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="strip" indicator="life_expectancy" heading="Ours"`));
  await set(page, { src: AUTHORITIES });
  await page.waitForFunction(() => document.querySelector("county-chains").indicator !== "life_expectancy");
  await frames(page);
  assert.equal((await shown(page)).chart, "strip");
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").heading), "Ours");
  silent(record);
});

test("a chart that one dataset does not have comes back with the next that has it, unless another is chosen meanwhile", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="strip" indicator="life_expectancy"`));
  await shows(page, "Countries by income group");
  const now = () => page.evaluate(() => {
    const { chart, indicator } = document.querySelector("county-chains");
    return [chart, indicator];
  });
  const go = async (src, name, attributes = {}) => {
    await set(page, { src, ...attributes });
    await shows(page, name);
    await page.waitForFunction((src) => !document.querySelector("county-chains").shadowRoot.querySelector("[aria-busy]"), src);
    return now();
  };
  const [, without] = await go(FUJIAN, "GDP of each tier");
  assert.deepEqual([(await now())[0], without], ["tiers", "gdp"]);
  assert.deepEqual(await go(COUNTRIES, "Countries by income group"), ["strip", "life_expectancy"]);
  // A choice in between counts.
  await go(FUJIAN, "GDP of each tier");
  await set(page, { chart: "shares" });
  assert.deepEqual(await go(COUNTRIES, "Countries by income group"), ["shares", "life_expectancy"]);
  await go(COUNTRIES, "Countries by income group", { chart: "strip" });
  await go(FUJIAN, "GDP of each tier", { chart: "tiers" });
  assert.equal((await go(COUNTRIES, "Countries by income group"))[0], "tiers");
  silent(record);

  // What the tag asks for is told as a mistake while there is no such chart, and still stands there.
  const { page: other, record: told } = await drawn(t, tag(`src="${FUJIAN}" chart="strip"`));
  await shows(other, "GDP of each tier");
  await set(other, { src: COUNTRIES });
  await shows(other, "Countries by income group");
  assert.equal((await shown(other)).chart, "strip");
  assert.deepEqual(told.events.map(({ code }) => code), ["bad-attribute"]);
});

test("what is set for a dataset that fails at once is not checked against the one that stays", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}"`));
  await shows(page, "Countries by income group");
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    const endless = {};
    endless.itself = endless;
    element.indicator = "of-the-new-one";
    element.dataset = endless;
    element.setAttribute("tiers", "also-of-the-new-one");
  });
  await errors(record, 1);
  await frames(page);
  await pause(page, 100);
  assert.deepEqual(record.events.map(({ code }) => code), ["bad-dataset"]);
  assert.equal((await shown(page)).tiers.split(" ").length, 4);
});

test("after a dataset that has failed, properties, state and events tell what is shown, and what is chosen later counts", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" lang="en"`));
  await shows(page, "Countries by income group");
  await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    window.told = [];
    element.addEventListener("county-chains-change", ({ detail }) => window.told.push(detail.state.tiers));
    element.src = "/nowhere.json";
    element.tiers = "low_income";
    element.chart = "shares";
  });
  await errors(record, 1);
  await frames(page);
  const known = () => page.evaluate(() => {
    const { tiers, chart, state } = document.querySelector("county-chains");
    return [tiers, chart, state.tiers.join(" "), state.chart, window.told.map((tiers) => tiers.join(" "))];
  });
  const all = (await shown(page)).tiers;
  assert.deepEqual(await known(), [all, "tiers", all, "tiers", []]);
  await page.locator('county-chains [data-action="tier:high_income"], county-chains [data-tier]').first().click();
  await frames(page);
  const [tiers, , ofState, , told] = await known();
  assert.notEqual(tiers, all);
  assert.deepEqual([ofState, told], [tiers, [tiers]]);
  await set(page, { src: AUTHORITIES });
  await shows(page, "UK local authorities");
  assert.equal((await shown(page)).chart, "shares", "what nobody has chosen since is what the page has set for the next dataset");
  await set(page, { src: COUNTRIES });
  await page.locator("county-chains").getByText("Countries by income group").first().waitFor();
  await frames(page);
  assert.equal((await known())[0], tiers);
});

test("a name that the new data does not have is told once, when they are there", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" indicator="wealth"`));
  await shows(page, "Countries by income group");
  const [{ code, message }, ...more] = await errors(record, 1);
  assert.equal(code, "bad-attribute");
  assert.match(message, /^indicator="wealth" is ignored: .*life_expectancy/);
  assert.deepEqual(more, []);
});

test("what is set while the element is out of the page for a moment is there when it is back", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}"`));
  await shows(page, "Countries by income group");
  const moved = (change, value) => page.evaluate(([change, value]) => {
    const element = document.querySelector("county-chains");
    element.remove();
    (0, eval)(`(${change})`)(element, value);
    document.body.append(element);
  }, [String(change), value]);
  await moved((element, src) => element.setAttribute("src", src), AUTHORITIES);
  await shows(page, "UK local authorities");
  await moved((element, text) => (element.dataset = JSON.parse(text)), String(await file(WHOLE)));
  await shows(page, "Countries by income group");
  await moved((element, src) => element.setAttribute("src", src), "/nowhere.json");
  assert.deepEqual((await errors(record, 1)).map(({ code }) => code), ["dataset-fetch"]);
  await shows(page, "Countries by income group");
});

test("a lazy widget asks for nothing before it comes near", async (t) => {
  const far = '<div style="height:6000px"></div>';
  const { page, record } = await blank(t, `${far}<county-chains src="${COUNTRIES}"></county-chains>`, { viewport: { width: 800, height: 600 } });
  await page.evaluate(() => customElements.whenDefined("county-chains").then(() => 0));
  await frames(page);
  await pause(page, 300);
  assert.deepEqual([...requested(record, "datapackage"), ...requested(record, ".wasm")], []);
  await page.evaluate(() => scrollTo(0, 5500));
  await ready(page);
  await shows(page, "Countries by income group");
});

test("no cookie and no address of the page go along", async (t) => {
  let headers;
  const before = (page) => page.route(`**${COUNTRIES}`, (route) => {
    headers = route.request().headers();
    return route.fallback();
  });
  const { page } = await drawn(t, tag(`src="${COUNTRIES}"`), { before });
  assert.ok(headers);
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  await shows(page, "Countries by income group");
});

/* What stays when they do not come */

const BAD = {
  "a login page": { answer: { contentType: "text/html", body: "<!DOCTYPE html><title>Log in</title>" }, code: "bad-dataset", message: /a web page/ },
  "nothing there": { answer: { status: 404, body: "" }, code: "dataset-fetch", message: /404/ },
  "no JSON": { answer: { body: '{"name": }' }, code: "bad-dataset", message: /bad\.json:1:10/ },
  "a host without CORS": { code: "dataset-fetch", message: /CORS headers/ },
};

for (const [name, { answer, code, message }] of Object.entries(BAD)) {
  test(`${name}: one event, one line, and the last good view stays`, async (t) => {
    const before = (page) => answer && page.route("**/bad.json", (route) => route.fulfill({ contentType: "application/json", ...answer }));
    const headersFor = () => ({ "Access-Control-Allow-Origin": "https://nobody.example" });
    const src = answer ? "/bad.json" : `${await serveFor(t, { headersFor })}${COUNTRIES}`;
    const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="map"`), { before });
    await shows(page, "Countries by income group");
    const good = await drawing(page);
    await set(page, { src, indicator: "elsewhere" });
    const [event, ...more] = await errors(record, 1);
    assert.deepEqual([event.code, more], [code, []]);
    assert.match(event.message, message);
    assert.equal(record.console.filter((line) => line.startsWith("county-chains:")).length, 1);
    await frames(page);
    assertSame(await drawing(page), good, "the view has changed");
    await set(page, { src: AUTHORITIES, indicator: null });
    await shows(page, "local authorit");
  });
}

test("null asks again for an address that has failed, and tells if it fails again", async (t) => {
  let fails = true;
  const answer = async () => (fails ? { status: 404, body: "" } : { contentType: "application/json", body: await file(WHOLE) });
  const before = (page) => page.route("**/later.json", async (route) => route.fulfill(await answer()));
  const { page, record } = await drawn(t, tag(`src="${AUTHORITIES}"`), { before });
  await give(page, (text) => ({ ...JSON.parse(text), title: "Countries of the page" }), String(await file(WHOLE)));
  await shows(page, "Countries of the page");
  const good = await drawing(page);
  await set(page, { src: "/later.json" });
  await errors(record, 1);
  await give(page, () => null);
  const codes = (await errors(record, 2)).map(({ code }) => code);
  assert.deepEqual(codes, ["dataset-fetch", "dataset-fetch"]);
  await frames(page);
  assertSame(await drawing(page), good, "the view has changed");
  fails = false;
  await give(page, () => null);
  await shows(page, "Countries by income group");
  assert.equal(record.events.length, 2);
  await give(page, () => null);
  await pause(page, 300);
  assert.equal(requested(record, "later.json").length, 3, "what is shown is not asked for again");
});

test("the message of an error names an error, however many warnings stand before it in the file", async (t) => {
  for (const count of [120, 1_001]) {
    const blanks = ",,,,,,,,,\n".repeat(count);
    const table = String(await file(`${FOLDER}/countries.csv`)).replace("\n", `\n${blanks}`).replace("low_income,", "low_incom,");
    const before = (page) => page.route("**/countries.csv", (route) => route.fulfill({ contentType: "text/csv", body: table }));
    const { page, record } = await blank(t, `<county-chains loading="eager" src="${COUNTRIES}"></county-chains>`, { before });
    const [{ code, message, problems }] = await errors(record, 1);
    assert.equal(code, "bad-dataset");
    assert.match(message, /“low_incom” is no class/);
    assert.ok(message.endsWith(`(and ${count} more)`), message);
    assert.deepEqual([problems.length, problems.filter(({ severity }) => severity === "error").length], [100, 1]);
    await page.close();
  }
});

test("mistakes in a table are told with their places, at most a hundred of them", async (t) => {
  const table = String(await file(`${FOLDER}/countries.csv`)).replace(/_income,/g, "_incom,");
  const before = (page) => page.route("**/countries.csv", (route) => route.fulfill({ contentType: "text/csv", body: table }));
  const twin = "<figure><figcaption>The static version</figcaption></figure>";
  const { page, record } = await blank(t, `<county-chains loading="eager" src="${COUNTRIES}">${twin}</county-chains>`, { before });
  const [{ code, message, problems }] = await errors(record, 1);
  assert.equal(code, "bad-dataset");
  assert.equal(problems.length, 100);
  assert.match(message, /countries\.csv:2:\d+: .* \(and \d+ more\)$/);
  const { file: name, line, pointer, found, allowed, severity } = problems[0];
  assert.deepEqual([name, line, severity], ["countries.csv", 2, "error"]);
  assert.match(pointer, /^\/resources\/0\/data\/1\/\d+$/);
  assert.match(found, /_incom$/);
  assert.match(allowed, /high_income/);
  assert.ok(await page.locator("figcaption").isVisible(), "the static version stays");
  await set(page, { src: AUTHORITIES });
  await ready(page);
});

test("objects that are no plain data are refused, and nothing stays of them", async (t) => {
  const { page, record } = await drawn(t, tag(""));
  const before = await drawing(page);
  const circle = () => { const a = { name: "a" }; a.a = a; return a; };
  const throwing = () => ({ get name() { throw new RangeError("of the page"); } });
  const number = () => ({ name: 10n });
  const text = () => "datapackage.json";
  for (const [index, make] of [circle, throwing, number, text].entries()) {
    await give(page, make);
    await errors(record, index + 1);
  }
  const { events } = record;
  assert.deepEqual(events.map(({ code }) => code), Array(4).fill("bad-dataset"));
  const reasons = [/contains itself/, /of the page/, /BigInt/, /no object/];
  events.forEach(({ message, problems }, index) => {
    assert.match(message, reasons[index]);
    assert.equal(problems.length, 1);
  });
  assertSame(await drawing(page), before, "the view has changed");
  assert.deepEqual(record.errors, []);
});

test("numbers that JSON has not are errors at their cells, and no gaps", async (t) => {
  const { page, record } = await drawn(t, tag(""));
  const before = await drawing(page);
  const numbers = { NaN, Infinity, "-Infinity": -Infinity };
  const made = (number) => ({
    name: "t", title: "T", sources: [{ title: "S" }], licenses: [{ name: "CC0-1.0" }],
    resources: [{
      name: "entities", data: [["code", "name", "kind", "size"], ["A", "A", "x", 1], ["B", "B", "y", number]],
      schema: { fields: [
        { name: "code", type: "string" }, { name: "name", type: "string" },
        { name: "kind", type: "string", role: "tier", categories: ["x", "y"] }, { name: "size", type: "number" },
      ] },
    }],
  });
  for (const [index, number] of Object.values(numbers).entries()) {
    await page.evaluate((dataset) => (document.querySelector("county-chains").dataset = dataset), made(number));
    await errors(record, index + 1);
  }
  const told = record.events.map(({ problems }) => problems.map(({ code, pointer, found }) => [code, pointer, found]));
  assert.deepEqual(told, Object.keys(numbers).map((found) => [["number-range", "/resources/0/data/2/3", found]]));
  assertSame(await drawing(page), before, "the view has changed");
  assert.deepEqual(record.errors, []);
});

test("the newest request wins, and its attributes", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = (page) => page.route("**/slow/datapackage.json", async (route) => {
    await held;
    await route.fulfill({ contentType: "application/json", body: await file(WHOLE) }).catch(() => {});
  });
  const { page, record } = await drawn(t, tag(""), { before });
  await set(page, { lang: "en" });
  await page.evaluate(() => document.querySelector("county-chains").setAttribute("src", "/slow/datapackage.json"));
  await page.evaluate((src) => document.querySelector("county-chains").setAttribute("src", src), AUTHORITIES);
  await shows(page, "local authorit");
  release();
  await pause(page, 300);
  await shows(page, "local authorit");
  silent({ ...record, console: record.console.filter((line) => !/ERR_ABORTED/.test(line)) });
});

test("a trap costs no dataset: all widgets go on with what they show", async (t) => {
  const { page, record } = await drawn(t, tag(`src="${COUNTRIES}" chart="strip"`) + tag(""));
  const before = await drawing(page);
  await page.evaluate(() => {
    document.querySelector("county-chains").indicator = "life_expectancy";
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (...values) {
      if (!(this.getRootNode() instanceof ShadowRoot)) return setAttribute.apply(this, values);
      Element.prototype.setAttribute = setAttribute;
      throw new Error("of the page");
    };
  });
  const [{ code }] = await errors(record, 1);
  assert.equal(code, "render");
  await set(page, { indicator: null });
  await shows(page, "Countries by income group");
  assertSame(await drawing(page), before, "the widget is as before");
  assert.equal(requested(record, "datapackage.json").length, 1);
  assert.equal(requested(record, "own.wasm").length, 1);
});

/* What they never do */

test("nothing is fetched that is not below the descriptor", async (t) => {
  const planted = JSON.parse(await file(COUNTRIES));
  const paths = ["https://other.example/a.csv", "../a.csv", "/a.csv", "%2e%2e/a.csv", "a/..%2fb.csv"];
  planted.resources = paths.map((path, index) => ({ ...planted.resources[0], name: index ? `more-${index}` : "entities", path }));
  const before = (page) => page.route("**/planted/folder/datapackage.json", (route) => route.fulfill({ json: planted }));
  const { page, record } = await blank(t, tag('src="/planted/folder/datapackage.json"'), { before });
  const [{ code }] = await errors(record, 1);
  assert.equal(code, "bad-dataset");
  await frames(page);
  const origin = await serve();
  const outside = record.requests.filter((address) => !address.startsWith(`${origin}/county-chains/`) && !address.startsWith(`${origin}/planted/folder/`));
  assert.deepEqual(outside, [`${origin}/blank.html`]);
});

test("the strict policy is enough", async (t) => {
  const { page, record } = await opened(t, "/policies/strict.html");
  await ready(page);
  await set(page, { src: COUNTRIES, lang: "en" });
  await shows(page, "Countries by income group");
  for (const chart of ["shares", "map", "strip", "tiers"]) {
    await set(page, { chart });
    assert.equal((await shown(page)).chart, chart);
  }
  silent(record);
});

test("only elements with the same dataset share a group", async (t) => {
  const { page } = await drawn(t, [COUNTRIES, COUNTRIES, ""].map((src) => tag(`group="a" ${src && `src="${src}"`}`)).join(""));
  await set(page, { tiers: "low_income" });
  const tiers = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => element.tiers));
  assert.deepEqual(tiers, ["low_income", "low_income", "1 2 3 4"]);
});

test("elements that read the same dataset at the same time show one, and so share a group", async (t) => {
  for (const address of [COUNTRIES, WHOLE]) {
    const { page, record } = await drawn(t, Array(3).fill(tag(`group="a" src="${address}"`)).join(""));
    await set(page, { tiers: "low_income" });
    const tiers = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => element.tiers));
    assert.deepEqual(tiers, Array(3).fill("low_income"), address);
    silent(record);
  }
});

test("a frame shows the folder that its address names, and says so in its link", async (t) => {
  const origin = await serve();
  const before = async (page) => {
    for (const name of ["datapackage.json", "countries.csv"]) {
      const body = await file(`${FOLDER}/${name}`);
      await page.route(`**/county-chains/data/countries/${name}`, (route) => route.fulfill({ body }));
    }
  };
  const { page, record } = await opened(t, await embed("data=countries&chart=strip&tiers=1~2&lang=en"), { before });
  await ready(page);
  await shows(page, "Countries by income group");
  assert.equal((await shown(page)).tiers, "high_income upper_middle_income");
  const [link, frame, element] = await page.evaluate(() => {
    const widget = document.querySelector("county-chains");
    return [widget.link, ...["iframe", "element"].map((kind) => widget.embedCode({ kind }))];
  });
  assert.ok(link.startsWith(`${origin}/county-chains/embed.html?data=countries&chart=strip&`), link);
  assert.ok(link.includes("&tiers=high_income~upper_middle_income&"), link);
  assert.ok(frame.includes("embed.html?data=countries&amp;chart=strip"), frame);
  assert.ok(element.includes(` src="${origin}/county-chains/data/countries/datapackage.json"`), element);
  silent(record);

  const { page: none, record: failed } = await opened(t, await embed("data=nowhere&lang=en"));
  const [{ code }] = await errors(failed, 1);
  assert.equal(code, "dataset-fetch");
  await none.getByText("The chart could not be shown.").waitFor();
  assert.equal(await none.getByText("Fujian").count(), 0);
  const look = await none.getByText("The chart could not be shown.").evaluate((node) => [getComputedStyle(node).fontFamily, node.getBoundingClientRect().left, node.getBoundingClientRect().top]);
  assert.match(look[0], /sans-serif$/);
  assert.ok(look[1] >= 16 && look[2] >= 16, `${look}`);

  for (const query of ["data=../x", "data=Countries", "src=/x.json", "data=https://other.example"]) {
    const { page: plain, record: without } = await opened(t, await embed(`${query}&lang=en`));
    await ready(plain);
    assert.equal((await shown(plain)).tiers, "1 2 3 4");
    assert.deepEqual(without.requests.filter((address) => /datapackage|x\.json|own\.wasm/.test(address) && !address.includes("?")), []);
  }
});

test("what cannot be linked to is not linked to", async (t) => {
  const { page } = await drawn(t, tag(`src="${COUNTRIES}"`));
  const codes = () => page.evaluate(() => {
    const widget = document.querySelector("county-chains");
    return [widget.link, widget.embedCode({ kind: "iframe" }), widget.embedCode()];
  });
  const origin = await serve();
  const [link, frame, element] = await codes();
  assert.deepEqual([link, frame], ["", ""]);
  assert.ok(element.includes(` src="${origin}${COUNTRIES}"`), element);
  await give(page, (text) => JSON.parse(text), String(await file(WHOLE)));
  await page.waitForFunction(() => !document.querySelector("county-chains").embedCode().includes("src="));
  assert.match((await codes())[2], /^<figure/);
});

test("a thousand datasets, one after the other, leave the memory level", async (t) => {
  const before = (page) => page.addInitScript(() => {
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...args) => {
      const made = await instantiate(...args);
      if (made.exports.memory) window.memories.push(made.exports.memory);
      return made;
    };
  });
  const { page, record } = await drawn(t, tag(""), { before });
  const whole = String(await file(WHOLE));
  const { most, instances } = await page.evaluate(async (whole) => {
    const element = document.querySelector("county-chains");
    const frame = () => new Promise(requestAnimationFrame);
    const size = () => window.memories.at(-1).buffer.byteLength;
    let most = 0;
    for (let round = 0; round < 1000; round++) {
      const dataset = JSON.parse(whole);
      dataset.title = `Countries, round ${round}`;
      element.dataset = dataset;
      while (!element.shadowRoot.textContent.includes(dataset.title)) await frame();
      most = Math.max(most, size());
    }
    return { most, instances: window.memories.length };
  }, whole);
  assert.ok(instances > 1, "no instance was replaced, so the test says nothing");
  assert.ok(most < 48 << 20, `${most} bytes`);
  silent(record);
});
