import type { IndicatorCode } from './core/catalogue.ts'
import type { IndicatorText } from './indicator-texts.id.ts'

const MICRO = 'active micro businesses'
const held = (what: string) => ({
  concept: 'Legal standing of businesses',
  definition: `Share of active micro businesses that hold ${what} according to the registry.`,
  formula: `${MICRO} with ${what} ÷ ${MICRO} × 100`,
})

export const indicatorTextsEn: Record<IndicatorCode, IndicatorText> = {
  'usaha-mikro-aktif': {
    name: 'Active micro businesses', concept: 'Micro business',
    definition: 'Businesses that are active and sold at most Rp2 billion in a year, or have a capital of at most Rp1 billion while not yet running for a year (PP 7/2021 article 35). Businesses of unknown scale are not counted.',
    formula: 'number of businesses that are active and of micro scale',
  },
  'pertumbuhan-usaha-mikro': {
    name: 'Growth of micro businesses', concept: 'Growth',
    definition: 'Increase of active micro businesses against the end of the month one year before.',
    formula: `(${MICRO} now − ${MICRO} a year ago) ÷ ${MICRO} a year ago × 100`,
  },
  'pemilik-perempuan': {
    name: 'Owned by women', concept: 'Gender equality', definition: 'Share of active micro businesses whose owner is a woman.', formula: `${MICRO} owned by women ÷ ${MICRO} × 100`,
  },
  'ber-nib': { name: 'With business number (NIB)', ...held('a business number (NIB)') },
  'ber-pirt': { name: 'With P-IRT number', ...held('a home food industry number (P-IRT)') },
  'ber-halal': { name: 'Halal certified', ...held('a halal certificate') },
  'ber-merek': { name: 'With registered trade mark', ...held('a registered trade mark') },
  'ber-bpom': { name: 'With BPOM permit', ...held('a distribution permit of BPOM') },
  digital: {
    name: 'Digital businesses', concept: 'Digitalisation',
    definition: 'Share of active micro businesses that take payment by QRIS or sell on a marketplace or on social media.',
    formula: `${MICRO} with QRIS or online sales ÷ ${MICRO} × 100`,
  },
  'naik-kelas': {
    name: 'Outgrown micro', concept: 'Scale of business',
    definition: 'Active businesses that have passed the upper bound of micro (PP 7/2021 article 35) and are small, medium or large.',
    formula: 'number of active businesses of small, medium or large scale',
  },
  'tenaga-kerja': {
    name: 'People working in micro businesses', concept: 'Employment',
    definition: 'People who work in active micro businesses, paid or not, as told by the owners. Businesses that did not tell count as zero.',
    formula: 'men and women, paid and unpaid, added up',
  },
  terverifikasi: {
    name: 'Verified', concept: 'Quality of data', definition: 'Share of active micro businesses whose record an officer has verified.', formula: `verified ${MICRO} ÷ ${MICRO} × 100`,
  },
  'perlu-pemutakhiran': {
    name: 'Needs renewal', concept: 'Quality of data',
    definition: 'Share of active micro businesses last confirmed more than twelve calendar months ago.',
    formula: `${MICRO} confirmed before this month of last year ÷ ${MICRO} × 100`,
  },
  'bertitik-lokasi': {
    name: 'With a point on the map', concept: 'Quality of data', definition: 'Share of active micro businesses whose coordinates are known.', formula: `${MICRO} with coordinates ÷ ${MICRO} × 100`,
  },
  'koperasi-aktif': {
    name: 'Active cooperatives', concept: 'Cooperatives', definition: 'Cooperatives that are active according to the office.', formula: 'number of active cooperatives',
  },
  'koperasi-rat-tepat-waktu': {
    name: 'Annual meeting on time', concept: 'Institution',
    definition: 'Share of active cooperatives that held the annual meeting of the last book year by the day asked for.',
    formula: 'active cooperatives with their meeting on time ÷ active cooperatives that owe one × 100',
  },
  'koperasi-sehat': {
    name: 'Healthy cooperatives', concept: 'Health of cooperatives',
    definition: 'Share of cooperatives found healthy among those examined for the last book year with examinations.',
    formula: 'healthy cooperatives ÷ examined cooperatives × 100',
  },
  'kdkmp-beroperasi': {
    name: 'KDKMP in operation', concept: 'Village cooperatives Merah Putih', definition: 'Share of the village cooperatives Merah Putih that have begun to trade.', formula: 'KDKMP in operation ÷ all KDKMP × 100',
  },
  'koperasi-aset': {
    name: 'Assets of cooperatives', concept: 'Finance of cooperatives', definition: 'Assets of the cooperatives that reported for the last book year with reports.', formula: 'assets added up',
  },
  'koperasi-shu': {
    name: 'Net surplus of cooperatives', concept: 'Finance of cooperatives', definition: 'Net surplus (SHU) of the cooperatives that reported for the last book year with reports.', formula: 'net surplus added up',
  },
  'koperasi-anggota': {
    name: 'Members of cooperatives', concept: 'Membership', definition: 'Members of active cooperatives, men and women. Who belongs to several is counted in each.', formula: 'men and women added up',
  },
}
