// Programs that a driver starts. Each leads a group of its own with whatever it starts, and no group outlives the tests.

import { execFileSync, spawn } from "node:child_process";

const running = new Set();

/** Where the first of these programs is, or undefined where this machine has none of them. */
export function find(...names) {
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** Starts a program. `stdio` as for node. */
export function start(program, options, { env, stdio = "ignore" } = {}) {
  const child = spawn(program, options, { detached: true, env, stdio });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends a program with all that it has started, and waits until it has gone. */
export async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    signal(child, "SIGTERM");
    const impatience = setTimeout(() => signal(child, "SIGKILL"), 3000);
    await gone;
    clearTimeout(impatience);
  }
  // Some of the group may be slower than its leader.
  signal(child, "SIGKILL");
}

function signal({ pid }, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // The whole group has gone.
  }
}

process.once("exit", () => running.forEach((child) => signal(child, "SIGKILL")));
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => process.exit(1));
