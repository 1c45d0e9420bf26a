/** Who told it: its own people, the counter, a village officer, another officer, a list, or made up for the demo. The ledger's words. */
export const SOURCES = [
  'self', 'counter', 'village', 'office', 'enumerator', 'import', 'import-oss', 'import-sidt', 'import-old', 'seed',
] as const
export type Source = (typeof SOURCES)[number]
