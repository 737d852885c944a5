/** What stops a release, said in one sentence. */
export class ReleaseError extends Error {}
