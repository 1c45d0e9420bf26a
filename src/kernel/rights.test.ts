import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, type Operation, POLICY, ROLES, type Resource, type Role, areasFor, covers, may } from './rights.ts'

/*
 * The rights of the office, written out once more by hand, so that a slip in either table is found.
 *   o  citizens, for what is their own      a  within the own area      O  in the whole office
 *   d D  as a O, but only cases whose life passes one's desk      w W  the same, and not what one typed in oneself
 *   V  in the office, but not what one typed in oneself      I  in the office, but not what one verified oneself
 *   .  never      and "!" behind the name: only with the second factor given shortly before
 */
const COLUMNS: Role[] = [
  'business-owner', 'cooperative-secretary', 'counter', 'village-officer', 'verifier', 'division-head', 'secretary', 'office-head',
  'enumerator', 'coordinator', 'mentor', 'inspector', 'data-steward', 'admin',
]
//                           owner coop  counter village  verifier division secretary head  enum coord mentor insp  data admin
const TABLE = {
  'business.create': /*      */ 'o o   O a   . . . .   . . . .   O .',
  'business.list': /*        */ 'o o   O a   O O O O   . . . .   O .',
  'business.read': /*        */ 'o o   O a   O O O O   . . . .   O .',
  'business.update': /*      */ 'o o   O a   . . . .   . . . .   O .',
  'person.reveal': /*        */ 'o o   O a   O O O O   . . . .   O .',
  'cooperative.create': /*   */ '. o   O a   . . . .   . . . .   O .',
  'cooperative.list': /*     */ 'o o   O a   O O O O   . . . O   O .',
  'cooperative.read': /*     */ 'o o   O a   O O O O   . . . O   O .',
  'cooperative.update': /*   */ '. o   O a   . . . .   . . . .   O .',
  'registry.import': /*      */ '. .   . .   . . . .   . . . .   O .',
  'registry.merge': /*       */ '. .   . .   . . . .   . . . .   O .',
  'registry.decide': /*      */ '. .   . .   . . . .   . . . .   O .',
  'registry.export!': /*     */ '. .   . .   . . O O   . . . .   O .',
  'indicator.read': /*       */ '. .   O .   O O O O   . . . O   O .',
  'performance.read': /*     */ '. .   O .   O O O O   . . . .   . .',
  'attachment.create': /*    */ 'o o   O a   O O O O   . . O O   . .',
  'application.create': /*   */ 'o o   O a   . . . .   . . . .   . .',
  'application.list': /*     */ 'o o   O a   O O O O   . . . .   . .',
  'application.read': /*     */ 'o o   O a   O O O O   . . D D   . .',
  'application.edit': /*     */ 'o o   O a   . . . .   . . . .   . .',
  'application.submit': /*   */ 'o o   O a   . . . .   . . . .   . .',
  'application.withdraw': /* */ 'o o   O a   . . . .   . . . .   . .',
  'application.accept': /*   */ '. .   O d   . . . .   . . D D   . .',
  'application.return': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.reject': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.assign': /*   */ '. .   . .   O O O .   . . . .   . .',
  'application.verify': /*   */ '. .   . w   V . . .   . . W W   . .',
  'application.survey': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.report': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.consult': /*  */ '. .   O d   O O O O   . . D D   . .',
  'application.advise': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.score': /*    */ '. .   O .   O O O O   . . . .   . .',
  'application.rank': /*     */ '. .   O .   O O O O   . . . .   . .',
  'application.follow': /*   */ '. .   O d   O O O O   . . D D   . .',
  'application.complete': /* */ '. .   O d   O O O O   . . D D   . .',
  'application.initial': /*  */ '. .   . .   . I I .   . . . .   . .',
  'application.sign!': /*    */ '. .   . .   . . . I   . . . .   . .',
  'letter.read': /*          */ 'o o   O a   O O O O   . . . .   . .',
  'letter.note-use': /*      */ 'o o   O a   . . . .   . . . .   . .',
  'letter.keep-scan': /*     */ '. .   O .   . . O .   . . . .   . .',
  'letter.revoke!': /*       */ '. .   . .   . . . O   . . . .   . .',
  'citizen.help': /*         */ '. .   O a   . . . .   . . . .   . .',
  'phone.change': /*         */ '. .   O .   . . O .   . . . .   . .',
  'round.read': /*           */ '. .   O .   O O O O   . . O O   . .',
  'round.manage': /*         */ '. .   . .   . O O .   . . . .   . .',
  'round.score': /*          */ '. .   O .   O O O O   . . O O   . .',
  'queue.read': /*           */ '. .   O .   O O O O   . . . .   . .',
  'task.list': /*            */ '. .   O a   O O O O   . . O O   . .',
  'signing.list': /*         */ '. .   . .   . . . O   . . . .   . .',
  'supervision.read': /*     */ '. .   . .   O O O O   . . . .   . .',
  'supervision.hand-over': /**/ '. .   . .   . O O O   . . . .   . .',
  'objection.file': /*       */ 'o o   O a   . . . .   . . . .   . .',
  'objection.read': /*       */ 'o o   O a   O O O O   . . . .   . .',
  'objection.list': /*       */ '. .   O .   O O O O   . . . .   . .',
  'objection.decide': /*     */ '. .   . .   . . . O   . . . .   . .',
  'objection.fulfil': /*     */ '. .   . .   . . O O   . . . .   . .',
  'complaint.file': /*       */ 'o o   O a   . . O .   . . . .   . .',
  'complaint.list': /*       */ '. .   O .   O O O O   . . . O   . .',
  'complaint.read': /*       */ 'o o   O .   O O O O   . . . O   . .',
  'complaint.handle': /*     */ '. .   O .   O O O O   . . . O   . .',
  'complaint.ask-identity': /**/ '. .  . .   . O O O   . . . .   . .',
  'complaint.open-identity!': /**/ '. . . .   . . O O   . . . .   . .',
  'complaint.exchange': /*   */ '. .   O .   . . O .   . . . .   . .',
  'guidance.propose': /*     */ '. .   O .   O O O O   . . . O   . .',
  'guidance.review': /*      */ '. .   . .   . O O O   . . . .   . .',
  'account.self': /*         */ 'o o   o o   o o o o   o o o o   o o',
  'account.second-factor!': /**/ '. .   o o   o o o o   o o o o   o o',
  'news.publish': /*         */ '. .   . .   . O O O   . . . .   O .',
  'message.read-demo': /*    */ '. .   . .   . . . .   . . . .   . .',
  'message.retry': /*        */ '. .   O .   . . O .   . . . .   . .',
  'message.deliver': /*      */ '. .   O a   . . O .   . . . .   . .',
  'message.budget': /*       */ '. .   . .   . . O .   . . . .   . .',
  'reference.manage': /*     */ '. .   . .   . . . .   . . . .   . O',
  'account.manage!': /*      */ '. .   . .   . . . .   . . . .   . O',
  'official.manage!': /*     */ '. .   . .   . . . .   . . . .   . O',
  'report.read': /*          */ '. .   O .   O O O O   . . . .   O .',
  'report.prepare': /*       */ '. .   . .   . O O .   . . . .   O .',
  'report.approve': /*       */ '. .   . .   . O O O   . . . .   . .',
  'report.sign!': /*         */ '. .   . .   . . . O   . . . .   . .',
  'report.keep-scan': /*     */ '. .   O .   . . O .   . . . .   . .',
  'report.revise': /*        */ '. .   . .   . . O O   . . . .   . .',
  'look.review': /*          */ '. .   . .   . . O O   . . . .   . .',
  'privacy.ask': /*          */ 'o o   O .   . . . .   . . . .   . .',
  'privacy.decide': /*       */ '. .   . .   . . O O   . . . .   . .',
  'privacy.register': /*     */ '. .   . .   . . O O   . . . .   . O',
  'breach.manage': /*        */ '. .   . .   . . O O   . . . .   . .',
  'archive.read': /*         */ '. .   . .   . . O O   . . . .   . .',
  'archive.propose': /*      */ '. .   . .   . . O .   . . . .   . .',
  'archive.approve!': /*     */ '. .   . .   . . . O   . . . .   . .',
  'service.review': /*       */ '. .   . .   . O O O   . . . .   . O',
  'service.propose': /*      */ '. .   . .   . O O .   . . . .   . O',
  'service.publish!': /*     */ '. .   . .   . . O O   . . . .   . .',
  'survey.read': /*          */ '. .   O .   O O O O   . . . .   O .',
  'survey.enter': /*         */ '. .   O .   . . O .   . . . .   . .',
  'survey.moderate': /*      */ '. .   . .   . . O O   . . . .   . .',
  'survey.plan': /*          */ '. .   . .   . O O O   . . . .   . .',
  'survey.manage': /*        */ '. .   . .   . . O O   . . . .   . .',
  'log.read': /*             */ '. .   . .   . . O O   . . . .   . O',
}

const DISTRICT = '35.15.05'
const [INSIDE, OUTSIDE] = ['35.15.05.2003', '35.15.18.2015']
const [ME, MY_ACCOUNT, ELSE, OTHER_ACCOUNT] = ['person-of-mine', 'account-of-mine', 'person-of-others', 'account-of-others']
const foreign = { officeId: 'demo', ownerId: ELSE, villageCode: INSIDE, enteredBy: OTHER_ACCOUNT, verifiedBy: OTHER_ACCOUNT }

const THINGS = {
  'nothing yet: a list, or something about to be made': {},
  'own, in the area': { ...foreign, ownerId: ME },
  'own, outside of the area': { ...foreign, ownerId: ME, villageCode: OUTSIDE },
  'foreign, in the area': foreign,
  'foreign, outside of the area': { ...foreign, villageCode: OUTSIDE },
  'of another office': { ...foreign, officeId: 'other', ownerId: ME },
  'typed in by oneself': { ...foreign, enteredBy: MY_ACCOUNT },
  'verified by oneself': { ...foreign, verifiedBy: MY_ACCOUNT },
  'without an owner': { officeId: 'demo', villageCode: INSIDE, enteredBy: OTHER_ACCOUNT },
  'without a village': { officeId: 'demo', ownerId: ELSE, enteredBy: OTHER_ACCOUNT },
  'whose life passes every desk': { ...foreign, desks: new Set(COLUMNS) },
  'whose life passes every desk, typed in by oneself': { ...foreign, desks: new Set(COLUMNS), enteredBy: MY_ACCOUNT },
  'without a village, typed in by oneself': { officeId: 'demo', ownerId: ELSE, enteredBy: MY_ACCOUNT },
} satisfies Record<string, Resource>
type Thing = keyof typeof THINGS

const OTHER_OFFICE = { 'of another office': 'outside-your-area' }

/** Everything that is there, but for what says that its life passes one's desk. */
const NOT_THE_DESK: Partial<Record<Thing, string>> = {
  'own, in the area': 'not-your-task', 'own, outside of the area': 'not-your-task', 'foreign, in the area': 'not-your-task',
  'foreign, outside of the area': 'not-your-task', 'typed in by oneself': 'not-your-task', 'verified by oneself': 'not-your-task',
  'without an owner': 'not-your-task', 'without a village': 'not-your-task', 'without a village, typed in by oneself': 'not-your-task', ...OTHER_OFFICE,
}

/** What is refused, by the letter of the table; what is not named is allowed. */
const REFUSED: Record<string, Partial<Record<Thing, string>>> = {
  o: {
    ...OTHER_OFFICE, 'foreign, in the area': 'not-yours', 'foreign, outside of the area': 'not-yours', 'typed in by oneself': 'not-yours',
    'whose life passes every desk': 'not-yours', 'whose life passes every desk, typed in by oneself': 'not-yours',
    'verified by oneself': 'not-yours', 'without an owner': 'not-yours', 'without a village': 'not-yours', 'without a village, typed in by oneself': 'not-yours',
  },
  a: {
    ...OTHER_OFFICE, 'own, outside of the area': 'outside-your-area', 'foreign, outside of the area': 'outside-your-area', 'without a village': 'outside-your-area',
  },
  O: OTHER_OFFICE,
  d: { ...NOT_THE_DESK, 'own, outside of the area': 'outside-your-area', 'foreign, outside of the area': 'outside-your-area', 'without a village': 'outside-your-area' },
  D: NOT_THE_DESK,
  w: {
    ...NOT_THE_DESK, 'own, outside of the area': 'outside-your-area', 'foreign, outside of the area': 'outside-your-area', 'without a village': 'outside-your-area',
    'whose life passes every desk, typed in by oneself': 'own-entry',
  },
  W: { ...NOT_THE_DESK, 'whose life passes every desk, typed in by oneself': 'own-entry' },
  V: { ...OTHER_OFFICE, 'whose life passes every desk, typed in by oneself': 'own-entry', 'typed in by oneself': 'own-entry', 'without a village, typed in by oneself': 'own-entry' },
  I: { ...OTHER_OFFICE, 'verified by oneself': 'own-verification' },
}

const NOW = 1_700_000_000_000
const AREA_ROLES: ReadonlySet<Role> = new Set(['village-officer', 'enumerator', 'coordinator'])

const anActor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  accountId: MY_ACCOUNT, officeId: 'demo', kind: 'officer', name: 'Tamu', personId: ME, secondFactorUntil: NOW + 1,
  roles: [AREA_ROLES.has(role) ? { role, area: DISTRICT } : { role }], ...more,
})

const isOperation = (text: string): text is Operation => text in POLICY
const operations = Object.entries(TABLE).map(([key, row]) => {
  const name = key.replace('!', '')
  if (!isOperation(name)) throw new Error(`there is no operation ${name}`)
  return { name, stepUp: key.endsWith('!'), letters: row.split(/\s+/) }
})

const answerOf = (actor: Actor | undefined, operation: Operation, thing: Resource): string => {
  const answer = may(actor, operation, thing, NOW)
  if (answer.ok) return 'allowed'
  return answer.error.kind === 'invalid' ? 'invalid' : answer.error.code
}

test('every operation and every role stands in the table of this test', () => {
  assert.deepEqual(operations.map(({ name }) => name).toSorted(), Object.keys(POLICY).toSorted())
  assert.deepEqual(COLUMNS, [...ROLES])
  for (const { name, letters } of operations) assert.equal(letters.length, ROLES.length, name)
})

for (const { name, stepUp, letters } of operations) {
  test(`${name}: every role, own and foreign, in and outside of the area, own entry and own verification`, () => {
    for (const [at, role] of COLUMNS.entries()) {
      const letter = letters[at] ?? ''
      for (const [thing, resource] of Object.entries(THINGS)) {
        const expected = letter === '.' ? 'not-your-task' : Object.entries(REFUSED[letter] ?? {}).find(([key]) => key === thing)?.[1] ?? 'allowed'

        assert.equal(answerOf(anActor(role), name, resource), expected, `${role} · ${thing}`)
      }
    }
  })

  test(`${name}: nobody may without signing in, and ${stepUp ? 'only' : 'also not only'} with the second factor`, () => {
    const own = { ...foreign, ownerId: ME, desks: new Set(COLUMNS) }

    const nobody = answerOf(undefined, name, own)

    assert.equal(nobody, 'sign-in-needed')
    for (const [at, role] of COLUMNS.entries()) {
      if (letters[at] === '.') continue
      const { secondFactorUntil: _given, ...without } = anActor(role)
      const expected = stepUp ? 'step-up-needed' : 'allowed'
      assert.equal(answerOf(without, name, own), expected, `${role} without`)
      assert.equal(answerOf({ ...without, secondFactorUntil: NOW }, name, own), expected, `${role}, just over`)
    }
  })
}

test('a role of the office that was given for an area holds only there', () => {
  const limited = anActor('counter', { roles: [{ role: 'counter', area: DISTRICT }] })

  const answers = [foreign, THINGS['foreign, outside of the area'], THINGS['without a village'], {}].map((thing) => answerOf(limited, 'business.read', thing))

  assert.deepEqual(answers, ['allowed', 'outside-your-area', 'outside-your-area', 'allowed'])
})

test('an area role without an area reaches nothing', () => {
  const lost = anActor('village-officer', { roles: [{ role: 'village-officer' }] })

  const answer = answerOf(lost, 'business.read', foreign)

  assert.equal(answer, 'outside-your-area')
})

test('of several roles one that allows is enough, and the refusal is that of the last that could have', () => {
  const both = anActor('business-owner', { roles: [{ role: 'business-owner' }, { role: 'counter' }] })
  const neither = anActor('business-owner', { roles: [{ role: 'business-owner' }, { role: 'admin' }] })

  assert.equal(answerOf(both, 'business.read', foreign), 'allowed')
  assert.equal(answerOf(neither, 'business.read', foreign), 'not-yours')
})

test('who is verifier and head at once signs nothing he verified', () => {
  const both = anActor('verifier', { roles: [{ role: 'verifier' }, { role: 'office-head' }] })

  const [own, others] = [answerOf(both, 'application.sign', THINGS['verified by oneself']), answerOf(both, 'application.sign', foreign)]

  assert.equal(own, 'own-verification')
  assert.equal(others, 'allowed')
})

test('what a cooperative asks is of those who may act for it, whoever began it', () => {
  const request = { ...foreign, ownerId: ME, cooperativeId: 'a-cooperative' }
  const former = anActor('cooperative-secretary')
  const board = anActor('cooperative-secretary', { personId: ELSE, cooperatives: ['a-cooperative'] })

  assert.deepEqual([former, board].map((one) => answerOf(one, 'application.read', request)), ['not-yours', 'allowed'])
})

test('to the one it is about there is no such thing, whatever he may do otherwise and whoever holds it', () => {
  const thing = { ...foreign, ownerId: ME, about: [OTHER_ACCOUNT, MY_ACCOUNT], heldBy: MY_ACCOUNT }

  for (const { name } of operations) for (const role of COLUMNS) assert.equal(answerOf(anActor(role), name, thing), 'not-found', `${name} · ${role}`)
})

test('what is open to some roles is closed to the others, but not to whoever has it in hand, nor to the one whose own it is', () => {
  const thing: Resource = { ...foreign, openTo: ['secretary', 'office-head'] }
  const read = (role: Role, more: Resource = {}) => answerOf(anActor(role), 'complaint.read', { ...thing, ...more })

  assert.deepEqual([read('counter'), read('division-head'), read('inspector')], ['not-your-task', 'not-your-task', 'not-your-task'])
  assert.deepEqual([read('secretary'), read('office-head')], ['allowed', 'allowed'])
  assert.deepEqual([read('inspector', { heldBy: MY_ACCOUNT }), read('business-owner', { ownerId: ME })], ['allowed', 'allowed'])
})

test('who has no role today may nothing', () => {
  const idle = anActor('counter', { roles: [] })

  assert.deepEqual(operations.filter(({ name }) => answerOf(idle, name, {}) !== 'not-your-task'), [])
})

test('a refusal tells people what to do', () => {
  const answer = may(anActor('admin'), 'application.sign', {}, NOW)

  assert.ok(!answer.ok && answer.error.kind === 'forbidden')
  assert.match(answer.error.message, /Hubungi atasan atau admin/)
})

test('lists are cut to the whole office, the areas or what is one\'s own', () => {
  const cases: [Actor, Operation, ReturnType<typeof areasFor>][] = [
    [anActor('counter'), 'business.list', 'all'],
    [anActor('village-officer'), 'business.list', [DISTRICT]],
    [anActor('business-owner'), 'business.list', 'own'],
    [anActor('counter', { roles: [{ role: 'counter', area: DISTRICT }, { role: 'verifier', area: '35.15.18' }] }), 'business.list', [DISTRICT, '35.15.18']],
    [anActor('village-officer', { roles: [{ role: 'village-officer', area: DISTRICT }, { role: 'counter' }] }), 'business.list', 'all'],
    [anActor('admin'), 'business.list', 'own'],
  ]

  for (const [actor, operation, expected] of cases) assert.deepEqual(areasFor(actor, operation), expected)
})

test('a code covers itself and what lies below it, not what only begins alike', () => {
  const cases: [string, string, boolean][] = [
    ['35.15.05', '35.15.05', true], ['35.15.05', '35.15.05.2003', true], ['35.15', '35.15.05.2003', true],
    ['35.15.05', '35.15.0', false], ['35.15.0', '35.15.05', false], ['35.15.05.2003', '35.15.05', false], ['35.15.05', '35.15.055.2003', false],
  ]

  for (const [area, region, expected] of cases) assert.equal(covers(area, region), expected, `${area} ${region}`)
})
