import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { REFERENCE } from '../../src/platform/db/reference.ts'
import type { Chance } from './chance.ts'

const words = z.array(z.string()).min(1)
const namesSchema = z.object({
  nama: z.object({ laki_laki: words, perempuan: words, belakang_laki_laki: words, belakang_perempuan: words }),
  pola_nama: z.object({ prefiks_laki_laki: words, prefiks_perempuan: words }),
  usaha: z.object({ kata: words }),
  koperasi: z.object({ kata: words }),
  alamat: z.object({ nama_jalan: words, perumahan: words, dusun: words }),
})
const kindSchema = z.object({
  jenis: z.string(), kbli_2020: z.string(), produk: words, satuan: z.string().optional(),
  omzet_bulanan_min: z.number(), omzet_bulanan_max: z.number(), tenaga_kerja_min: z.number(), tenaga_kerja_max: z.number(),
  kategori: z.string(), izin_lazim: z.array(z.string()).default([]), kecamatan_khas: z.array(z.string()).optional(), catatan: z.string().optional(),
})

export type Kind = z.infer<typeof kindSchema>
export type Gender = 'female' | 'male'

const read = (file: string): unknown => JSON.parse(readFileSync(join(REFERENCE, 'names', file), 'utf8'))

/** Kinds of micro business with their usual sales and places; cooperatives are left out. Source: reference/names/usaha-contoh.json */
export const readKinds = (): Kind[] => z.array(kindSchema).parse(read('usaha-contoh.json')).filter(({ catatan }) => catatan !== 'koperasi')

/** Makes names and addresses of people who do not exist. Source: reference/names/names-id.json */
export function makers(chance: Chance) {
  const lists = namesSchema.parse(read('names-id.json'))
  const title = (text: string) => text.replaceAll(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())

  const person = (gender: Gender): string => {
    const [first, last, before] = gender === 'female'
      ? [lists.nama.perempuan, lists.nama.belakang_perempuan, lists.pola_nama.prefiks_perempuan]
      : [lists.nama.laki_laki, lists.nama.belakang_laki_laki, lists.pola_nama.prefiks_laki_laki]
    const parts = [...(chance.share(0.15) ? [chance.one(before)] : []), chance.one(first), ...(chance.share(0.8) ? [chance.one(last)] : [])]
    return title(parts.join(' '))
  }

  const business = (kind: Kind, ownerName: string, gender: Gender): string => {
    const thing = title(kind.jenis.split(/ dan |,|\(/)[0]?.trim() ?? kind.jenis)
    const given = ownerName.split(' ').find((word) => word.length > 3 && !word.includes('.')) ?? ownerName
    const forms = [
      `${thing} ${gender === 'female' ? chance.one(['Bu', 'Mbak', 'Bunda']) : chance.one(['Pak', 'Cak', 'Mas'])} ${given}`,
      `${thing} ${chance.one(lists.usaha.kata)}`, `${chance.one(lists.usaha.kata)} ${thing}`,
      `${thing} ${chance.one(lists.usaha.kata)} ${chance.one(lists.usaha.kata)}`,
        `UD ${chance.one(lists.usaha.kata)} ${chance.one(lists.usaha.kata)}`,
    ]
    return chance.one(forms)
  }

  const address = () => chance.share(0.25)
    ? `Perumahan ${chance.one(lists.alamat.perumahan)} Blok ${chance.one(['A', 'B', 'C', 'D'])} Nomor ${chance.between(1, 40)}`
    : `Jalan ${chance.one(lists.alamat.nama_jalan).replaceAll('-', ' ')} Nomor ${chance.between(1, 250)}`

  return { person, business, address, hamlet: () => chance.one(lists.alamat.dusun), word: () => chance.one(lists.usaha.kata), cooperativeWords: lists.koperasi.kata }
}
