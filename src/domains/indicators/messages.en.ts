import { indicatorTextsEn } from './indicator-texts.en.ts'
import type { IndicatorWords } from './messages.id.ts'

export const indicatorsEn: IndicatorWords = {
  texts: indicatorTextsEn,
  values: { none: 'no data', hidden: 'not shown', 'no-earlier': 'not recorded yet' },
  units: { business: 'businesses', percent: 'per cent', person: 'people', cooperative: 'cooperatives', rupiah: 'rupiah' },
  levels: { village: 'Village', district: 'District', regency: 'Regency' },
  sources: { registry: 'Business registry of the office', cooperatives: 'Registry of cooperatives of the office' },
  classes: { kbli: 'KBLI division', gender: 'Gender', scale: 'Scale of business' },
  frequency: 'At any time; recorded at the end of each month',
  frequencyOpen: 'Monthly',
  byArea: 'Area',
  fields: {
    code: 'Code', concept: 'Concept', definition: 'Definition', unit: 'Unit', formula: 'Formula', source: 'Source', frequency: 'Frequency',
    level: 'Smallest area', division: 'Responsible', classes: 'Split by', since: 'Defined since',
  },
  list: {
    title: 'Indicators', lead: 'What each number of the office means: what is counted, how, from where, and who answers for it.',
    all: 'All open data', value: (period) => `Value, ${period}`, officersOnly: 'used within the office',
  },
  data: {
    title: 'Open data', lead: 'Numbers of micro businesses and cooperatives by area, without personal data. Download, use and share them.',
    hidden: 'Numbers from 1 to 4 are left empty, so that they point at nobody. Some others are left empty too, so that the first cannot be computed from the sums. Empty is not zero.',
    licence: 'Licence', licenceName: 'Creative Commons Attribution 4.0 (CC BY 4.0): name the office as the source',
    producer: 'Producer', period: 'As of', updated: 'Updated', spatial: 'Area', frequency: 'Frequency', columns: 'Columns', column: 'Column',
    meaning: 'Meaning', csv: 'Download CSV', json: 'Download JSON', machine: 'Catalogue for machines (JSON)', catalogue: 'Catalogue', indicators: 'What each indicator means',
    provisional: (when) => `${when} (provisional; there is no monthly record yet)`, monthEnd: (day) => `end of month, ${day}`,
    rows: (n) => `${n} rows`,
  },
  sets: {
    'usaha-mikro-desa': { title: 'Micro businesses by village', about: 'Active micro businesses in every village: owned by women, permits, digital, people working.' },
    'usaha-mikro-kecamatan': { title: 'Micro businesses by district', about: 'Active micro businesses in every district and the whole regency: owned by women, digital, people working.' },
    'usaha-mikro-kbli': { title: 'Micro businesses by district and activity (KBLI)', about: 'Active micro businesses by district and division of the KBLI (two digits). A pair that is not listed is zero.' },
    'usaha-skala': { title: 'Businesses by district and scale', about: 'Active businesses by district and scale (PP 7/2021 article 35).' },
    'legalitas-usaha-mikro': { title: 'Permits of micro businesses by district', about: 'How many active micro businesses hold a business number, P-IRT, halal certificate, registered trade mark and BPOM permit.' },
    'koperasi-kecamatan': { title: 'Cooperatives by district', about: 'Cooperatives in every district and the whole regency: active ones, KDKMP, those in operation, and members of active ones.' },
  },
  columns: {
    kode_wilayah: 'Region code of the Ministry of Home Affairs, text', kecamatan: 'Name of the district; empty for the whole regency', desa: 'Name of the village',
    usaha_mikro: 'Active micro businesses', pemilik_perempuan: 'Active micro businesses owned by women', ber_nib: 'Active micro businesses with a business number (NIB)',
    ber_pirt: 'Active micro businesses with a P-IRT number', ber_halal: 'Active micro businesses with a halal certificate', ber_merek: 'Active micro businesses with a registered trade mark',
    ber_bpom: 'Active micro businesses with a BPOM permit', digital: 'Active micro businesses with QRIS or online sales',
    tenaga_kerja: 'People working in active micro businesses', kbli_versi: 'Version of the KBLI: 2020 or 2025', kbli_kategori: 'Letter of the KBLI category',
    kbli_golongan_pokok: 'Division of the KBLI, two digits, text', uraian: 'Title of the division', skala: 'mikro, kecil, menengah, besar or belum-diketahui (unknown)',
    usaha: 'Active businesses', jenis: 'nib, pirt, halal, merek (trade mark) or bpom', jumlah: 'Active micro businesses that hold it', persen: 'jumlah divided by usaha_mikro, per cent, two decimals',
    koperasi: 'Cooperatives on record', koperasi_aktif: 'Active cooperatives', kdkmp: 'Village cooperatives Merah Putih',
    kdkmp_beroperasi: 'KDKMP in operation', anggota: 'Members of active cooperatives; who belongs to several is counted in each',
  },
  api: { missing: 'There is no open value for this indicator and area.', area: 'Write a region code such as 35.15, 35.15.05 or 35.15.05.2003.' },
}
