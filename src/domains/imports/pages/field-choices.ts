import type { ChoiceGroup } from '../../../ui/fields/cell-select.tsx'
import { type RecordKind, fieldsOfKind } from '../core/fields.ts'
import { importsId } from '../messages.id.ts'
import { importPages } from '../page-messages.id.ts'

type Group = keyof typeof importPages.columns.groups

/** Which group of the menu a field stands in; what is not named here is about the list itself. */
const GROUPS: Record<RecordKind, Partial<Record<Group, string>>> = {
  business: {
    what: 'name brand mainProduct description kbli otherKbli legalForm status startedOn productionMethod monthlyCapacity capacityUnit partnership',
    where: 'address village district villageCode regency rt rw rtRw hamlet postalCode point latitude longitude placeKind placeOwnership',
    money: 'capital capitalPart startingCapital annualSales monthlySales salesYear monthlyCosts assets bookkeeping hasBankAccount capitalSources hasRunningLoan statedScale',
    work: 'workersTotal workersPaidMale workersPaidFemale workersUnpaidMale workersUnpaidFemale workersDisabled hasWorkersInsurance',
    market: 'marketAreas salesChannels onlineShop usesSmartphone usesInternet acceptsQris usesCashierApp',
    legal: 'nib nibDate nibName npwp pirt halalNumber trademarkNumber bpomNumber',
  },
  cooperative: {
    body: 'name cooperativeNumber legalEntityNumber legalEntityDate amendmentNumber amendmentDate notary level kind pattern group sector kbli status statusReason membershipArea phone email',
    where: 'address village district villageCode regency rt rw rtRw hamlet postalCode point latitude longitude',
    people: 'chair chair.phone secretary treasurer supervisor manager manager.phone members membersMale membersFemale candidateMembers employees employeesMale employeesFemale',
    money: 'assets principalSaving mandatorySaving reserves grants ownCapital outsideCapital voluntarySaving timeDeposits turnover loansGiven nonPerformingLoans income expenses netSurplus',
    meeting: 'bookYear meetingOn meetingHeld membersAttended certificateNumber certificateDate certificateGrade healthGrade',
    legal: 'nib npwp hasSavingsUnit savingsLicenceNumber savingsLicenceDate',
  },
}

const ORDER = ['who', 'body', 'what', 'where', 'people', 'money', 'work', 'market', 'meeting', 'legal', 'list'] as const satisfies readonly Group[]

const groupOf = (kind: RecordKind, field: string): Group =>
  (field.startsWith('owner.') ? 'who' : ORDER.find((group) => GROUPS[kind][group]?.split(' ').includes(field)) ?? 'list')

function choicesOf(kind: RecordKind): ChoiceGroup[] {
  const byGroup = Map.groupBy(fieldsOfKind(kind), (field) => groupOf(kind, field))
  return ORDER.flatMap((group) => {
    const fields = byGroup.get(group) ?? []
    return fields.length === 0 ? [] : [{ label: importPages.columns.groups[group], choices: fields.map((value) => ({ value, label: importsId.fields[value] ?? value })) }]
  })
}

/** The fields of a register as a menu in groups. */
export const FIELD_CHOICES: Record<RecordKind, readonly ChoiceGroup[]> = { business: choicesOf('business'), cooperative: choicesOf('cooperative') }
