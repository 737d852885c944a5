// Lets Node.js believe that it is forty days later. A date of the day that gets into a file then differs, although the two
// builds that are compared follow each other at once.

const FORTY_DAYS = 40 * 24 * 3600 * 1000;
const Today = Date;

globalThis.Date = class Date extends Today {
  constructor(...of) {
    super(...(of.length > 0 ? of : [Date.now()]));
  }

  static now() {
    return Today.now() + FORTY_DAYS;
  }
};
