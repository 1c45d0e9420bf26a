export { phonesOf } from './notice-store.ts'
