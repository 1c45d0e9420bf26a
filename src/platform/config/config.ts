import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const url = (schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `harus berupa alamat ${schemes.join(' atau ')}`)

/** What others sign with must not be guessed. */
const secret = z.string().min(16, 'paling sedikit 16 karakter')

/** The environment, contract section 2. Every variable the program reads is here and nowhere else. */
const Environment = z.object({
  PORT: z.coerce.number({ message: 'harus angka' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: url(['http:', 'https:']).optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  STORAGE_URL: url(['file:', 's3:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  TSA_URL: url(['http:', 'https:']).optional(),
  MESSAGE_URL: url(['http:', 'https:']).optional(),
  SPEECH_URL: url(['http:', 'https:']).optional(),
  MESSAGE_URL_2: url(['http:', 'https:']).optional(),
  MESSAGE_RECEIPT_KEY: secret.optional(),
  WHATSAPP_URL: url(['http:', 'https:']).optional(),
  WHATSAPP_TOKEN: z.string().min(1).optional(),
  WHATSAPP_APP_SECRET: secret.optional(),
  WHATSAPP_VERIFY_TOKEN: secret.optional(),
  SIGNER: z.enum(['test'], { message: "hanya mengenal 'test', dan hanya dengan DEMO=1" }).optional(),
  KEY_FILE: z.string().min(1).optional(),
  TRUSTED_PROXY: z.string().min(1).optional(),
  CLAMD_URL: url(['tcp:', 'unix:']).optional(),
  METRICS_PORT: z.coerce.number({ message: 'harus angka' }).int().min(1).max(65_535).optional(),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = {
  port: number
  host: string
  baseUrl: string
  dataDir: string
  databaseUrl?: string
  storageUrl: string
  smtpUrl?: string
  messageUrl?: string
  messageUrl2?: string
  /** With it the gateways sign their receipts and replies. */
  messageReceiptKey?: string
  whatsapp?: { url: string; token: string; appSecret?: string; verifyToken?: string }
  tsaUrl?: string
  speechUrl?: string
  signer?: 'test'
  keyFile: string
  trustedProxy: string[]
  clamdUrl?: string
  metricsPort?: number
  demo: boolean
  logLevel: string
}

export class ConfigProblem extends Error {}

function strip<T extends Record<string, unknown>>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}

type Values = z.output<typeof Environment>

/** Settings of messages that only make sense together. */
function checkMessages(values: Values): void {
  if (values.MESSAGE_URL_2 !== undefined && values.MESSAGE_URL === undefined) throw new ConfigProblem('MESSAGE_URL_2 adalah cadangan: isi MESSAGE_URL dahulu.')
  if (values.MESSAGE_URL_2 !== undefined && values.MESSAGE_URL_2 === values.MESSAGE_URL) {
    throw new ConfigProblem('MESSAGE_URL_2 sama dengan MESSAGE_URL: cadangan harus layanan lain.')
  }
  if (values.MESSAGE_RECEIPT_KEY !== undefined && values.MESSAGE_URL === undefined) throw new ConfigProblem('MESSAGE_RECEIPT_KEY hanya berguna bersama MESSAGE_URL.')
  if (values.WHATSAPP_URL !== undefined && values.WHATSAPP_TOKEN === undefined) throw new ConfigProblem('WHATSAPP_URL memerlukan WHATSAPP_TOKEN.')
  for (const name of ['WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'] as const) {
    if (values[name] !== undefined && values.WHATSAPP_URL === undefined) throw new ConfigProblem(`${name} hanya berguna bersama WHATSAPP_URL.`)
  }
}

function whatsappOf({ WHATSAPP_URL: address, WHATSAPP_TOKEN: token, WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken }: Values): Config['whatsapp'] {
  if (address === undefined || token === undefined) return undefined
  return { url: address, token, ...(appSecret === undefined ? {} : { appSecret }), ...(verifyToken === undefined ? {} : { verifyToken }) }
}

/**
 * Reads the environment once, at start.
 * @throws ConfigProblem with one sentence that names the variable
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(Environment.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new ConfigProblem(`Nilai ${String(issue?.path[0])} tidak dapat dipakai: ${issue?.message}.`)
  }
  const values = read.data
  const demo = values.DEMO ?? values.DATABASE_URL === undefined
  if (values.SIGNER === 'test' && !demo) {
    throw new ConfigProblem("SIGNER=test hanya boleh bersama DEMO=1: tanda tangan contoh tidak sah untuk surat sungguhan.")
  }
  checkMessages(values)
  const dataDir = resolve(values.DATA_DIR)
  return strip({
    port: values.PORT,
    host: values.HOST,
    baseUrl: (values.BASE_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: values.DATABASE_URL,
    storageUrl: values.STORAGE_URL ?? `file:${dataDir}/files`,
    smtpUrl: values.SMTP_URL,
    messageUrl: values.MESSAGE_URL,
    messageUrl2: values.MESSAGE_URL_2,
    messageReceiptKey: values.MESSAGE_RECEIPT_KEY,
    whatsapp: whatsappOf(values),
    tsaUrl: values.TSA_URL,
    speechUrl: values.SPEECH_URL,
    signer: values.SIGNER ?? (demo ? 'test' as const : undefined),
    keyFile: resolve(values.KEY_FILE ?? `${dataDir}/keys.json`),
    trustedProxy: values.TRUSTED_PROXY?.split(',').map((part) => part.trim()) ?? [],
    clamdUrl: values.CLAMD_URL,
    metricsPort: values.METRICS_PORT,
    demo,
    logLevel: values.LOG_LEVEL,
  }) as Config
}
