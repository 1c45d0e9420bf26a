import type { TestApp } from '../../../../apps/testing.ts'
import { ok } from '../../../../kernel/result.ts'
import { createBusiness } from '../../../registry/index.ts'
import { type StepInput, takeStep } from '../../commands/steps.ts'
import { type Application, findApplication } from '../../store.ts'
import { BUSINESS, actorFor, aDraft, must } from '../../testing.ts'

export type CaseWish = {
  /** `verified` has no initial yet; `returned` was sent back by the counter for its identity card. */
  status: 'submitted' | 'returned' | 'accepted' | 'verified' | 'initialed'
  /** Initials given on the way, when the status is `verified`. */
  initials?: 0 | 1
  businessName?: string
}

/** The steps that lead through the statuses, each with who takes it. */
const WAY: [string, StepInput][] = [
  ['081200000001', { step: 'submit' }], ['loket', { step: 'accept' }], ['verifikator', { step: 'verify' }], ['kabid', { step: 'initial' }], ['sekretaris', { step: 'initial' }],
]

function wayTo({ status, initials = 0 }: CaseWish): [string, StepInput][] {
  if (status === 'returned') return [...WAY.slice(0, 1), ['loket', { step: 'return', items: [{ requirement: 'idCard', reasonCode: 'unreadable' }] }]]
  return WAY.slice(0, { submitted: 1, accepted: 2, verified: 3 + initials, initialed: 5 }[status])
}

/** A case of Siti's with a business of its own, led to the wished status by the officers of the demo at the present moment of the clock. */
export async function aCaseAt(app: TestApp, wish: CaseWish): Promise<Application> {
  const owner = await actorFor(app, '081200000001')
  const businessId = await must(app, async (unit) => {
    const entered = await createBusiness(unit, app.tools, owner, { ...BUSINESS, name: wish.businessName ?? BUSINESS.name })
    return entered.ok ? ok(entered.value.business.id) : entered
  })
  const { id } = await aDraft(app, { owner, businessId })
  for (const [login, input] of wayTo(wish)) {
    const actor = await actorFor(app, login)
    await must(app, (unit) => takeStep(app.tools, unit, actor, id, input))
  }
  const application = await findApplication(app.db, id)
  if (!application) throw new Error('a case that was just made is not there')
  return application
}
