export { type NewAccount, createAccount, findAccountByLogin } from './account-store.ts'
export { endOtherSessions, findActor, openSession } from './session-store.ts'
export { type DemoCode, listDemoTotpCodes } from './totp.ts'
export { giveSecondFactor } from './second-factor.ts'
