/** The roads by which a message reaches a person; `slip` is a printed slip somebody brings. */
export const ROADS = ['whatsapp', 'sms', 'email', 'slip'] as const
export type Road = (typeof ROADS)[number]

/** Roads that cost money for each message and may have a limit a month. */
export const PAID_ROADS = ['whatsapp', 'sms'] as const satisfies readonly Road[]
export type PaidRoad = (typeof PAID_ROADS)[number]

/** WhatsApp first, SMS where it does not reach, then the mailbox. Source: domain/people.md, section 6. */
export const USUAL_ROADS: readonly Road[] = ['whatsapp', 'sms', 'email']

export type Channel = 'phone' | 'email' | 'slip'

/** What each kind of address allows. */
const BY_CHANNEL: Record<Channel, readonly Road[]> = { phone: ['whatsapp', 'sms'], email: ['email'], slip: ['slip'] }

type Planned = {
  channel: Channel
  urgent: boolean
  /** In the order the person wishes; undefined: he said nothing. */
  wished?: readonly Road[] | undefined
  hasEmail: boolean
  /** WhatsApp did not reach this number lately. */
  noWhatsapp: boolean
}

/**
 * In which order a message is tried. A code goes to the phone alone, whatever is wished: a mailbox or a slip would be too late.
 * Who wishes nothing at all gets what he must be told on paper.
 */
export function roadsOf({ channel, urgent, wished, hasEmail, noWhatsapp }: Planned): Road[] {
  if (channel !== 'phone') return [...BY_CHANNEL[channel]]
  const order = wished ?? USUAL_ROADS
  const phone = BY_CHANNEL.phone.toSorted((a, b) => place(order, a) - place(order, b))
  const usable = urgent ? phone : order.filter((road) => road !== 'email' || hasEmail)
  const sorted = noWhatsapp ? [...usable.filter((road) => road !== 'whatsapp'), ...usable.filter((road) => road === 'whatsapp')] : [...usable]
  return sorted.length > 0 ? sorted : ['slip']
}

const place = (order: readonly Road[], road: Road): number => (order.includes(road) ? order.indexOf(road) : order.length)

/** Roads as they stand in a row. */
export const readRoads = (roads: readonly string[]): Road[] => ROADS.filter((road) => roads.includes(road)).toSorted((a, b) => roads.indexOf(a) - roads.indexOf(b))

/** Where a message may go; a row that names no road has those of its channel. */
export const roadsOfRow = (roads: readonly string[], channel: Channel): Road[] => (roads.length > 0 ? readRoads(roads) : [...BY_CHANNEL[channel]])
