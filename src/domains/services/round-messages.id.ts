/** Why a round of a service with few places is not taken, for officers. */
export const roundWords = {
  noRounds: 'Layanan ini tidak memakai periode pendaftaran.', endsBefore: 'Hari tutup tidak boleh sebelum hari buka.', isPast: 'Hari tutup sudah lewat.',
  overlaps: 'Bertumpuk dengan periode lain untuk layanan ini.', nameTaken: 'Nama ini sudah dipakai periode lain.', missing: 'Periode ini tidak ada.',
  isOver: 'Periode ini sudah selesai atau dibatalkan.',
}
