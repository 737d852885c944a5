// The web servers of the tests, each started by hand with the configuration that we hand out: on this machine alone, on
// a free port, below a folder of its own, without privileges.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const HOSTING = join(ROOT, "pkg/hosting");
/** Nothing is asserted on time; this only ends the waiting for a server that does not come. */
const PATIENCE = 60_000;

/** Whether a program is on the path. */
export function has(program) {
  // Debian keeps servers where the path of ordinary accounts does not lead.
  return [...process.env.PATH.split(":"), "/usr/sbin"].some((folder) => existsSync(join(folder, program)));
}

const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Each server: why it cannot run here, if so, and how it is started in a folder that holds its files. */
export const SERVERS = {
  nginx: {
    missing: () => {
      if (!has("nginx")) return 'no nginx; "make setup" installs it on Debian as root';
      return existsSync(BROTLI) ? undefined : "nginx has no module brotli_static; Debian's is libnginx-mod-http-brotli-static";
    },
    files: ["nginx.conf", "county-chains.conf"],
    configure: (folder, port) => change(join(folder, "nginx.conf"), "listen 8080;", `listen 127.0.0.1:${port};`),
    command: (folder) => ["nginx", ["-p", folder, "-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;"]],
  },
  caddy: {
    missing: () => (has("caddy") ? undefined : 'no Caddy; "make setup" installs it on Debian as root'),
    files: ["Caddyfile", "county-chains.caddy"],
    configure: (folder, port) => change(join(folder, "Caddyfile"), "\n:8080 {", `\nhttp://:${port} {\n\tbind 127.0.0.1`),
    command: () => ["caddy", ["run", "--config", "Caddyfile", "--adapter", "caddyfile"]],
  },
};

/** The servers that can run here. For each other a test is skipped, which the counts then tell, with the reason. */
export function available(what) {
  const found = Object.entries(SERVERS).map(([name, { missing }]) => [name, missing()]);
  for (const [name, reason] of found) if (reason) skipped(`${name} ${what}`, reason);
  return found.filter(([, reason]) => !reason).map(([name]) => name);
}

/** A test that cannot run here, and why. */
export function skipped(name, reason) {
  test(name, { skip: reason }, () => {});
}

/**
 * Starts a server over a folder of files.
 *
 * @param {keyof SERVERS} name
 * @param {(www: string) => void} fill puts the files into the root of the site
 * @param {(folder: string, port: number) => void} [adapt] changes the configuration before the start
 * @returns {Promise<{ address: string, folder: string, port: number, stop: () => Promise<void> }>}
 */
export async function start(name, fill, adapt = () => {}) {
  const server = SERVERS[name];
  const folder = mkdtempSync(join(tmpdir(), `county-chains-${name}-`));
  // The workers of an nginx that root starts belong to another account.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "www"));
  for (const file of server.files) copyFileSync(join(HOSTING, file), join(folder, file));
  const port = await freePort();
  server.configure(folder, port);
  adapt(folder, port);
  fill(join(folder, "www"));
  const [command, args] = server.command(folder);
  const child = spawn(command, args, { cwd: folder, env: { ...environment, HOME: folder }, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(data));
  const ended = new Promise((done) => child.once("exit", done).once("error", done));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await answers(address, ended);
  } catch (error) {
    await stop();
    throw new Error(`${name} does not answer: ${error.message}\n${Buffer.concat(said)}`);
  }
  return { address, folder, port, stop };
}

async function answers(address, ended) {
  let over = false;
  ended.then(() => (over = true));
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      await (await fetch(address)).arrayBuffer();
      return;
    } catch (error) {
      if (over || Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Replaces a text that must be there in a file. */
export function change(file, text, by) {
  const before = readFileSync(file, "utf8");
  if (!before.includes(text)) throw new Error(`${file} does not contain ${JSON.stringify(text)}`);
  writeFileSync(file, before.replace(text, () => by));
}

/** Runs a program and returns what it says. */
export function output(command, args, options) {
  return execFileSync(command, args, { encoding: "utf8", env: environment, stdio: ["ignore", "pipe", "pipe"], ...options });
}
