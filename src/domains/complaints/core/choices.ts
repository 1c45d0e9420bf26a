/** What somebody has to say (jenis laporan). The first three are the classes of LAPOR!; consultation is the office's own. Source: service-quality.md 2.1 */
export const KINDS = ['complaint', 'suggestion', 'information', 'consultation'] as const
export type Kind = (typeof KINDS)[number]

/** How it came (kanal). */
export const CHANNELS = ['web', 'account', 'counter', 'phone', 'letter', 'village', 'lapor', 'message'] as const
export type Channel = (typeof CHANNELS)[number]

/** Named: those who work on it know who reported. Sealed (rahasia): nobody does, unless two open it. Anonymous: the office was never told. */
export const IDENTITIES = ['named', 'sealed', 'anonymous'] as const
export type Identity = (typeof IDENTITIES)[number]

/** What it is about (kategori). Source: service-quality.md 2.3 */
export const CATEGORIES = ['requirements', 'time', 'fee', 'conduct', 'system', 'wrong-data', 'cooperative', 'other'] as const
export type Category = (typeof CATEGORIES)[number]

/** Posts a report may be about; `field` are those who go from house to house, `unknown` an officer who cannot be told further. */
export const ABOUT_POSTS = ['counter', 'verifier', 'division-head', 'secretary', 'office-head', 'village-officer', 'inspector', 'field', 'unknown'] as const
export type AboutPost = (typeof ABOUT_POSTS)[number]

/** Why a ticket is put away without an answer. */
export const ARCHIVE_REASONS = ['spam', 'withdrawn', 'duplicate'] as const
export type ArchiveReason = (typeof ARCHIVE_REASONS)[number]

/** How a ticket ended; silence is counted apart from "said solved". */
export type Outcome = 'solved' | 'silence' | 'forwarded' | 'no-reply' | ArchiveReason

/** Longest text of a report, an answer or a note, in characters. */
export const MOST_WORDS = 5000
