// Serves pages, bundles and our built files as a good host does: compressed by brotli at the highest level beforehand, over
// HTTP/1.1, the same for all. It notes what it has sent.

import { createReadStream, readFileSync, readdirSync, statSync } from "node:fs";
import http from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli } from "../../pkg/tools/release/compress.mjs";

const DIST = fileURLToPath(new URL("../../pkg/dist/", import.meta.url));
const TYPES = {
  ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8", ".wasm": "application/wasm",
};

/** The built files that a page with one chart may load. */
const ours = () => readdirSync(DIST).filter((name) => /^county-chains\.(?!inline|own\.inline|draft|offline)/.test(name))
  .map((name) => [`/county-chains/${name}`, readFileSync(join(DIST, name))]);

/**
 * Starts a server.
 *
 * @param {Map<string, Buffer | string>} files what lies at each path
 * @param {string} folder what lies below `/values/`, which is sent as it is: nobody measures its way over a network
 * @returns {Promise<{ origin: string, sent: { path: string, bytes: number }[], stop(): void }>}
 */
export async function serve(files, folder) {
  const packed = new Map([...files, ...ours()].map(([path, body]) => [path, brotli(Buffer.from(body))]));
  const sent = [];
  const server = http.createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const type = { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" };
    if (path.startsWith("/values/")) {
      const file = join(folder, path.slice("/values/".length));
      response.writeHead(200, { ...type, "Content-Length": statSync(file).size });
      createReadStream(file).pipe(response);
      return;
    }
    const body = packed.get(path);
    sent.push({ path, bytes: body?.length ?? 0 });
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { ...type, "Content-Encoding": "br", "Content-Length": body.length, "Cache-Control": "public, max-age=3600" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, stop: () => { server.close(); server.closeAllConnections(); } };
}
