// Who is known not to finish, and from how many values on, so that nobody waits for it in each run.

/** @returns {{ failed(id: string, rows: number, why: string): void, why(id: string, rows: number): string | undefined }} */
export function patience() {
  const known = new Map();
  return {
    failed: (id, rows, why) => known.set(id, { rows, why }),
    /** Why a contestant is not asked for so many values; undefined if it is. */
    why: (id, rows) => (known.has(id) && rows >= known.get(id).rows ? known.get(id).why : undefined),
  };
}
