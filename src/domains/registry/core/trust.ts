/**
 * How far the registry believes a source, against other lists; what people decide is not weighed.
 * Lists of the licensing system before a census, a census before what owners said of themselves, an old list last.
 * Source: features.md, Registry ("OSS over census over self-report"); the finer steps are a proposal of the product
 */
const TRUST: Readonly<Record<string, number>> = {
  office: 5, 'import-oss': 4, enumerator: 3, 'import-sidt': 3, counter: 2, village: 2, self: 2, 'import-old': 1, import: 1, seed: 1,
}

/** @returns 0 for a source that is not known */
export const trustOf = (source: string): number => TRUST[source] ?? 0
