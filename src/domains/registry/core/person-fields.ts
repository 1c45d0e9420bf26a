import type { Folded, Told } from '../../../kernel/ledger.ts'
import type { ListedOwner, Owner } from './business-record.ts'

/** A person as the list of acts speaks of him: the answers of an owner, of which only the name is always known. */
export type ToldPerson = ListedOwner

const FIELDS = [
  'name', 'nationalId', 'phone', 'gender', 'familyCardNumber', 'birthPlace', 'birthDate', 'education', 'disability', 'disabilityKind',
  'maritalStatus', 'address', 'villageCode', 'residenceAddress', 'residenceVillageCode', 'inSocialRegister', 'receivesFamilyAid',
  'email', 'npwp',
] as const satisfies readonly (keyof Owner)[]

/** The person field by field; what is not known is left out. */
export function fieldsOfPerson(person: ToldPerson): Record<string, Told> {
  const fields: Record<string, Told> = {}
  for (const field of FIELDS) {
    const value = person[field]
    if (value !== undefined) fields[field] = value
  }
  return fields
}

/** The person that folded values give; the other way round of `fieldsOfPerson`. @throws without a name */
export function personOf({ values }: Pick<Folded, 'values'>): ToldPerson {
  if (typeof values['name'] !== 'string') throw new Error('a person without a name is nobody')
  return Object.fromEntries(FIELDS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))) as ToldPerson
}
