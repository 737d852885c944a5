// Tests of those who use the package: in Jest, as pkg/README.md says how to set it up, and in Vitest as it comes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { run, sample, tooOld, toolProject, write } from "./support.mjs";

/** What such a test may rely on where there is no layout: the class, its properties, the twin. */
const USES = `
  document.body.innerHTML = '<county-chains chart="map" lang="en"><p>twin</p></county-chains>';
  const element = document.querySelector("county-chains");
  expect(element).toBeInstanceOf(CountyChainsElement);
  element.tiers = [1, 2];
  expect(element.getAttribute("tiers")).toBe("1 2");
  const told = [];
  element.addEventListener("county-chains-error", ({ detail }) => told.push(detail.code));
  element.state = { colour: "red" };
  expect(told).toEqual(["bad-attribute"]);
  expect(element.textContent).toBe("twin");
  element.remove();
`;

test("Jest takes the package into CommonJS by the settings of the README, in jsdom and in Node", () => {
  const folder = toolProject(after);
  write(folder, {
    "package.json": '{ "private": true }',
    "babel.config.js": 'module.exports = { presets: [["@babel/preset-env", { targets: { node: "current" } }]] };',
    "jest.config.js": sample("jest.config.js"),
    "page.test.js": `import { CountyChainsElement } from "county-chains";\ntest("page", () => {${USES}});`,
    "required.test.js": `const { CountyChainsElement } = require("county-chains");\ntest("page", () => {${USES}});`,
    "inline.test.js": 'import "county-chains/inline";\ntest("inline", () => expect(document.createElement("county-chains").chart).toBe("tiers"));',
    "server.test.js": `/** @jest-environment node */
      import { renderHTML } from "county-chains/static";
      test("server", () => expect(renderHTML({ chart: "map" })).toContain("<figure"));`,
  });
  const { status, said } = run(folder, ["jest/bin/jest.js", "--runInBand"]);
  assert.equal(status, 0, said);
  assert.match(said, /Tests: +4 passed, 4 total/);
});

test("Vitest needs no setting, in jsdom, in happy-dom and in Node", { skip: tooOld }, () => {
  const folder = toolProject(after);
  const page = (environment) => `// @vitest-environment ${environment}
    import { expect, test } from "vitest";
    import { CountyChainsElement } from "county-chains";
    test("${environment}", () => {${USES}});`;
  write(folder, {
    "package.json": '{ "private": true, "type": "module" }',
    "jsdom.test.js": page("jsdom"),
    "happy.test.js": page("happy-dom"),
    "server.test.js": `import { expect, test } from "vitest";
      import { renderHTML } from "county-chains/static";
      test("server", () => expect(renderHTML({ chart: "map" })).toContain("<figure"));`,
  });
  const { status, said } = run(folder, ["vitest/vitest.mjs", "run"]);
  assert.equal(status, 0, said);
  assert.match(said, /Tests +3 passed \(3\)/);
});
