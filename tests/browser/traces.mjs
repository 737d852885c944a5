// Writes down everything that a script can do to a page and to a reader, from the first moment on. It runs in the page.

/** The phase of the test, and what was done in which: `trace.of["storage"]["localStorage"]` is a set of phases. */
export const TRACE = "traces of the test";

/** Starts to write down. To be run before all scripts of the page; what it keeps is below a symbol, which is no global. */
export function record(key) {
  const trace = { phase: "load", of: {}, timers: new Map(), listeners: new Map(), observers: new Map(), tasks: [], marks: [["load", 0]] };
  window[Symbol.for(key)] = trace;
  addEventListener("DOMContentLoaded", () => {
    trace.document = document_();
    outside.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true });
  const note = (what, name) => ((trace.of[what] ??= {})[name] ??= new Set()).add(trace.phase);

  /** Tells of each call, or of each reading where `reads`. */
  const watch = (owner, name, tell, reads = false) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found || !found.configurable || found.value === undefined && !found.get) return;
    const read = found.get ?? (() => found.value);
    if (found.get || reads) Object.defineProperty(owner, name, { ...{ configurable: true, enumerable: found.enumerable, set: found.set }, get() { tell.call(this, []); return read.call(this); } });
    else Object.defineProperty(owner, name, { ...found, value(...list) { return tell.call(this, list, () => found.value.apply(this, list)) ?? found.value.apply(this, list); } });
  };
  const each = (what, owner, names, reads) => names.forEach((name) => watch(owner, name, () => void note(what, name), reads));
  const made = (what, ...names) => names.forEach((name) => {
    if (window[name]) window[name] = new Proxy(window[name], { construct: (type, list, target) => (note(what, name), Reflect.construct(type, list, target)) });
  });

  each("storage", window, ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]);
  each("storage", Document.prototype, ["cookie", "hasStorageAccess", "requestStorageAccess"]);
  each("navigator", Navigator.prototype, Object.getOwnPropertyNames(Navigator.prototype).filter((name) => name !== "constructor"), true);
  each("devices", window, ["crypto", "screen", "speechSynthesis", "devicePixelRatio", "external"]);
  each("canvas", HTMLCanvasElement.prototype, ["toBlob", "toDataURL", "captureStream", "transferControlToOffscreen"]);
  each("canvas", CanvasRenderingContext2D.prototype, ["getImageData", "measureText"]);
  each("canvas", OffscreenCanvas.prototype, ["convertToBlob", "getContext"]);
  each("history", History.prototype, ["pushState", "replaceState", "back", "forward", "go"]);
  each("windows", window, ["open", "alert", "confirm", "prompt", "print", "focus", "scrollTo", "scrollBy", "scroll", "moveTo", "resizeTo", "postMessage"]);
  each("console", console, ["debug", "error", "info", "log", "trace", "warn"]);
  each("objects", URL, ["createObjectURL"]);
  made("machines", "Worker", "SharedWorker", "BroadcastChannel", "MessageChannel", "WebSocket", "EventSource", "XMLHttpRequest", "RTCPeerConnection", "Notification", "Image", "Audio", "FontFace", "PerformanceObserver", "ReportingObserver");

  /* What lasts: listeners, timers, observers. */
  const places = new Map([[window, "window"], [document, "document"]]);
  const placeOf = (target) => places.get(target) ?? (target === document.documentElement ? "html" : target === document.body ? "body" : target instanceof MediaQueryList ? "media" : undefined);
  watch(EventTarget.prototype, "addEventListener", function ([type, listener]) {
    const place = placeOf(this ?? window);
    if (!place || !listener) return;
    note("listeners", `${place} ${type}`);
    trace.listeners.set(`${place} ${type}`, (trace.listeners.get(`${place} ${type}`) ?? new Set()).add(listener));
  });
  watch(EventTarget.prototype, "removeEventListener", function ([type, listener]) {
    trace.listeners.get(`${placeOf(this ?? window)} ${type}`)?.delete(listener);
  });
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const start = window[name];
    window[name] = (work, ...rest) => {
      const id = start.call(window, (...list) => (name !== "setInterval" && trace.timers.delete(`${name} ${id}`), typeof work === "function" ? work(...list) : note("timers", "code as text")), ...rest);
      note("timers", name);
      trace.timers.set(`${name} ${id}`, `${name} ${rest[0] ?? ""}`.trim());
      return id;
    };
  }
  for (const [name, kind] of [["clearTimeout", "setTimeout"], ["clearInterval", "setInterval"], ["cancelAnimationFrame", "requestAnimationFrame"]]) {
    watch(window, name, ([id]) => void trace.timers.delete(`${kind} ${id}`));
  }
  const ours = new Set();
  for (const type of [ResizeObserver, MutationObserver, IntersectionObserver]) {
    watch(type.prototype, "observe", function ([target]) {
      if (ours.has(this)) return;
      const root = target.getRootNode?.();
      const place = target === document.documentElement ? "html" : root instanceof ShadowRoot ? "its own nodes" : target.localName ?? "document";
      note("observers", `${type.name} ${place}`);
      trace.observers.set(this, `${type.name} ${place}`);
    });
    watch(type.prototype, "disconnect", function () { trace.observers.delete(this); });
  }

  /* What is changed: nodes of the page, globals, prototypes. */
  const outside = new MutationObserver((records) => records.forEach(({ target, type, attributeName }) => {
    const element = target.nodeType === 1 ? target : target.parentNode;
    if (element?.localName === "county-chains") return note("tag", type === "attributes" ? attributeName : type);
    if (!element?.closest?.("county-chains")) note("page", `${element?.localName} ${attributeName ?? type}`);
  }));
  ours.add(outside);
  const longTasks = new PerformanceObserver((list) => trace.tasks.push(...list.getEntries().map(({ startTime }) => startTime)));
  longTasks.observe({ type: "longtask", buffered: true });
  trace.listeners.clear();
  trace.of = {};

  const shape = () => {
    const found = new Map();
    for (const name of Object.getOwnPropertyNames(window)) {
      found.set(name, true);
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== "function" && name !== "Math" && name !== "JSON") continue;
      for (const [owner, of] of [[name, value], [`${name}.prototype`, value.prototype]]) {
        if (!of) continue;
        for (const key of Reflect.ownKeys(of)) {
          const { value, get, set } = Object.getOwnPropertyDescriptor(of, key);
          found.set(`${owner}.${String(key)}`, [value, get, set]);
        }
      }
    }
    return found;
  };
  const document_ = () => ({
    title: document.title, address: location.href, entries: history.length, sheets: document.styleSheets.length, adopted: (document.adoptedStyleSheets ?? []).length, fonts: document.fonts.size,
  });
  const before = shape();
  trace.changed = () => {
    const now = shape();
    const differ = (one, other) => !other || (Array.isArray(one) && one.some((value, index) => value !== other[index] && !(value !== value)));
    const names = [...new Set([...before.keys(), ...now.keys()])].filter((name) => !/^(__playwright|__pw)/.test(name));
    return {
      globals: names.filter((name) => !name.includes(".") && before.has(name) !== now.has(name)),
      prototypes: names.filter((name) => name.includes(".") && differ(before.get(name) ?? [], now.get(name))),
      document: Object.entries(document_()).filter(([name, value]) => trace.document[name] !== value).map(([name]) => name),
    };
  };
}

/** Begins the next phase. */
export const phase = (page, name) => page.evaluate(([key, name]) => {
  const trace = window[Symbol.for(key)];
  trace.phase = name;
  trace.marks.push([name, performance.now()]);
}, [TRACE, name]);

/** What was written down so far: for each kind, the names with the phases in which they came; and what is left now. */
export const traces = (page) => page.evaluate((key) => {
  const { of, timers, listeners, observers, tasks, marks, changed } = window[Symbol.for(key)];
  const found = {};
  for (const [what, names] of Object.entries(of)) found[what] = Object.fromEntries(Object.entries(names).map(([name, phases]) => [name, [...phases]]));
  const phaseAt = (time) => marks.filter(([, start]) => start <= time).at(-1)[0];
  const long = {};
  for (const start of tasks) long[phaseAt(start)] = (long[phaseAt(start)] ?? 0) + 1;
  return {
    of: found, long, ...changed(),
    left: { timers: [...timers.values()], listeners: [...listeners].filter(([, all]) => all.size).map(([name]) => name), observers: [...observers.values()] },
  };
}, TRACE);
