import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { createAccount, findAccountByLogin, loadNoticeReference } from '../../src/domains/accounts/index.ts'
import { type BulkCooperative, findCooperativeCard, insertCooperatives } from '../../src/domains/cooperatives/index.ts'
import { createOffice, loadCalendarReference, loadRegionReference } from '../../src/domains/office/index.ts'
import { createPerson, loadKbliReference } from '../../src/domains/registry/index.ts'
import { loadServiceReference } from '../../src/domains/services/index.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import type { Clock } from '../../src/platform/db/unit.ts'
import type { Keys } from '../../src/platform/secrets/keys.ts'

/** The demo office: made-up people with one set of rights each. Logins are fixed by the contract, section 7. */
export const DEMO_OFFICE = 'demo'
/** Printed at start and only ever used with DEMO=1. */
export const DEMO_PASSWORD = 'krupuk-udang-demo'

const FROM = '2024-01-01'

const OFFICERS = [
  { login: 'loket', name: 'Ningsih Wulandari', role: 'counter' },
  { login: 'desa', name: 'Slamet Riyadi', role: 'village-officer', area: '35.15.05.2006' },
  { login: 'verifikator', name: 'Rina Kusumawati', role: 'verifier', division: 'usaha-mikro' },
  { login: 'kabid', name: 'Bambang Hariyanto', role: 'division-head', division: 'usaha-mikro' },
  { login: 'sekretaris', name: 'Endang Lestari', role: 'secretary' },
  { login: 'kadis', name: 'Agus Prasetyo', role: 'office-head' },
  { login: 'enumerator', name: 'Dewi Anggraini', role: 'enumerator', area: '35.15.05' },
  { login: 'koordinator', name: 'Hendra Wijayanto', role: 'coordinator', area: '35.15.05' },
  { login: 'pendamping', name: 'Yuni Astutik', role: 'mentor' },
  { login: 'pengawas', name: 'Sugeng Raharjo', role: 'inspector' },
  { login: 'data', name: 'Fitri Handayani', role: 'data-steward' },
  { login: 'admin', name: 'Dimas Nugroho', role: 'admin' },
] as const

/** Both have a whole person behind them; NIKs end in 0000, a serial the state never issues. */
const CITIZENS = [
  {
    phone: '+6281200000001', name: 'Siti Aminah', gender: 'female', nationalId: '3515055203800000', familyCardNumber: '3515051204050000', birthPlace: 'Sidoarjo',
    birthDate: '1980-03-12', address: 'Dusun Pelataran RT 03 RW 02', villageCode: '35.15.05.2003', role: 'business-owner',
  },
  {
    phone: '+6281200000002', name: 'Wahyu Setiawan', gender: 'male', nationalId: '3515180907850000', familyCardNumber: '3515180502100000', birthPlace: 'Surabaya',
    birthDate: '1985-07-09', address: 'Jalan Melati 14 RT 05 RW 01', villageCode: '35.15.18.2015', role: 'cooperative-secretary',
  },
] as const

const OFFICIALS = [
  { login: 'kadis', position: 'office-head', division: null, name: 'Drs. AGUS PRASETYO, M.Si.', title: 'Kepala Dinas Koperasi dan Usaha Mikro', rank: 'Pembina Utama Muda (IV/c)', number: '197005051995031000' },
  { login: 'sekretaris', position: 'secretary', division: null, name: 'ENDANG LESTARI, S.E., M.M.', title: 'Sekretaris Dinas', rank: 'Pembina (IV/a)', number: '197508121999032000' },
  { login: 'kabid', position: 'division-head', division: 'usaha-mikro', name: 'BAMBANG HARIYANTO, S.Sos.', title: 'Kepala Bidang Pemberdayaan Usaha Mikro', rank: 'Penata Tk. I (III/d)', number: '198002172006041000' },
] as const

const OFFICE = {
  id: DEMO_OFFICE, name: 'Dinas Koperasi dan Usaha Mikro', government: 'Pemerintah Kabupaten Sidoarjo', regionCode: '35.15',
  address: 'Jalan Jaksa Agung Suprapto Nomor 9, Sidoarjo', postalCode: '61218', website: 'ditakopum.example', email: 'dinas@ditakopum.example',
  letterUnit: '438.5.99', placeOfSigning: 'Sidoarjo', demo: true,
}

async function loadPeople(tx: Tx, keys: Keys, clock: Clock): Promise<void> {
  const now = clock()
  for (const { login, name, role, ...held } of OFFICERS) {
    await createAccount(tx, keys, now, {
      officeId: DEMO_OFFICE, kind: 'officer', login, name, password: DEMO_PASSWORD, totpSecret: randomBytes(20),
      roles: [{ role, ...('area' in held ? { area: held.area } : {}), ...('division' in held ? { divisionId: held.division } : {}) }], from: FROM,
    })
  }
  for (const { role, ...person } of CITIZENS) {
    const personId = await createPerson(tx, keys, now, DEMO_OFFICE, person)
    await createAccount(tx, keys, now, { officeId: DEMO_OFFICE, kind: 'citizen', login: person.phone, name: person.name, personId, roles: [{ role }], from: FROM })
  }
  for (const one of OFFICIALS) {
    await sql`insert into office.officials (office_id, account_id, position, division_id, name, title, rank, employee_number, decree, valid_from)
      select ${DEMO_OFFICE}, id, ${one.position}, ${one.division}, ${one.name}, ${one.title}, ${one.rank}, ${one.number}, '821.2/001/438.5.99/2024', ${FROM}::date
        from accounts.accounts where office_id = ${DEMO_OFFICE} and login = ${one.login}`.execute(tx)
  }
}

const WAHYU = '+6281200000002'

/** The cooperative whose secretary signs in as 081200000002; the others of its board are known by name only. */
const COOPERATIVE: Omit<BulkCooperative, 'at'> = {
  id: '5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b',
  record: {
    name: 'Koperasi Konsumen Delta Mitra Sejahtera', kind: 'consumer', group: 'employees', pattern: 'conventional', level: 'primary', status: 'active',
    legalEntityNumber: '004321/BH/M.KUKM.2/VIII/2016', legalEntityDate: '2016-08-15', address: 'Jalan Melati 20', villageCode: '35.15.18.2015',
    membershipArea: 'regency', membersFemale: 61, membersMale: 78, hasSavingsUnit: true, phone: WAHYU,
  },
  positions: [
    { id: '5d1c0e7a-2b6f-4c1d-8a35-000000000001', organ: 'board', role: 'chair', name: 'Sri Wahyuni', gender: 'female', from: '2024-03-10' },
    { id: '5d1c0e7a-2b6f-4c1d-8a35-000000000002', organ: 'board', role: 'secretary', name: 'Wahyu Setiawan', gender: 'male', from: '2024-03-10' },
    { id: '5d1c0e7a-2b6f-4c1d-8a35-000000000003', organ: 'board', role: 'treasurer', name: 'Hartono', gender: 'male', from: '2024-03-10' },
    { id: '5d1c0e7a-2b6f-4c1d-8a35-000000000004', organ: 'supervisory-board', role: 'chair', name: 'Lilik Andayani', gender: 'female', from: '2024-03-10' },
  ],
  bookYears: [
    { year: 2024, meetingOn: '2025-03-08', membersRegistered: 132, membersAttended: 97, quorumMet: true, assets: 412_000_000, ownCapital: 238_000_000,
      outsideCapital: 174_000_000, turnover: 655_000_000, netSurplus: 31_500_000 },
  ],
}

async function loadCooperative(tx: Tx, keys: Keys, clock: Clock): Promise<void> {
  const account = await findAccountByLogin(tx, DEMO_OFFICE, WAHYU)
  // Also for a demo begun before there were cooperatives; not again where somebody moved the phone to another account.
  if (!account?.personId || await findCooperativeCard(tx, COOPERATIVE.id)) return
  const { personId } = account
  const positions = COOPERATIVE.positions.map((one) => (one.role === 'secretary' ? { ...one, personId } : one))
  const office = { id: DEMO_OFFICE, regionCode: OFFICE.regionCode }
  await insertCooperatives(tx, keys, office, [{ ...COOPERATIVE, positions, at: clock() }], { source: 'self', by: account.id, kind: 'enter' })
}

/** Makes the demo office once; a second call finds it there. */
export async function seedDemo(tx: Tx, keys: Keys, clock: Clock): Promise<void> {
  await loadRegionReference(tx, clock)
  await loadKbliReference(tx, clock)
  await loadNoticeReference(tx, clock)
  const there = await tx.selectFrom('office.offices').select('id').where('id', '=', DEMO_OFFICE).executeTakeFirst()
  if (!there) await createOffice(tx, OFFICE)
  await loadCalendarReference(tx, clock, DEMO_OFFICE)
  await loadServiceReference(tx, clock, DEMO_OFFICE)
  if (!there) await loadPeople(tx, keys, clock)
  await loadCooperative(tx, keys, clock)
}
