/** What `letter verify` says. */
export const letterVerifyId = {
  status: {
    valid: 'Surat ini berlaku.', expired: 'Surat ini asli, tetapi masa berlakunya sudah lewat.', revoked: 'Surat ini sudah dicabut dinas.', replaced: 'Surat ini sudah diganti dengan surat lain.',
  },
  pdf: {
    valid: 'Tanda tangan di dalam berkas benar dan meliputi seluruh berkas.',
    altered: 'Tanda tangan di dalam berkas tidak cocok dengan isinya.',
    'not-whole-file': 'Tanda tangan di dalam berkas tidak meliputi seluruh berkas.',
    'unknown-signer': 'Tanda tangan di dalam berkas bukan dari sertifikat dinas.',
    unsigned: 'Berkas tidak memuat tanda tangan elektronik.',
  },
  inRegister: 'SHA-256 berkas ada di register.',
  notInRegister: 'Tidak ada di register dinas.',
  codeGenuine: 'Isi kode QR ditandatangani kunci dinas dan tidak diubah.',
  code: {
    altered: 'Isi kode QR telah diubah, atau alamatnya menunjuk surat lain.',
    'unknown-key': 'Isi kode QR tidak ditandatangani kunci dinas yang berlaku pada tanggal surat.',
    'newer-format': 'Kode QR ini lebih baru daripada program ini.',
    'not-a-letter-code': 'Ini bukan kode surat.',
  },
}
