import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type OfficeWide, officeWide } from './core/complete-definition.ts'

const FOLDER = join(import.meta.dirname, '../../../reference/services')
type Json = Record<string, unknown>

const jsonOf = (name: string): Json => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

/** What the office's services have in common, as shipped. */
export const shippedOffice: OfficeWide = officeWide.parse(jsonOf('office.json'))

/** The services shipped with the program, as written. */
export const shippedFiles = (): { name: string; file: Json }[] =>
  readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'office.json').toSorted().map((name) => ({ name, file: jsonOf(name) }))

const both = (text: string) => ({ id: text, en: text })
const aside = [{ step: 'return', to: 'returned' }, { step: 'reject', to: 'rejected' }, { step: 'withdraw', to: 'withdrawn' }]
const stage = (state: string, owner: string, days: number, ...exits: [string, string][]) =>
  ({ state, owners: [owner], limit: { days }, exits: [...exits.map(([step, to]) => ({ step, to })), ...aside] })
const quiet = (state: string, owner: string, days: number, ...exits: [string, string][]) =>
  ({ state, owners: [owner], limit: { days }, exits: [...exits.map(([step, to]) => ({ step, to })), { step: 'withdraw', to: 'withdrawn' }] })

/** A service that uses everything a definition can: advice, survey, panel and rank, letter and outcome, groups, conditions, checks. */
export const everyPart = (): Json => ({
  code: 'TST-01', version: 1, name: both('Layanan Uji'), summary: both('Layanan dengan semua bagian'), keywords: ['uji coba'], division: 'usaha-mikro',
  validFrom: '2026-01-02', decree: { number: '1/2026', date: '2026-01-02' }, subject: 'business',
  standard: {
    requirements: ['Usaha tercatat'], procedure: ['Ajukan', 'Tunggu'], duration: '25 hari kerja sejak berkas lengkap', fee: 'Rp0', product: 'Surat',
    legalBasis: ['UU 25/2009'],
  },
  limits: { days: 25 },
  eligibility: [
    { code: 'micro-only', when: { fact: 'business.scale', equals: 'micro' }, words: both('Hanya untuk usaha mikro.') },
    { code: 'half-a-year', when: { fact: 'business.monthsRunning', atLeast: 6 }, words: both('Usaha harus sudah berjalan 6 bulan.') },
  ],
  questions: [
    { key: 'use', type: 'choice', label: both('Untuk apa?'), required: true, example: 'shop', options: [{ value: 'machine', label: both('Mesin') }, { value: 'shop', label: both('Toko') }] },
    {
      key: 'machine', type: 'text', label: both('Mesin apa?'), required: true, maxLength: 60, example: 'Parut kelapa',
      showWhen: { any: [{ question: 'use', equals: 'machine' }, { fact: 'business.annualSales', atLeast: 500_000_000 }] },
    },
    { key: 'litres', type: 'integer', label: both('Berapa liter?'), required: true, min: 1, max: 300, unit: both('liter'), example: 60 },
    { key: 'why', type: 'text', label: both('Mengapa sebanyak itu?'), required: true, example: 'Pesanan besar', showWhen: { question: 'litres', atLeast: 200 } },
    { key: 'brand', type: 'text', label: both('Nama merek'), required: true, maxLength: 80, example: 'Krupuk Contoh', prefill: 'business.name' },
    { key: 'sales', type: 'money', label: both('Omzet setahun'), required: true, example: 100_000_000, prefill: 'business.annualSales' },
    { key: 'places', type: 'choices', label: both('Dijual di mana?'), required: false, example: ['market'], options: [{ value: 'market', label: both('Pasar') }, { value: 'online', label: both('Daring') }] },
    { key: 'shopName', type: 'text', label: both('Nama toko daring'), required: false, example: 'Toko Contoh', showWhen: { question: 'places', includes: 'online' } },
    { key: 'since', type: 'date', label: both('Sejak kapan?'), required: false, example: '2024-01-02', prefill: 'business.startedOn' },
    {
      key: 'members', type: 'group', label: both('Anggota kelompok'), required: true, least: 2, most: 10,
      example: [{ name: 'Siti', head: true, task: 'Ketua' }, { name: 'Budi' }],
      of: [
        { key: 'name', type: 'text', label: both('Nama'), required: true, example: 'Siti' },
        { key: 'head', type: 'boolean', label: both('Ketua?'), required: false, example: true },
        { key: 'task', type: 'text', label: both('Tugas ketua'), required: true, example: 'Memimpin', showWhen: { question: 'head', equals: true } },
      ],
    },
    { key: 'statement', type: 'boolean', label: both('Saya menyatakan benar'), required: true, mustBeTrue: true, example: true },
  ],
  requirements: [
    'idCard',
    { use: 'businessNumberDocument', oneOf: 'legality' }, { use: 'villageLetter', oneOf: 'legality' },
    { key: 'machinePhoto', required: true, label: both('Foto mesin'), showWhen: { question: 'use', equals: 'machine' } },
  ],
  checks: [
    { code: 'too-much', when: { all: [{ question: 'use', equals: 'shop' }, { question: 'litres', atLeast: 100 }] }, level: 'stop', field: 'litres', words: both('Toko paling banyak 99 liter.') },
    { code: 'sales-differ', when: { not: { question: 'sales', atMost: { fact: 'business.annualSales', times: 1.3 } } }, level: 'warn', field: 'sales', words: both('Omzet berbeda dengan catatan.') },
  ],
  checklist: [both('Mesin dipakai untuk produksi')],
  life: [
    { state: 'draft', owners: ['applicant'], limit: { restDays: 90 }, exits: [{ step: 'submit', to: 'submitted' }, { step: 'withdraw', to: 'withdrawn' }] },
    { state: 'returned', owners: ['applicant'], limit: { restDays: 14 }, exits: [{ step: 'submit', to: 'submitted' }, { step: 'withdraw', to: 'withdrawn' }] },
    { state: 'submitted', owners: ['counter'], limit: { officeHours: 4 }, exits: [{ step: 'accept', to: 'accepted' }, ...aside] },
    stage('accepted', 'verifier', 1, ['consult', 'advising']),
    quiet('advising', 'outside', 3, ['advise', 'advised']),
    stage('advised', 'verifier', 1, ['survey', 'surveying']),
    quiet('surveying', 'verifier', 2, ['report', 'surveyed']),
    stage('surveyed', 'verifier', 1, ['verify', 'scoring']),
    quiet('scoring', 'panel', 5, ['score', 'scored']),
    quiet('scored', 'division-head', 2, ['rank', 'verified'], ['rank', 'rejected']),
    { state: 'verified', owners: ['division-head', 'secretary'], limit: { days: 1 }, exits: [{ step: 'initial', to: 'initialed' }, { step: 'follow', to: 'following' }, ...aside] },
    stage('following', 'verifier', 60, ['complete', 'completed']),
    stage('initialed', 'office-head', 1, ['sign', 'signing']),
    { state: 'signing', owners: ['office-head'], limit: { days: 1 }, exits: [{ step: 'sign', to: 'issued' }] },
  ],
  initials: ['division-head', 'secretary'],
  survey: [
    { key: 'found', type: 'boolean', label: both('Mesin ada?'), required: true, example: true },
    { key: 'power', type: 'integer', label: both('Daya mesin'), required: true, example: 5, unit: both('PK'), showWhen: { question: 'found', equals: true } },
  ],
  advice: { office: both('Dinas Perindustrian'), question: both('Apakah usaha ini binaan Anda?'), days: 3 },
  scoring: {
    panel: 3, passMark: 60,
    criteria: [
      { key: 'quality', label: both('Mutu'), weight: 60, levels: [{ points: 0, label: both('Kurang') }, { points: 100, label: both('Baik') }] },
      { key: 'need', label: both('Kebutuhan'), weight: 40, levels: [{ points: 0, label: both('Kecil') }, { points: 100, label: both('Besar') }] },
    ],
  },
  inRounds: true,
  outcome: [{ key: 'certificate', type: 'text', label: both('Nomor sertifikat'), required: true, example: 'ID123', writes: 'business.halal' }],
  reasons: { return: 'usual-return', reject: ['not-micro', 'untrue-data'] },
  letter: {
    kind: both('Surat Uji'), class: '500.3.7', template: 'umum/v1', validity: { kind: 'year-end' }, uses: 1,
    sections: [{ lead: 'menerangkan bahwa:', rows: [{ label: 'Nama', value: '{owner.name}', strong: true }, { label: 'Merek', value: '{answers.brand}' }, { label: 'Skala', value: '{business.scaleText}' }] }],
    body: ['Memerlukan {answers.litres} liter untuk usaha {business.name}.'],
  },
  messages: { accepted: both('Berkas lengkap.'), completed: both('Sertifikat sudah ada.') },
  samples: [
    {
      name: 'biasa', facts: { 'business.scale': 'micro', 'business.monthsRunning': 12, 'business.nib': '9120001234567' }, given: ['idCard', 'machinePhoto'], expect: 'sendable',
      answers: { use: 'machine', machine: 'Parut', litres: 60, brand: 'Krupuk', sales: 1000, statement: true, members: [{ name: 'Siti', head: true, task: 'Ketua' }, { name: 'Budi' }] },
    },
    { name: 'bukan-mikro', facts: { 'business.scale': 'small', 'business.monthsRunning': 12 }, expect: { refusedBy: ['micro-only'] } },
    {
      name: 'terlalu-banyak', facts: { 'business.scale': 'micro', 'business.monthsRunning': 12 }, given: ['idCard', 'villageLetter'], expect: { refusedBy: ['too-much'] },
      answers: { use: 'shop', litres: 150, brand: 'Krupuk', sales: 1000, statement: true, members: [{ name: 'Siti' }, { name: 'Budi' }] },
    },
  ],
})
