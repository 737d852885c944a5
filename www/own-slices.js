// Long work in slices, between which the page can do something else.

/** Milliseconds of work in a task. */
const TASK = 12;

/** @type {MessageChannel | undefined} messages come sooner than timers, which wait for 4 ms or, in hidden pages, for a second */
let channel;
/** What waits for the next message. */
let waiting = [];

/**
 * Repeats `step` while it says that more is left.
 *
 * @param {() => boolean} step does a small piece of the work
 * @param {() => void} check called after each pause; throws if nobody wants the rest
 */
export async function inSlices(step, check) {
  let end = now() + TASK;
  while (step()) {
    if (now() < end) continue;
    await pause();
    check();
    end = now() + TASK;
  }
}

/**
 * For work that waits for what comes: the function that this returns is called after each piece, and pauses if the task has
 * worked long enough. What has come already would else be taken in one task, however much it is.
 */
export function pacer() {
  let end = now() + TASK;
  return async () => {
    if (now() < end) return;
    await pause();
    end = now() + TASK;
  };
}

/** The time. If the page has broken the clock, it is over at once. */
function now() {
  try {
    return performance.now();
  } catch (error) {
    return Infinity;
  }
}

/** Waits until the page has had its turn. */
export function pause() {
  return new Promise((resolve) => {
    try {
      if (!channel) {
        channel = new MessageChannel();
        channel.port1.onmessage = goOn;
      }
      channel.port2.postMessage(null);
      waiting[waiting.length] = resolve;
    } catch (error) {
      // An old browser, or a page that has broken messages.
      setTimeout(resolve);
    }
  });
}

function goOn() {
  const due = waiting;
  waiting = [];
  for (let index = 0; index < due.length; index++) due[index]();
}
