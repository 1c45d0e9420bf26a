/** Sentences of the pages on which a person reads and asks about his own data. */
export const citizenId = {
  account: 'Data saya',
  looks: {
    title: 'Siapa yang melihat data saya',
    lead: 'Setiap pembukaan data Anda oleh petugas tercatat, yang terbaru di atas. Catatan ini tidak dapat diubah.',
    ask: 'Ada yang tidak Anda kenali? Tanyakan ke loket dengan menyebut waktunya; kami memeriksa dan menjawab.',
    newest: 'Ke yang terbaru',
  },
}

export type CitizenWords = typeof citizenId
