import { conflict, ok } from '../../kernel/result.ts'
import { type MergeRegister, mergeCommands, mergeWordsFor } from '../registry/index.ts'
import { writeFromActs } from './cooperative-acts.ts'
import { type KeptCooperative, findCooperative } from './cooperative-store.ts'
import { COOPERATIVE_SHAPE } from './core/field-groups.ts'
import { findPairsOf, pairOf } from './find-pairs.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'
import { commandWords } from './screen-messages.id.ts'

/** Sentences about doubles of cooperatives. */
export const mergeWords = mergeWordsFor('koperasi', {
  keeps: 'nomor dan riwayatnya', note: 'Anggota kedua data terlihat di daftar anggota data yang dipertahankan.',
})

const COOPERATIVES: MergeRegister<KeptCooperative> = {
  kind: 'cooperative', tables: COOPERATIVE_TABLES, shape: COOPERATIVE_SHAPE, words: mergeWords, pairOf, findPairs: findPairsOf,
  find: (tx, _keys, id, lock) => findCooperative(tx, id, lock),
  async rewrite({ tx, now }, keys, both) {
    for (const { id } of both) {
      if (await writeFromActs({ tx, keys, now, id }) === 'number-taken') return conflict('number-taken', commandWords.numberTakenMeanwhile)
    }
    return ok(undefined)
  },
}

/** Merging of cooperatives. Board and book years are chosen; members are found through the record that stands. */
export const cooperativeMerges = mergeCommands(COOPERATIVES)
