/** Why a release stops, in one sentence. */
export class ReleaseError extends Error {}
