// Writes down everything that scripts can do to a page and to its readers. It is run in the page, before all scripts of it; the
// test reads what it has found below a symbol, which is no global.

(() => {
  const trace = {
    phase: "load", marks: [["load", 0]], tasks: [],
    /** For each kind of trace, the names, and for each name the phases in which it came. */
    of: {},
    timers: new Map(), listeners: new Map(), observers: new Map(),
  };
  window[Symbol.for("trace")] = trace;

  const note = (what, name) => ((trace.of[what] ??= {})[name] ??= new Set()).add(trace.phase);

  /* What is called, read and made */

  /** Calls `tell` before each call of a method, or before each reading of a property; with `reads` also of one that holds a method. */
  function watch(owner, name, tell, reads = false) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (!found || !found.configurable) return;
    const { enumerable, set } = found;
    const get = found.get ?? (reads ? () => found.value : undefined);
    if (get) Object.defineProperty(owner, name, { configurable: true, enumerable, set, get() { return tell.call(this, []), get.call(this); } });
    else Object.defineProperty(owner, name, { ...found, value(...list) { return tell.call(this, list), found.value.apply(this, list); } });
  }

  const each = (what, owner, names, reads) => names.forEach((name) => watch(owner, name, () => note(what, name), reads));

  const made = (what, names) => names.filter((name) => window[name]).forEach((name) => {
    window[name] = new Proxy(window[name], { construct: (type, list, target) => (note(what, name), Reflect.construct(type, list, target)) });
  });

  function watchCalls() {
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
    made("machines", [
      "Worker", "SharedWorker", "BroadcastChannel", "MessageChannel", "WebSocket", "EventSource", "XMLHttpRequest", "RTCPeerConnection",
      "Notification", "Image", "Audio", "FontFace", "PerformanceObserver", "ReportingObserver",
    ]);
  }

  /* What lasts */

  const placeOf = (target) => {
    if (target instanceof MediaQueryList) return "media";
    return new Map([[window, "window"], [document, "document"], [document.documentElement, "html"], [document.body, "body"]]).get(target);
  };

  function watchListeners() {
    watch(EventTarget.prototype, "addEventListener", function ([type, listener]) {
      const place = placeOf(this ?? window);
      if (!place || !listener) return;
      const name = `${place} ${type}`;
      note("listeners", name);
      if (!trace.listeners.has(name)) trace.listeners.set(name, new Set());
      trace.listeners.get(name).add(listener);
    });
    watch(EventTarget.prototype, "removeEventListener", function ([type, listener]) {
      trace.listeners.get(`${placeOf(this ?? window)} ${type}`)?.delete(listener);
    });
  }

  function watchTimers() {
    for (const [name, end] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"], ["requestAnimationFrame", "cancelAnimationFrame"], ["requestIdleCallback", "cancelIdleCallback"]]) {
      const start = window[name];
      window[name] = (work, ...rest) => {
        note("timers", name);
        const run = (...list) => {
          if (name !== "setInterval") trace.timers.delete(`${name} ${id}`);
          work(...list);
        };
        const id = start.call(window, typeof work === "function" ? run : work, ...rest);
        trace.timers.set(`${name} ${id}`, `${name} ${rest[0] ?? ""}`.trim());
        return id;
      };
      watch(window, end, ([id]) => trace.timers.delete(`${name} ${id}`));
    }
  }

  function watchObservers() {
    for (const type of [ResizeObserver, MutationObserver, IntersectionObserver]) {
      watch(type.prototype, "observe", function ([target]) {
        if (this === outside) return;
        const isOwn = target.getRootNode?.() instanceof ShadowRoot;
        const name = `${type.name} ${isOwn ? "its own nodes" : target.localName ?? "document"}`;
        note("observers", name);
        trace.observers.set(this, name);
      });
      watch(type.prototype, "disconnect", function () { trace.observers.delete(this); });
    }
  }

  /* What is changed */

  const outside = new MutationObserver((records) => records.forEach(({ target, type, attributeName }) => {
    const element = target.nodeType === 1 ? target : target.parentNode;
    if (element?.localName === "county-chains") note("tag", attributeName ?? type);
    else if (!element?.closest?.("county-chains")) note("page", `${element?.localName} ${attributeName ?? type}`);
  }));

  /** Everything that scripts share: the names of `window`, and what the properties of its types are. */
  function shared() {
    const found = new Map();
    for (const name of Object.getOwnPropertyNames(window)) {
      // The driver of the browser has some.
      if (/^__p(laywright|w)/.test(name)) continue;
      found.set(name, []);
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== "function" && value !== Math && value !== JSON) continue;
      for (const [owner, of] of [[name, value], [`${name}.prototype`, value.prototype]]) {
        for (const key of of ? Reflect.ownKeys(of) : []) {
          const { value, get, set } = Object.getOwnPropertyDescriptor(of, key);
          found.set(`${owner}.${String(key)}`, [value, get, set]);
        }
      }
    }
    return found;
  }

  const aboutDocument = () => ({
    title: document.title, address: location.href, entries: history.length,
    sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length, fonts: document.fonts.size,
  });

  /** What is not as it was before the scripts of the page. */
  trace.changed = () => {
    const now = shared();
    // What is no number is not what it is.
    const differs = (name) => now.has(name) !== before.has(name) || now.get(name).some((value, index) => !Object.is(value, before.get(name)[index]));
    const names = [...new Set([...before.keys(), ...now.keys()])].filter(differs);
    const about = aboutDocument();
    return {
      globals: names.filter((name) => !name.includes(".")),
      prototypes: names.filter((name) => name.includes(".")),
      document: Object.keys(about).filter((name) => about[name] !== trace.about[name]),
    };
  };

  new PerformanceObserver((list) => trace.tasks.push(...list.getEntries().map(({ startTime }) => startTime))).observe({ type: "longtask", buffered: true });
  // The parser has ended then, and no module has run.
  document.addEventListener("readystatechange", () => {
    trace.about = aboutDocument();
    outside.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true });
  watchCalls();
  watchListeners();
  watchTimers();
  watchObservers();
  const before = shared();
})();
