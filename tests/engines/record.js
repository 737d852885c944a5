// Stands first in every page of the tests and keeps a record of what goes wrong on it, in the page itself: not every
// engine tells its driver.

window.record = { console: [], errors: [], violations: [], faults: [], events: [] };

for (const level of ["error", "warn"]) {
  const write = console[level];
  console[level] = (...values) => {
    window.record.console.push(values.join(" "));
    write.apply(console, values);
  };
}

// In the capture phase, since what a file's tag says of its failure does not bubble.
addEventListener("error", ({ message, target }) => {
  window.record.errors.push(message || `${target.localName} ${target.src || target.href} failed`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => window.record.errors.push(String(reason)));

document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  window.record.violations.push(`${effectiveDirective} ${blockedURI}`);
});

document.addEventListener("county-chains-error", ({ detail }) => window.record.faults.push(detail));
for (const name of ["ready", "change", "select"]) {
  document.addEventListener(`county-chains-${name}`, ({ detail }) => window.record.events.push({ name, detail }));
}
