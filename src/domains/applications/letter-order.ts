import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import type { LetterOrder } from '../letters/index.ts'
import { letterSubject } from '../registry/index.ts'
import { type ServiceDefinition, isAsked } from '../services/index.ts'
import { applicationsId as words } from './messages.id.ts'
import type { Application } from './store.ts'

/** The purpose as the letter says it: the chosen option, or what was typed, and whom it is addressed to. */
function purposeOf(application: Pick<Application, 'answers'>, definition: ServiceDefinition): string {
  const { purpose, purposeOther, addressedTo } = application.answers
  const question = definition.questions.find((one) => one.key === 'purpose')
  const other = definition.questions.find((one) => one.key === 'purposeOther')
  const chosen = question?.options?.find((option) => option.value === purpose)?.label.id ?? ''
  const said = other && isAsked(other, application.answers) && typeof purposeOther === 'string' ? purposeOther : chosen
  return typeof addressedTo === 'string' && addressedTo !== '' ? words.purposeTo(said, addressedTo) : said
}

/** Of a case, what its letter says. */
type LetterCase = Pick<Application, 'id' | 'officeId' | 'reference' | 'businessId' | 'villageCode' | 'answers' | 'submittedAt' | 'createdAt'>

/** What the letter of a case says, read from the registry and the answers. */
export async function orderOf(tools: Tools, tx: Tx, application: LetterCase, definition: ServiceDefinition): Promise<LetterOrder> {
  const { letter } = definition
  if (!application.businessId || !letter) throw new Error('a letter was asked for a case that ends in none')
  const subject = await letterSubject(tx, tools.keys, tools.clock(), application.businessId)
  const statedOn = wibDate(fromDb(application.submittedAt ?? application.createdAt))
  return {
    officeId: application.officeId, applicationId: application.id, reference: application.reference, holderId: subject.holderId, businessId: application.businessId, cooperativeId: null,
    villageCode: application.villageCode, kind: definition.code, title: letter.kind.id,
    classification: letter.class, template: letter.template, validity: letter.validity,
    uses: letter.uses ?? null, purpose: purposeOf(application, definition), holder: subject.holder.name, business: subject.business.name,
    scale: subject.scale, place: subject.place,
    words: {
      purpose: purposeOf(application, definition), criterion: subject.criterion, statedOn: statedOn.toString(), holder: subject.holder, business: subject.business,
    },
  }
}
