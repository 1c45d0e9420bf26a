import type { Office } from '../office/index.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { openGateway } from './gateway.ts'
import { openMail } from './mail.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import { type Carriers, sendDue } from './send-due.ts'

const AT_ONCE = 10
/** New messages knock; this pace is for those that wait for another attempt. */
const EVERY_MS = 5_000

/** The roads named in the configuration. */
function openCarriers({ config }: Tools, office: Office | undefined): Carriers {
  const from = { name: office?.name ?? 'DITAKOPUM', address: office?.email ?? `ditakopum@${new URL(config.baseUrl).hostname}` }
  return {
    ...(config.messageUrl === undefined ? {} : { phone: openGateway(config.messageUrl) }),
    ...(config.smtpUrl === undefined ? {} : { email: openMail(config.smtpUrl, from) }),
  }
}

/** Sends what the outbox holds. `close` belongs after the worker's stop. */
export function outboxJob(tools: Tools, office: Office | undefined): Job & { close: () => void } {
  const carriers = openCarriers(tools, office)
  return {
    name: 'outbox', everyMs: EVERY_MS, wakeOn: OUTBOX_CHANNEL,
    async run() {
      const taken = await sendDue({ db: tools.db, clock: tools.clock, carriers, chance: Math.random }, AT_ONCE)
      return taken === AT_ONCE ? 'again' : 'done'
    },
    close() {
      for (const carrier of Object.values(carriers)) carrier.close()
    },
  }
}
