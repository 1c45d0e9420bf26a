import { Button, ButtonLink } from './button.tsx'
import { Card, CardLink } from './card.tsx'
import { Clock } from './clock.tsx'
import { Disclosure } from './disclosure.tsx'
import { ErrorSummary, problemOf } from './error-summary.tsx'
import { MarketStall } from './market-stall.tsx'
import { MoneyField } from './fields/money-field.tsx'
import { ApplicantPage, PublicPage, site } from './gallery-site.testing.tsx'
import { Hero } from './hero.tsx'
import { Notice } from './notice.tsx'
import { Panel, Reference } from './panel.tsx'
import { PrintSlip } from './print-slip.tsx'
import { SearchForm } from './search-form.tsx'
import { Stepper } from './stepper.tsx'
import { Summary } from './summary.tsx'
import { Timeline } from './timeline.tsx'
import { BackLink } from './way-back.tsx'

export const homePage = () => (
  <PublicPage title="Beranda" hero={(
    <Hero title="Surat usaha Anda, selesai dalam 3 hari kerja"
      lead="Ajukan dari telepon, kapan saja. Tidak dipungut biaya. Setiap langkah dapat Anda lihat, suratnya dapat diperiksa siapa saja."
      picture={<MarketStall />}>
      <div class="grid">
        <CardLink href="/permohonan/baru" title="Ajukan surat" icon="pen">Sekitar 10 menit. Isian tersimpan sendiri.</CardLink>
        <CardLink href="/lacak" title="Lacak berkas" icon="search">Lihat sampai di mana dan kapan selesai.</CardLink>
        <CardLink href="/verifikasi" title="Periksa surat" icon="shield">Pastikan surat asli, dari kode atau QR-nya.</CardLink>
      </div>
    </Hero>
  )}>
    <h2>Layanan</h2>
    <div class="grid">
      <CardLink href="/layanan/um-02" title="Surat Keterangan Usaha Mikro" foot="3 hari kerja · tidak dipungut biaya">
        Untuk bank, KUR, merek, sertifikat halal, atau pameran.
      </CardLink>
      <CardLink href="/layanan/um-01" title="Pendataan usaha baru" foot="2 hari kerja · tidak dipungut biaya">
        Usaha Anda tercatat sekali dan tidak perlu ditulis ulang.
      </CardLink>
      <CardLink href="/layanan/ko-03" title="Rekomendasi pembukaan kantor cabang koperasi simpan pinjam"
        foot="7 hari kerja · tidak dipungut biaya">
        Untuk koperasi berbadan hukum yang sudah RAT.
      </CardLink>
    </div>
    <Notice title="Tidak punya telepon pintar?">
      <p>Kantor desa dan loket dinas membantu mengisi, dengan waktu selesai yang sama. Bawa KTP dan kartu keluarga.</p>
    </Notice>
  </PublicPage>
)

const problems = [{ field: 'annualSales', message: 'Tulis hasil penjualan setahun dengan angka, misalnya 48.000.000' }]

export const questionPage = () => (
  <ApplicantPage title="Hasil penjualan setahun" wrong>
    <Stepper at={4} of={7} part="Usaha Anda" />
    <BackLink href="/permohonan/1/3" />
    <ErrorSummary problems={problems} />
    <form method="post" noValidate class="stack">
      <MoneyField name="annualSales" label="Berapa hasil penjualan setahun?" heading value="empat juta sebulan"
        hint="Semua uang masuk dari berjualan selama satu tahun, sebelum dikurangi biaya. Perkiraan yang jujur sudah cukup."
        error={problemOf(problems, 'annualSales')} />
      <Disclosure summary="Cara menghitungnya">
        <p>Uang masuk sehari × hari berjualan dalam sebulan × 12.</p>
        <p>Contoh: Rp 200.000 × 20 hari × 12 bulan = Rp 48.000.000.</p>
      </Disclosure>
      <div class="row">
        <Button>Simpan dan lanjut</Button>
        <ButtonLink href="/permohonan" look="link">Lanjutkan nanti</ButtonLink>
      </div>
    </form>
  </ApplicantPage>
)

const qr = (
  <svg viewBox="0 0 8 8" role="img" aria-label="QR">
    <path d="M1 1h2v2H1zM5 1h2v2H5zM1 5h2v2H1zM4 4h1v1H4zM6 5h1v2H5V6h1z" />
  </svg>
)

export const receiptPage = () => (
  <ApplicantPage title="Permohonan terkirim">
    <div class="stack no-print">
      <Panel tone="success" title="Permohonan terkirim">
        <p>Anda tidak perlu melakukan apa-apa sekarang. Kami mengirim kabar ke nomor berakhiran <b>0001</b>.</p>
      </Panel>
      <Clock urgency="calm" due="Berkas diperiksa selambatnya Jumat 13 November 2026, 10.30"
        explanation="Bila lengkap, surat selesai 3 hari kerja sesudah itu." />
    </div>
    <PrintSlip site={site} title="Tanda terima permohonan" reference={{ label: 'Nomor permohonan', value: 'UM02-26-7KQ4-X9MD' }} qr={qr}
      rows={[
        { label: 'Layanan', value: 'Surat Keterangan Usaha Mikro' },
        { label: 'Usaha', value: 'Kerupuk Udang Bu Siti' },
        { label: 'Dikirim', value: <time datetime="2026-11-12T15:00+07:00">Kamis 12 November 2026, 15.00</time> },
        { label: 'Biaya', value: 'Tidak dipungut biaya' },
      ]}
      foot="Lacak di ditakopum.contoh/lacak dengan nomor ini dan empat angka terakhir telepon Anda." />
    <div class="row">
      <ButtonLink href="/permohonan/1">Lihat permohonan</ButtonLink>
      <ButtonLink href="/permohonan/1/cetak" look="secondary" icon="print">Versi cetak</ButtonLink>
    </div>
  </ApplicantPage>
)

export const trackPage = () => (
  <PublicPage title="Lacak berkas" narrow>
    <BackLink href="/" />
    <SearchForm action="/lacak" name="nomor" label="Nomor permohonan" hint="Ada di tanda terima, misalnya UM02-26-7KQ4-X9MD"
      value="UM02-26-7KQ4-X9MD" button="Lacak" />
    <Clock urgency="paused" due="Waktu berhenti: menunggu perbaikan dari Anda" used={0.41}
      explanation="Sesudah Anda kirim lagi, sisa waktu dinas 1 hari 6 jam."
      spent={[{ label: 'Waktu dinas', text: '1 hari 2 jam' }, { label: 'Waktu pemohon', text: '4 jam' }]} />
    <Card title="Perjalanan berkas">
      <Timeline items={[
        { state: 'done', title: 'Dikirim', when: 'Kamis 12 November, 15.00', at: '2026-11-12T15:00+07:00', by: 'pemohon' },
        { state: 'done', title: 'Dinyatakan lengkap', when: 'Jumat 13 November, 08.10', at: '2026-11-13T08:10+07:00', by: 'loket' },
        { state: 'now', title: 'Dikembalikan untuk diperbaiki', when: 'Jumat 13 November, 09.00', at: '2026-11-13T09:00+07:00',
          by: 'verifikator',
          note: <p><b>Foto KTP:</b> tulisannya kabur. Foto lagi di tempat terang, seluruh kartu terlihat.</p> },
        { state: 'next', title: 'Paraf dan tanda tangan' },
        { state: 'next', title: 'Surat terbit' },
      ]} />
    </Card>
  </PublicPage>
)

export const letterPage = () => (
  <PublicPage title="Surat sah" narrow>
    <Panel tone="success" title="Surat ini SAH">
      <p>Dikeluarkan Dinas Koperasi dan Usaha Mikro Kabupaten Sidoarjo dan masih berlaku.</p>
      <Reference label="Nomor surat" value="500.3.10/0142/438.5.11/2026" />
    </Panel>
    <Summary rows={[
      { label: 'Jenis', value: 'Surat Keterangan Usaha Mikro' },
      { label: 'Pemegang', value: 'S*** R***** · Kerupuk Udang Bu Siti' },
      { label: 'Terbit', value: '17 November 2026' },
      { label: 'Berlaku sampai', value: '17 November 2027' },
    ]} />
  </PublicPage>
)
