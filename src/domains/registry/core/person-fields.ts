import type { Told } from '../../../kernel/ledger.ts'
import type { Owner } from './business-record.ts'

/** A person as the list of acts speaks of him: the answers of an owner, of which only the name is always known. */
export type ToldPerson = Partial<Omit<Owner, 'name'>> & { name: string }

const FIELDS = [
  'name', 'nationalId', 'phone', 'gender', 'familyCardNumber', 'birthPlace', 'birthDate', 'education', 'disability', 'disabilityKind',
  'maritalStatus', 'address', 'villageCode', 'residenceAddress', 'residenceVillageCode', 'email', 'npwp',
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
