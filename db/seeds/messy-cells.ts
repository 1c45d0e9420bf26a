import type { BulkBusiness, BulkPerson } from '../../src/domains/registry/index.ts'
import type { Chance } from './chance.ts'
import { mistype } from './labelled/slips.ts'
import type { Kind } from './made-up.ts'
import type { Village } from './villages.ts'

type Told = BulkBusiness['record']

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

const dotted = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.')
const commaed = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** A sum in one of the ways in which people write it, always exactly. Nothing for what is not known. */
export function moneyCell(chance: Chance, value: number | null | undefined): string | number {
  if (value === null || value === undefined) return ''
  const forms: (() => string | number)[] = [
    () => value, () => String(value), () => dotted(value), () => `Rp${dotted(value)},-`, () => `Rp. ${dotted(value)}`,
    () => ` ${commaed(value)} `, () => `Rp ${dotted(value)},00`,
  ]
  if (value >= 1_000_000 && value % 100_000 === 0) forms.push(() => `${String(value / 1_000_000).replace('.', ',')} juta`,
    () => `${value / 1_000_000}jt`)
  if (value < 10_000_000 && value % 1_000 === 0) forms.push(() => `${value / 1_000} rb`)
  return chance.one(forms)()
}

/** A telephone number as lists have it; as a number it has lost its zero. */
export function phoneCell(chance: Chance, phone: string | undefined): string | number {
  if (phone === undefined) return chance.one(['', '-', ''])
  const national = phone.slice(3)
  return chance.one([
    () => `0${national}`, () => `0${national}`, () => Number(national), () => national, () => phone, () => `62${national}`,
    () => `0${national.slice(0, 3)}-${national.slice(3, 7)}-${national.slice(7)}`, () => `+62 ${national.slice(0, 3)} ${national.slice(3)}`,
  ])()
}

/** A day, or its month, or its year. */
export function dateCell(chance: Chance, iso: string): string | number {
  const [year = '', month = '', day = ''] = iso.split('-')
  return chance.one([
    () => iso, () => `${day}/${month}/${year}`, () => `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
    () => `${day}-${month}-${year.slice(2)}`,
    () => `${MONTHS[Number(month) - 1]?.slice(0, 3)}-${year.slice(2)}`, () => Number(year),
  ])()
}

/** A village as it is written on signs and in lists; now and then with a slip of the finger. */
export function villageCell(chance: Chance, { name, isUrban }: Village): string {
  const long = name.length > 6 && chance.share(0.04) ? mistype(chance, name) : name
  const written = chance.one([long, long, long.toUpperCase(), long.replace(/(kidul|lor|wetan|kulon|tengah)$/, ' $1')])
  return chance.share(0.3) ? `${isUrban ? chance.one(['Kel. ', 'Kelurahan ']) : chance.one(['Ds. ', 'Desa ', 'Ds '])}${written}` : written
}

export const districtCell = (chance: Chance, { districtName: name }: Village) =>
  chance.one([() => name, () => name, () => name.toUpperCase(), () => `Kec. ${name}`, () => ''])()

/** The code as text or number, with its letter, or with its title; some lists have none. */
export function kbliCell(chance: Chance, { kbli }: Told, kind: Kind): string | number {
  if (kbli === undefined) return ''
  return chance.one([() => kbli, () => Number(kbli), () => `${kind.kategori}${kbli}`, () => `${kbli} - ${kind.jenis}`, () => ''])()
}

export const genderCell = (chance: Chance, { gender }: BulkPerson) =>
  (gender === 'female' ? chance.one(['P', 'Perempuan', 'PR', 'p', 'PEREMPUAN']) : chance.one(['L', 'Laki-laki', 'LK', 'l', 'LAKI-LAKI']))

export const rtRwCell = (chance: Chance, { rt, rw }: Told) =>
  (rt === undefined || rw === undefined ? '' : chance.one([`${Number(rt)}/${Number(rw)}`, `RT ${rt} RW ${rw}`, `${rt}/${rw}`,
    `RT.${Number(rt)} / RW.${Number(rw)}`]))

/** Latitude and longitude, with decimal commas, exchanged, or both in the first column. */
export function pointCells(chance: Chance, { latitude, longitude }: Told): [string | number, string | number] {
  if (latitude === undefined || longitude === undefined) return ['', '']
  const withComma = (value: number) => String(value).replace('.', ',')
  return chance.one<() => [string | number, string | number]>([
    () => [latitude, longitude], () => [String(latitude), String(longitude)], () => [withComma(latitude), withComma(longitude)],
    () => [longitude, latitude],
    () => [`${latitude}, ${longitude}`, ''],
  ])()
}

/** A name as lists write it: in capitals, with blanks, with a title. */
export function nameCell(chance: Chance, name: string): string {
  const written = chance.share(0.35) ? name.toUpperCase() : name
  return chance.share(0.05) ? `  ${written.replace(' ', '  ')} ` : written
}
