// Serves the gallery on this machine: `node www/serve.mjs`. PORT and HOST change the address.
// The browser tests use it too, with headers of their own.

import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import http from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ALWAYS } from "../pkg/tools/headers.mjs";

const WWW = fileURLToPath(new URL(".", import.meta.url));
const DIST = fileURLToPath(new URL("../pkg/dist/", import.meta.url));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The policies of pages that show the widget under a policy. They are headers, since a meta tag cannot set every directive. */
const POLICIES = {
  "/policies/strict.html":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "require-trusted-types-for 'script'",
  "/policies/blocked.html": "default-src 'self'",
};

/** The folder for each path. The longest path that matches is used. */
const GALLERY = { "/": WWW, "/county-chains/": DIST };

/**
 * Creates a server of static files.
 *
 * @param {object} [options]
 * @param {Record<string, string>} [options.folders] other folders than the gallery's
 * @param {(path: string) => Record<string, string> | undefined} [options.headersFor] adds headers to the answer for a
 *   path, or replaces them
 * @param {(name: string, body: Buffer) => Buffer} [options.edit] changes the content of a file
 * @returns {http.Server} not listening yet
 */
export function createServer({ folders = GALLERY, headersFor = () => undefined, edit = (name, body) => body } = {}) {
  return http.createServer(async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, { Allow: "GET, HEAD" });
    const path = pathOf(request.url);
    const file = path && (await fileFor(path, folders));
    // Browsers request this file for every page, and would log the 404.
    if (!file && path === "/favicon.ico") return end(response, 204);
    if (!file) return end(response, path ? 404 : 400);
    const { name } = file;
    const body = edit(name, file.body);
    const headers = {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      // The browser may cache a file but asks each time whether it has changed.
      "Cache-Control": "no-cache",
      ETag: `"${createHash("sha256").update(body).digest("base64url")}"`,
      // As a release is served, but without its policies: our pages carry their own, which old browsers can live with.
      ...ALWAYS,
      ...(POLICIES[path] && { "Content-Security-Policy": POLICIES[path] }),
      ...headersFor(path),
    };
    if (request.headers["if-none-match"] === headers.ETag) return end(response, 304, headers);
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}

function end(response, status, headers = {}) {
  const text = status < 400 ? undefined : `${status} ${http.STATUS_CODES[status]}\n`;
  response.writeHead(status, text ? { "Content-Type": TYPES[".txt"], ...headers } : headers);
  response.end(text);
}

/** The decoded path of an address without its query; undefined if the address is invalid. */
function pathOf(address) {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file for a path. Undefined if there is none, or if a symbolic link leads out of the folder. */
async function fileFor(path, folders) {
  const mount = Object.keys(folders).filter((start) => path.startsWith(start)).sort((a, b) => b.length - a.length)[0];
  if (!mount) return undefined;
  const [folder, rest] = [folders[mount], path.slice(mount.length)];
  try {
    const name = await realpath(join(folder, path.endsWith("/") ? `${rest}index.html` : rest));
    if (!name.startsWith((await realpath(folder)) + sep)) return undefined;
    return { name, body: await readFile(name) };
  } catch {
    return undefined;
  }
}

function main() {
  const host = process.env.HOST ?? "127.0.0.1";
  const port = Number(process.env.PORT ?? 8080);
  const server = createServer();
  server.on("error", (error) => {
    const hint = error.code === "EADDRINUSE" ? `port ${port} is taken; choose another with PORT=` : error.message;
    console.error(`gallery: ${hint}`);
    process.exitCode = 1;
  });
  server.listen(port, host, () => console.log(`gallery: http://${host}:${server.address().port}`));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
