// Requests that are written by hand, since `fetch` would compress, decode and revalidate as it likes.

import http from "node:http";
import { connect } from "node:net";

/** One request, answered with what came over the wire. */
export function request(address, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const sent = http.request(address, { method, headers, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject).end();
  });
}

/** The answer for a path that is sent untouched. */
export function raw(port, path) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`));
    const chunks = [];
    socket.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
    socket.on("end", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}
