export { type NewAccount, createAccount, findAccountByLogin } from './account-store.ts'
export { endOtherSessions, findActor, openSession } from './session-store.ts'
