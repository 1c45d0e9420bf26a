import type { Config } from '../../platform/config/config.ts'
import type { Provider } from './delivery.ts'
import { openGateway } from './gateway.ts'
import { openMail } from './mail.ts'
import { openWhatsapp } from './whatsapp.ts'

/** The providers named in the configuration, each road's first before its reserve. */
export function openProviders(config: Config, office: { name: string; email: string | null } | undefined): Provider[] {
  const from = { name: office?.name ?? 'DITAKOPUM', address: office?.email ?? `ditakopum@${new URL(config.baseUrl).hostname}` }
  return [
    ...(config.whatsapp ? [openWhatsapp({ address: config.whatsapp.url, token: config.whatsapp.token })] : []),
    ...(config.messageUrl === undefined ? [] : [openGateway('gateway', config.messageUrl)]),
    ...(config.messageUrl2 === undefined ? [] : [openGateway('gateway-2', config.messageUrl2)]),
    ...(config.smtpUrl === undefined ? [] : [openMail(config.smtpUrl, from)]),
  ]
}

/** Their keys, without opening them: for the pages, which send nothing. */
export const configuredProviders = ({ whatsapp, messageUrl, messageUrl2, smtpUrl }: Config): string[] => [
  ...(whatsapp ? ['whatsapp'] : []), ...(messageUrl === undefined ? [] : ['gateway']), ...(messageUrl2 === undefined ? [] : ['gateway-2']), ...(smtpUrl === undefined ? [] : ['mail']),
]
