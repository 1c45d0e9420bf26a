/** What a value is, for conditions and for the text of a letter. */
export type FactType = 'text' | 'number' | 'boolean' | 'date'

/**
 * What is known of an applicant before he is asked: the registry's records and the office's own letters, under the names that a
 * definition uses. A fact that is not known has no value; it is never zero and never false instead.
 */
export const FACTS = {
  today: 'date',
  'owner.name': 'text',
  'owner.nationalId': 'text',
  'owner.birth': 'text',
  'owner.address': 'text',
  'owner.age': 'number',
  'owner.gender': 'text',
  'owner.phone': 'text',
  'business.name': 'text',
  'business.registryNumber': 'text',
  'business.address': 'text',
  'business.place': 'text',
  'business.kbli': 'text',
  'business.activity': 'text',
  'business.mainProduct': 'text',
  'business.startedOn': 'date',
  'business.monthsRunning': 'number',
  'business.scale': 'text',
  'business.scaleText': 'text',
  'business.criterion': 'text',
  'business.capital': 'number',
  'business.annualSales': 'number',
  'business.workers': 'number',
  'business.workersText': 'text',
  'business.status': 'text',
  'business.verified': 'boolean',
  'business.nib': 'text',
  'business.nibDate': 'date',
  'business.npwp': 'text',
  'business.pirt': 'text',
  'business.halal': 'text',
  'business.halalUntil': 'date',
  'business.trademark': 'text',
  'cooperative.name': 'text',
  'cooperative.registryNumber': 'text',
  'cooperative.address': 'text',
  'cooperative.place': 'text',
  'cooperative.kind': 'text',
  'cooperative.kindText': 'text',
  'cooperative.level': 'text',
  'cooperative.pattern': 'text',
  'cooperative.status': 'text',
  'cooperative.cooperativeNumber': 'text',
  'cooperative.legalEntityNumber': 'text',
  'cooperative.legalEntityDate': 'date',
  'cooperative.members': 'number',
  'cooperative.yearsRunning': 'number',
  'cooperative.lastMeetingYear': 'number',
  'cooperative.yearsWithoutMeeting': 'number',
  'cooperative.healthGrade': 'text',
  'cooperative.assets': 'number',
  'cooperative.chair': 'text',
  'letter.liveUntil': 'date',
  'service.completedBefore': 'number',
} as const satisfies Record<string, FactType>

export type FactName = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as [FactName, ...FactName[]]

export const isFact = (name: string): name is FactName => Object.hasOwn(FACTS, name)

/** The facts of one applicant on one day. */
export type Facts = Partial<Record<FactName, string | number | boolean>>

/** Known of everyone who can ask at all: the registry takes no record without them. */
const CERTAIN: ReadonlySet<FactName> = new Set<FactName>([
  'today', 'owner.name', 'owner.nationalId', 'owner.birth', 'owner.address', 'business.name', 'business.registryNumber', 'business.address', 'business.place',
  'business.kbli', 'business.activity', 'business.startedOn', 'business.monthsRunning', 'business.status', 'business.verified', 'cooperative.name',
  'cooperative.registryNumber', 'cooperative.address', 'cooperative.place', 'cooperative.kind', 'cooperative.kindText', 'cooperative.level', 'cooperative.status',
  'cooperative.legalEntityNumber', 'cooperative.legalEntityDate', 'cooperative.yearsRunning', 'service.completedBefore',
])
export const isCertain = (fact: FactName): boolean => CERTAIN.has(fact)

/** Known together: what is worked out of the other. */
const WITH: Partial<Record<FactName, readonly FactName[]>> = {
  'business.scale': ['business.scaleText', 'business.criterion'], 'business.scaleText': ['business.scale', 'business.criterion'],
  'business.criterion': ['business.scale', 'business.scaleText'], 'business.workersText': ['business.workers'],
}
export const knownWith = (fact: FactName): readonly FactName[] => [fact, ...WITH[fact] ?? []]

/** Does the fact speak of whom or what this service is asked for? */
export const fitsSubject = (fact: FactName, subject: 'business' | 'cooperative' | 'person'): boolean =>
  (!fact.startsWith('business.') || subject === 'business') && (!fact.startsWith('cooperative.') || subject === 'cooperative')
