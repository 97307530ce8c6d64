// A photo or paper as a backup names it: by the digest of its content, so that what is sealed already need not be sealed again.
export type KeptFile = { sha256: string; bytes: number };
