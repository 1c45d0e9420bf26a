/** What a definition has to mend, in Indonesian. */
export const flawsId = {
  lifePattern: 'Tulis alur sebagai daftar tahap, nama pola, atau pola dengan days dan owners.',
  noPattern: (name: string, known: string[]) => `Pola alur ${name} tidak ada. Pakai salah satu: ${known.join(', ')}.`,
  notInPattern: (state: string, pattern: string) => `Tahap ${state} tidak ada dalam pola ${pattern}. Hapus, atau tulis alurnya sendiri.`,
  noReasonList: (name: string, known: string[]) => `Daftar alasan ${name} tidak ada di office.json. Pakai salah satu: ${known.join(', ')}.`,
  noReason: (code: string) => `Alasan ${code} tidak ada di office.json. Tulis alasannya lengkap, dengan code dan label.`,
  noRequirement: (name: string) => `Persyaratan ${name} tidak ada di office.json. Tulis persyaratannya lengkap, dengan key dan label.`,
}
