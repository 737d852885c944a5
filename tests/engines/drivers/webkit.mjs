// WebKitGTK: its MiniBrowser on a display that nobody sees, driven over WebDriver.

import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Builder, Key, Origin } from "selenium-webdriver";
import { end, find, start } from "./processes.mjs";

/** Nothing is asserted on time; this only ends a wait that would be in vain. */
const PATIENCE = 60_000;

/** As it comes, the bar above the page is wider than a phone and would keep the window from being as narrow. */
const SLIM_BAR = "window * { min-width: 0; padding-left: 0; padding-right: 0; margin-left: 0; margin-right: 0; }\n";

/** @type {import("../engines.mjs").Engine} */
export const webkit = {
  name: "WebKitGTK",
  missing() {
    if (!find("WebKitWebDriver")) return "no webkit2gtk-driver";
    return find("Xvfb") ? undefined : "no xvfb";
  },
  async start({ folder, dark }) {
    const { display, server } = await startDisplay();
    const port = await freePort();
    const driver = start("WebKitWebDriver", [`--port=${port}`], { env: await surroundings(folder, display, dark) });
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const session = await new Builder().disableEnvironmentOverrides().usingServer(address)
      .withCapabilities({ browserName: "MiniBrowser" }).build();
    await session.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
    return {
      version: (await session.getCapabilities()).get("browserVersion"),
      folder,
      tab: () => tab(session),
      async stop() {
        await session.quit();
        await end(driver);
        await end(server);
      },
    };
  },
};

/** A display on the first free number, which it writes itself. */
async function startDisplay() {
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await Promise.race([
    once(server.stdio[3], "data"),
    once(server, "exit").then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`))),
  ]);
  return { server, display: `:${String(number).trim()}` };
}

/** A home of its own, in which files are saved into `folder`; no sandbox, for containers; no graphics card. */
async function surroundings(folder, display, dark) {
  const settings = join(folder, ".config");
  await mkdir(join(settings, "gtk-3.0"), { recursive: true });
  await writeFile(join(settings, "gtk-3.0", "gtk.css"), SLIM_BAR);
  await writeFile(join(settings, "user-dirs.dirs"), 'XDG_DOWNLOAD_DIR="$HOME/"\n');
  return {
    ...process.env,
    DISPLAY: display,
    HOME: folder,
    XDG_CONFIG_HOME: settings,
    ...(dark && { GTK_THEME: "Adwaita:dark" }),
    NO_AT_BRIDGE: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: process.env.WEBKIT_DISABLE_COMPOSITING_MODE ?? "1",
  };
}

/** WebKitWebDriver has to be told a port. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

async function answers(address) {
  for (const last = Date.now() + PATIENCE; ; ) {
    try {
      return await fetch(address);
    } catch (error) {
      if (Date.now() > last) throw new Error(`WebKitWebDriver does not answer on ${address}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The one window, which page after page is opened in. @returns {import("../engines.mjs").Tab} */
function tab(session) {
  const evaluate = (work, ...values) => run(session, work, values);
  return {
    async open(address, size) {
      await resize(session, size);
      await session.get(address);
    },
    evaluate,
    move: (x, y) => session.actions().move({ x, y, origin: Origin.VIEWPORT, duration: 0 }).perform(),
    click: (x, y) => session.actions().move({ x, y, origin: Origin.VIEWPORT, duration: 0 }).press().release().perform(),
    async press(key, held) {
      const actions = session.actions();
      if (held) actions.keyDown(code(held));
      actions.keyDown(code(key)).keyUp(code(key));
      if (held) actions.keyUp(code(held));
      await actions.perform();
    },
    // Under automation WebKitGTK hands its console to nobody; the page's own record holds what scripts have written.
    console: () => evaluate(() => window.record.console),
    screenshot: async () => Buffer.from(await session.takeScreenshot(), "base64"),
    // WebKitWebDriver has no command to print.
    print: undefined,
    close: () => session.get("about:blank"),
  };
}

/** WebDriver's code of a key that Puppeteer calls by its name: "ArrowLeft" is `Key.ARROW_LEFT`. */
const code = (name) => Key[name.replace(/(?<=.)(?=[A-Z])/g, "_").toUpperCase()] ?? name;

/** Makes the page, not the window around it, as large as asked. */
async function resize(session, { width, height }) {
  const inner = () => session.executeScript("return [innerWidth, innerHeight]");
  const window = session.manage().window();
  let [beside, above] = [0, 40];
  for (let attempt = 0; attempt < 20; attempt++) {
    await window.setRect({ x: 0, y: 0, width: width + beside, height: height + above });
    const [across, down] = await inner();
    if (across === width && down === height) return;
    const rect = await window.getRect();
    [beside, above] = [rect.width - across, rect.height - down];
  }
  throw new Error(`the window does not take ${width} × ${height} px: ${await inner()}`);
}

/** Runs a function in the page and waits for what it promises. */
async function run(session, work, values) {
  const script = `
    const [values, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
    new Promise((resolve) => resolve((${work})(...values)))
      .then((value) => done({ value }), (error) => done({ error: String(error) + "\\n" + (error && error.stack) }));`;
  const { value, error } = await session.executeAsyncScript(script, ...values);
  if (error) throw new Error(error);
  return value;
}
