export { spokenFilesAmong } from './spoken-store.ts'
