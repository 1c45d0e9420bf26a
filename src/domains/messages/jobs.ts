import type { Office } from '../office/index.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import { openProviders } from './providers.ts'
import { sendDue } from './send-due.ts'

const AT_ONCE = 10
/** New messages knock; this pace is for those that wait for another attempt. */
const EVERY_MS = 5_000

/** Sends what the outbox holds. `close` belongs after the worker's stop. */
export function outboxJob(tools: Tools, office: Office | undefined): Job & { close: () => void } {
  const providers = openProviders(tools.config, office)
  return {
    name: 'outbox', everyMs: EVERY_MS, wakeOn: OUTBOX_CHANNEL,
    async run() {
      const taken = await sendDue({ db: tools.db, clock: tools.clock, providers, chance: Math.random }, AT_ONCE)
      return taken === AT_ONCE ? 'again' : 'done'
    },
    close() {
      for (const provider of providers) provider.close()
    },
  }
}
