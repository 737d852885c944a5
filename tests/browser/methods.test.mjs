// What a script takes from the element by its methods.

import assert from "node:assert/strict";
import { events, listening, state } from "./element.mjs";
import { blank, drawn, silent, test } from "./support.mjs";

test("toSVG gives a well-formed picture of what is asked and changes nothing", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: listening });
  await events(page);
  const pictures = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    await element.complete();
    return [{}, { width: 400 }, { chart: "map", lang: "zh-Hant", theme: "dark", county: "350582" }, { chart: "shares", tiers: [1] }].map((options) => {
      const svg = element.toSVG(options);
      const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
      const strangers = [...root.querySelectorAll("script, foreignObject, style, image, use, a, parsererror, [style], [href], [onload], [id]")].map(({ nodeName }) => nodeName);
      return { name: root.nodeName, width: root.getAttribute("width"), lang: root.getAttribute("lang"), text: root.textContent, strangers };
    });
  });
  assert.deepEqual(pictures.map(({ name }) => name), Array(4).fill("svg"));
  assert.deepEqual(pictures.flatMap(({ strangers }) => strangers), []);
  assert.deepEqual(pictures.map(({ width }) => width), ["760", "400", "760", "760"]);
  assert.deepEqual(pictures.map(({ lang }) => lang), ["en", "en", "zh-Hant", "en"]);
  assert.match(pictures[0].text, /trillion/);
  assert.match(pictures[2].text, /晉江/);
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
  assert.match(english, /\[Data set\].*news article.*White Paper/i);
  assert.match(simplified, /\[DS\].*关于.*白皮书.*的一篇报道/s);
  assert.match(traditional, /關於.*白皮書.*的一篇報道/);
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
  // What goes through editors describes nothing to search engines unless asked.
  const described = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    await element.complete();
    return ["element", "static"].map((kind) => element.embedCode({ kind, jsonLd: true }));
  });
  for (const code of described) assert.equal(code.match(/<script type="application\/ld\+json">/g).length, 1);
  assert.equal(described[1].replace(/<script.*<\/script>/, ""), still);
  for (const code of [plain, still]) assert.equal(code.indexOf("\n"), code.length - 1, "one line, which Markdown takes as a whole");
  assert.doesNotMatch(still, /<script|\sstyle=|\son[a-z]+=/i);
  const message = await page.evaluate(() => {
    try {
      return document.querySelector("county-chains").embedCode({ kind: "poster" });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /poster.*element, iframe, static/);
});

test("a page gets what methods need when it asks for ready, after the chart, and again after a trap", async (t) => {
  const { page, record } = await blank(t, '<county-chains loading="eager" lang="en"></county-chains>');
  const exports = () => record.requests.filter((address) => address.endsWith(".export.wasm")).length;
  await page.locator("county-chains [data-tiers]").waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(exports(), 0, "most pages never ask");
  const told = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const attempt = () => {
      try {
        return typeof element.toSVG();
      } catch (error) {
        return error.message;
      }
    };
    const before = attempt();
    return [before, (await element.ready) === element && attempt(), element.ready === element.ready];
  });
  assert.deepEqual(told, ["this takes more than is loaded; await element.ready, or complete() for another chart", "string", true]);
  const after = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const { createElementNS } = Document.prototype;
    Document.prototype.createElementNS = () => {
      throw new Error("broken");
    };
    element.chart = "shares";
    await new Promise((resolve) => element.addEventListener("county-chains-error", resolve));
    Document.prototype.createElementNS = createElementNS;
    const shown = () => element.shadowRoot.querySelector("[data-tiers]")?.dataset.chart;
    for (element.lang = "zh-Hans"; shown() !== "shares" || !element.link; ) await new Promise((resolve) => setTimeout(resolve, 20));
    return element.cite("en");
  });
  assert.match(after, /\[Data set\]/);
  assert.equal(exports(), 1);
});

test("without what methods need the chart is there, and they say what is missing", async (t) => {
  const before = (page) => page.route("**/*.export.wasm", (route) => route.abort());
  const { page } = await blank(t, '<county-chains loading="eager" lang="en"></county-chains>', { before });
  const told = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    await customElements.whenDefined("county-chains");
    await element.ready;
    const messages = [Boolean(element.shadowRoot.querySelector("[data-tiers]"))];
    try {
      messages.push(element.toCSV());
    } catch (error) {
      messages.push(error.message);
    }
    return messages.concat(await element.complete().catch((error) => error.code));
  });
  assert.deepEqual(told, [true, "this takes more than is loaded; await element.ready, or complete() for another chart", "wasm-fetch"]);
});

test("methods called too early say what to wait for", async (t) => {
  const { page } = await blank(t, '<div style="height:9000px"></div><county-chains></county-chains>');
  const [messages, told] = await page.evaluate(async () => {
    await customElements.whenDefined("county-chains");
    const element = document.querySelector("county-chains");
    const messages = ["toSVG", "toCSV", "cite", "embedCode"].map((name) => {
      try {
        element[name]();
        return "no error";
      } catch (error) {
        return error.message;
      }
    });
    messages.push(await element.toPNG().then(() => "no error", (error) => error.message));
    element.tiers = "1,2";
    return [messages, [element.link, element.lang, element.state]];
  });
  for (const message of messages) assert.match(message, /ready/);
  const [link, lang, { chart, indicator, tiers, view, theme, county }] = told;
  assert.deepEqual([link, lang], ["", ""]);
  const expected = { chart: "tiers", indicator: "gdp", tiers: [1, 2], view: "chart", theme: "auto", county: null };
  assert.deepEqual({ chart, indicator, tiers, view, theme, county }, expected);
});

test("an option of a picture that is no good is named, and nothing is drawn in its place", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="shares" lang="en"></county-chains>', { before: listening });
  const wrong = [[{ chart: "pie" }, /chart.*pie.*tiers/], [{ tiers: [9] }, /tiers.*9/], [{ theme: "sepia" }, /theme.*sepia/], [{ colour: "red" }, /colour/]];
  const answers = await page.evaluate(async (wrong) => {
    const element = document.querySelector("county-chains");
    const answers = [];
    for (const options of wrong) {
      const tell = (error) => `${error.name}: ${error.message}`;
      try {
        answers.push([element.toSVG(options)]);
      } catch (error) {
        answers.push([tell(error)]);
      }
      answers[answers.length - 1].push(await element.toPNG(options).catch(tell));
    }
    return answers;
  }, wrong.map(([options]) => options));
  for (const [index, [, pattern]] of wrong.entries()) {
    for (const answer of answers[index]) {
      assert.match(String(answer), /^TypeError: /);
      assert.match(answer, pattern);
    }
  }
  assert.deepEqual((await events(page)).map(({ name }) => name), ["ready"], "asking changes nothing");
  silent(record);
});

test("a picture is of the chart that is shown, also where the picker does not offer the one that was set", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="shares" charts="map market" lang="en"></county-chains>');
  const [shown, picture, other] = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const name = (svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("title").textContent;
    const shown = element.shadowRoot.querySelector("h3").textContent;
    const picture = name(element.toSVG());
    await element.complete();
    return [shown, picture, name(element.toSVG({ chart: "tiers" }))];
  });
  assert.match(shown, /gives the tiers of/);
  assert.equal(picture, shown);
  assert.match(other, /tier 3’s 46 counties/);
  silent(record);
});

test("a PNG can be of any chart, and fetches what draws it", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const asked = (part) => record.requests.filter((address) => address.endsWith(`.${part}.wasm`)).length;
  assert.equal(asked("clusters"), 0);
  const sizes = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const blobs = await Promise.all([element.toPNG(), element.toPNG({ chart: "clusters" }), element.toPNG({ scale: 99 }), element.toPNG({ scale: 0.1 })]);
    const bitmaps = await Promise.all(blobs.map((blob) => createImageBitmap(blob)));
    return bitmaps.map(({ width }) => width);
  });
  assert.deepEqual(sizes, [1520, 1520, 760 * 8, 380], "the scale stays between 0.5 and 8");
  assert.deepEqual(["export", "clusters", "annex"].map(asked), [1, 1, 0]);
  silent(record);
});

test("a folder for links that lacks its last slash gets it", async (t) => {
  const { page } = await drawn(t, "<county-chains></county-chains>");
  const link = await page.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.constructor.base = "https://example.org/cc";
    return element.link;
  });
  assert.match(link, /^https:\/\/example\.org\/cc\/embed\.html\?/);
});

test("methods keep working while the element is out of the page", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const [tiers, shares, chart] = await page.evaluate(async () => {
    const element = document.querySelector("county-chains");
    element.remove();
    const tiers = element.toSVG();
    element.chart = "shares";
    await element.complete();
    return [tiers, element.toSVG(), element.state.chart];
  });
  assert.match(tiers, /^<svg/);
  assert.match(shares, /^<svg/);
  assert.notEqual(shares, tiers);
  assert.equal(chart, "shares");
  silent(record);
});
