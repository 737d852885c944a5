// What a script takes from the element by its methods.

import assert from "node:assert/strict";
import { events, listening, state } from "./element.mjs";
import { blank, drawn, silent, test } from "./support.mjs";

test("toSVG gives a well-formed picture of what is asked and changes nothing", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: listening });
  await events(page);
  const pictures = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [{}, { width: 400 }, { chart: "map", lang: "zh-Hant", theme: "dark", county: "350582" }, { chart: "shares", tiers: [1] }, { chart: "pie" }].map((options) => {
      const svg = element.toSVG(options);
      const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
      const strangers = [...root.querySelectorAll("script, foreignObject, style, image, use, a, parsererror, [style], [href], [onload], [id]")].map(({ nodeName }) => nodeName);
      return { name: root.nodeName, width: root.getAttribute("width"), lang: root.getAttribute("lang"), text: root.textContent, strangers };
    });
  });
  assert.deepEqual(pictures.map(({ name }) => name), Array(5).fill("svg"));
  assert.deepEqual(pictures.flatMap(({ strangers }) => strangers), []);
  assert.deepEqual(pictures.map(({ width }) => width), ["760", "400", "760", "760", "760"]);
  assert.deepEqual(pictures.map(({ lang }) => lang), ["en", "en", "zh-Hant", "en", "en"]);
  assert.match(pictures[0].text, /trillion/);
  assert.match(pictures[2].text, /晉江/);
  assert.equal(pictures[4].text, pictures[0].text, "a bad option is ignored");
  assert.match(pictures[0].text, /Source: /, "the picture carries its source");
  assert.deepEqual(await events(page), []);
  assert.equal((await state(page)).chart, "tiers");
  silent(record);
});

test("toCSV gives all rows, or those of the selection", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="tiers" tiers="1 2" lang="en"></county-chains>');
  const [all, one, selection] = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.toCSV(), element.toCSV({ scope: "all" }), element.toCSV({ scope: "selection" })];
  });
  assert.equal(all, one);
  const rows = (csv) => csv.split("\r\n").map((line) => line.split(",")[0]);
  for (const tier of ["1", "2", "3", "4"]) assert.ok(rows(all).some((head) => head.includes(tier)), `tier ${tier} in all`);
  assert.ok(rows(selection).length < rows(all).length);
  assert.ok(!selection.includes("Tier 3"));
});

test("cite speaks the language that is asked, or the widget's own", async (t) => {
  const { page } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const [own, english, simplified, traditional] = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    return [element.cite(), element.cite("en-GB"), element.cite("zh-CN"), element.cite("zh-TW")];
  });
  assert.equal(own, english);
  assert.match(english, /White Paper/i);
  assert.match(simplified, /白皮书.*\[R\]/s);
  assert.match(traditional, /白皮書/);
  for (const citation of [english, simplified, traditional]) assert.match(citation, /2024/);
});

test("the embed code of each kind, pasted, shows the same again", async (t) => {
  const attributes = 'chart="shares" tiers="1 4" lang="zh-Hant" theme="dark" controls="filter table" heading="A &quot;&lt;b&gt;"';
  const { page } = await drawn(t, `<county-chains ${attributes}></county-chains>`);
  const [plain, element, frame, still] = await page.evaluate(() => {
    const widget = document.querySelector("county-chains");
    return [widget.embedCode(), ...["element", "iframe", "static"].map((kind) => widget.embedCode({ kind }))];
  });
  assert.equal(plain, element);
  const { page: pasted, record } = await drawn(t, element, { head: "" });
  const lively = (state) => ({ ...state, controls: [...state.controls] });
  assert.deepEqual(lively(await state(pasted)), lively(await state(page)));
  assert.ok(await pasted.evaluate(() => document.querySelector("county-chains > figure svg") !== null), "with the twin inside");
  silent(record);

  const address = await page.evaluate((frame) => {
    const { body } = new DOMParser().parseFromString(frame, "text/html");
    const found = body.querySelector("iframe");
    return { src: found.src, title: found.title, sandbox: found.getAttribute("sandbox"), others: body.children.length };
  }, frame);
  const query = new URL(address.src).searchParams;
  assert.deepEqual([query.get("chart"), query.get("tiers"), query.get("lang"), query.get("theme"), query.get("controls")], ["shares", "1~4", "zh-Hant", "dark", "filter~table"]);
  assert.ok(address.title.length > 3);
  assert.equal(address.sandbox, "allow-scripts allow-downloads allow-popups");
  assert.equal(address.others, 1);

  assert.match(still, /^<figure[\s>]/);
  assert.doesNotMatch(still, /<script(?! type="application\/ld\+json")|\sstyle=|\son[a-z]+=/i);
  const message = await page.evaluate(() => {
    try {
      return document.querySelector("county-chains").embedCode({ kind: "poster" });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /poster.*element, iframe, static/);
});

test("methods called too early say what to wait for", async (t) => {
  const { page } = await blank(t, '<div style="height:9000px"></div><county-chains></county-chains>');
  const messages = await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const element = document.querySelector("county-chains");
    return ["toSVG", "toCSV", "cite", "embedCode", "toPNG"].map((name) => {
      try {
        element[name]();
        return "no error";
      } catch (error) {
        return error.message;
      }
    });
  });
  for (const message of messages) assert.match(message, /ready/);
});

test("methods keep working while the element is out of the page", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const svg = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.remove();
    element.chart = "map";
    return [element.toSVG(), element.state.chart];
  });
  assert.match(svg[0], /^<svg/);
  assert.equal(svg[1], "map");
  silent(record);
});
