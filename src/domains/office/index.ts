export { normalRegionName } from './core/region-name.ts'
export { type Position, type Standing, holderOf, titleOf } from './core/official.ts'
export { type NewOffice, createOffice } from './create-office.ts'
export { loadCalendarReference, loadRegionReference } from './load.ts'
export {
  type Office, type Official, type Place, type Region,
  calendarOf, findHomeOffice, findPlace, getOffice, isRegion, listDistricts, listDivisions, listVillages, officialsOn,
} from './store.ts'
