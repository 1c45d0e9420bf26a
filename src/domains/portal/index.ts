export { listNews } from './news-store.ts'
export { spokenFilesAmong } from './spoken-store.ts'
