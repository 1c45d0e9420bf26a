import type { RuleKey, Verdict } from './core/look-rules.ts'

type Facts = Record<string, number>
const n = (facts: Facts, key: string): number => facts[key] ?? 0

/** Why a look-up was flagged, in words that name its counts. */
const FLAG_WORDS: Record<RuleKey, (facts: Facts) => string> = {
  'many-people': (f) => `Membuka data ${n(f, 'people')} orang pada hari itu. ${n(f, 'usual') > 0 ? `Biasanya ${n(f, 'usual')} orang sehari; ` : ''}ditandai mulai ${n(f, 'bound')}.`,
  'outside-hours': (f) => `Membuka data ${n(f, 'looks')} kali (${n(f, 'people')} orang) di luar jam kantor.`,
  'without-case': (f) => `Membuka data ${n(f, 'people')} orang yang tidak punya permohonan di wilayah tugasnya dan tidak meminta bantuannya.`,
  colleague: (f) => `Membuka data sesama petugas, atau orang yang bernama sama, sebanyak ${n(f, 'looks')} kali tanpa permohonan.`,
  'same-person': (f) => `Membuka data orang yang sama ${n(f, 'looks')} kali pada hari itu, dan pada ${n(f, 'days')} hari dalam ${n(f, 'withinDays')} hari terakhir, tanpa permohonan.`,
  'number-run': (f) => `Mencari ${n(f, 'people')} orang berbeda dengan NIK dalam ${n(f, 'minutes')} menit.`,
  'search-run': (f) => `Mencari ${n(f, 'searches')} nama atau kata berbeda dalam ${n(f, 'minutes')} menit.`,
  'people-run': (f) => `Membuka data ${n(f, 'people')} orang berbeda dalam ${n(f, 'minutes')} menit.`,
}

/** Sentences of the officers' pages about personal data. */
export const privacyId = {
  tabs: { label: 'Pelindungan data', requests: 'Permintaan', flags: 'Pembukaan tak lazim', breaches: 'Kebocoran', register: 'Catatan pemrosesan' },
  flags: {
    title: 'Pembukaan data yang tak lazim',
    lead: 'Program membandingkan setiap pembukaan data dengan kebiasaan petugas dan dengan permohonannya. Tanda ini bukan tuduhan: tanyakan, lalu catat jawabannya.',
    open: 'Belum dijawab',
    done: 'Sudah dijawab',
    day: 'Hari',
    officer: 'Petugas',
    why: 'Sebab ditandai',
    state: 'Tanggapan',
    none: 'Tidak ada yang perlu ditanyakan',
    noneLead: 'Semua pembukaan data sejauh ini wajar menurut aturan.',
    noneDone: 'Belum ada yang dijawab',
    count: (count: number) => `${count} tanda ditampilkan`,
    words: (rule: RuleKey, facts: Facts) => FLAG_WORDS[rule](facts),
    detail: 'Tanda pembukaan data',
    looks: 'Pembukaan di balik tanda ini',
    looksLead: (shown: number) => `Paling banyak ${shown} yang terakhir. Anda melihatnya untuk memeriksa, dan itu pun tercatat bagi orangnya.`,
    noLooks: 'Tanda ini tentang pencarian, bukan tentang orang tertentu. Kata yang dicari tidak disimpan.',
    when: 'Waktu',
    person: 'Orang',
    purpose: 'Keperluan tercatat',
    answer: 'Catat tanggapan',
    verdict: 'Hasil pemeriksaan',
    verdicts: { explained: 'Wajar, ada penjelasannya', warned: 'Tidak wajar, petugas sudah ditegur', 'passed-on': 'Diteruskan ke kepala dinas atau inspektorat' } as Record<Verdict, string>,
    verdictNeeded: 'Pilih hasil pemeriksaan.',
    remark: 'Catatan',
    remarkHint: 'Misalnya penjelasan petugas dan bukti yang Anda lihat. Jangan menulis NIK atau data orang.',
    remarkNeeded: 'Tulis catatan, paling sedikit 10 huruf, paling banyak 1.000.',
    button: 'Simpan tanggapan',
    saved: 'Tanggapan sudah disimpan.',
    answeredAt: 'Ditanggapi',
    gone: 'Tanda ini tidak ada.',
    own: 'Tanda ini tentang Anda sendiri. Kepala dinas atau sekretaris lain yang menanggapinya.',
    answered: 'Tanda ini sudah ditanggapi orang lain.',
    rules: 'Aturan yang dipakai',
    rulesLead: (version: number, from: string) => `Versi ${version}, sejak ${from}. Angkanya usulan program, bukan ketentuan undang-undang, dan dapat diubah dinas.`,
  },
}
