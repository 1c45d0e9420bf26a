export { keepCalendarState } from './calendar-store.ts'
export { holderOf, titleOf } from './core/official.ts'
export { typedDate } from './core/typed-date.ts'
export { createOffice } from './create-office.ts'
export { loadCalendarReference, loadRegionReference } from './load.ts'
export { listAllVillages, listPlaces } from './region-store.ts'
export {
  type Office, type Official, type Place, type Region,
  calendarOf, findHomeOffice, findPlace, getOffice, isRegion, listDistricts, listDivisions, listVillages, officialsOn,
} from './store.ts'
export { type Outlines, areaOutlines, villageOutlines } from './area-outlines.ts'
