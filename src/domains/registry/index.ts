export { loadKbliReference } from './load.ts'
export { type NewPerson, createPerson } from './person-store.ts'
export { formatPhone, maskPhone, parsePhone } from './core/phone.ts'
export { type BusinessCard, type PersonCard, findBusinessCard, findPersonCard, verifyBusiness } from './card-store.ts'
