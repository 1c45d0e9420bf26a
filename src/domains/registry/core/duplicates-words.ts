import { normalName } from './names.ts'

/**
 * Words that tell a business's trade and not which one it is, and words that very many names bear: plain data, the table of 2026-11.
 * Looked up in the compared form; a new word is a new entry here.
 */

/** What is made, sold or done. They compare trades, and never carry a name alone. */
const TRADES = `
  abon agen air aki aksesori aksesoris aluminium angkutan anyam anyaman apotek asap ayam baglog baju bakar bakso balap ban bandeng
  bangunan banner
  batagor batako batik baterai bawang bebas bebek bekas bekatul belajar bengkel benih bensin beras besi bibit bimbel bimbingan boba bolu
  boneka
  bordir botol brosur buah bubur bubut budidaya buket buku bumbu bunga burung cabai camilan capcay cat catering ceker cetak cilok cingur
  cuci cukur
  daging dandang daster degan desain dimsum dodol dompet dropship dus ecoprint elektronik elektronika elpiji emas es fashion fotokopi foto
  fotografi
  frozen furniture gado galon gamis garmen gas gendar geprek gerabah gerobak goreng gorengan grafis gula gule guppy hantaran herbal hias
  hidroponik hijab
  hp ikan instalasi interior itik jagung jahit jajan jajanan jaket jamu jamur jangkrik jenang jeruk jilbab jus kaca kacang kain kambing
  kangkung kanopi
  kaos karangan kardus kayu kebab kebaya kecap kedelai kelapa kelontong kemeja keramik kerang kerajinan kerudung kerupuk keripik ketan
  ketupat klepon
  komputer kompor kompos konveksi konter kopi kos kosmetik kost kristal kue kulit kupang kurir kursi kursus kusen laminating lapis las
  laundry layang lele
  lemari lemper les listrik logam lontong lpg lulur lumpia madu mahar mainan martabak mebel mesin mie minyak mobil motor mujair mukena
  nasi nastar nugget
  obat ojek oleh oli onde otak ote padi pagar pakaian pakan palawija pande pangkas pangsit parfum pasir pastel paving pecel pempek
  pengantin penggilingan
  penjahit pentol penyet penyetan percetakan perhiasan permak pertanian pesta petis peyek pijat pikap pisang plafon plastik playstation
  prasmanan
  presto printing pulsa pupuk rambak rambut rawon reklame renovasi reparasi rias risol rokok rongsok rotan roti rujak sablon sabun salon
  sambal
  sampah sandal sangkar sapi sate sayur sayuran sembako semen sepatu sepeda seragam singkong sinom siomay skincare snack sol soto sound
  souvenir spanduk speaker stiker studio sulam susu tahu tambak tambal tanaman tani tas teh tekstil telur tempe tenda teralis terasi teri
  ternak terop tiket
  tiram topi travel tukang tumpeng udang ukir undangan unggas variasi vitamin wajan wajik wallpaper warkop warnet wedang cell pet shop
  cafe kafe angkringan
  abangan ac adenium aglaonema alternatif amplifier anggrek antar apel arem asam asem atribut bag bajak balm balok bambu bandara bank bata
  batang
  batu bayi bed beku bingkai block box bracket broiler bubuk bungkus cadang cair campur cangkul cap capek cekok celana celup cetakan ciput
  cover cup
  cupang dasi daun daur depot digital dinding drop duri edukasi emblem etalase food footstep freon gabah gantungan gelas gendong gereh gim
  goodie gracilaria hajatan hiasan hidup iga ikat injeksi instan isi jahe jam jeroan jetis jilid kamar karbol karkas kastengel katering
  kedai
  kekinian kenari kencur kentongan kepala kerbau kesehatan keterampilan kg kitchen klip klotok koi kombinasi komponen konsumsi konten
  koper kosan
  kotak krim krispi krupuk kulkas kunci kunir kunyit kurban lalapan lampu lapak laut layur lilin limbah lip lodeh logo lovebird lunak
  makan manisan
  manten manyung matematika mayo mayur medium meja menjahit minum nagasari nikahan nota operator organik paket pandan panggung pantofel
  parang part
  pasar patin payus pedaging pekarangan pembayaran pembersih pengecatan peraga permen pestisida petelur pewangi pindahan
  pinggang piring plakat ponsel presisi press print ps puli puter puzzle rak rebon rempeyek resleting ringan robusta rolade rosela roster
  rumput sabit sabuk safety sarung saus sawi sekolah selada selendang semangka seminar semut set setrika sketsel smoothing sosis spare spon
  spunbond stamping standar standing suku super system tamu tanpa tea tebu tek teler tenggiri tepung tisu titik token toko tomat tubruk
  tulis
  tune tutup uang ulang ulekan urut uwuh vakum vaname video wanita warung werus windu wisuda
  mochi donat pizza burger seblak cireng tape opak gethuk pukis terang bulan molen batok cobek tungku gorden sprei kasur bantal selimut
  helm spion
`

/** Told beside a trade without telling which: they count for nothing. */
const FILLERS = `
  sewa rental servis pasang ganti persewaan tempat perbaikan rakitan potong barang rumah aneka macam serba segala jenis rumahan industri
  produksi pembuatan pengolahan olahan produk makanan minuman masakan jasa service penjualan penjual jual jualan
  pedagang dagangan usahanya usaha umkm ukm ikm keliling kiloan kecil besar lokal tradisional online daring kemasan bahan alat peralatan
  perlengkapan
  kebutuhan merah putih hitam kuning hijau manis asin basah kering segar siap saji mentah matang enak asli khas sederhana bapak ibu mbok dan
  sidoarjo jawa timur surabaya milik pusat cabang cab kang cacak ning neng gus yu bang abang lik paklik buk bulik de
`

/** Names of luck and beauty on every second signboard, and given names that every street knows. They count half. */
const COMMON = `
  barokah berkah jaya makmur sejahtera sentosa mulya mulia mandiri bersaudara rejeki sumber karya cahaya nusantara ikhlas anugerah anugrah
  rahmat amanah putra
  putri putro bintang mentari sahabat setia lestari indah rapi murni prima utama wijaya kencana mekar subur sakinah hidayah sinar mawar
  melati delta baru abadi maju
  agung alam sari tiga dua lima saudara bersama harapan sukses lancar bahagia ceria family famili keluarga berlian permata mutiara surya
  pelangi
  siti sri nur muhammad ahmad abdul dwi tri eka agus budi slamet endang dewi sulastri aminah fatimah wahyuni sutrisno bambang sugeng
  rini yuni ani tini tutik lilik sulis ningsih astutik rahayu lestari utami wati hidayat setiawan santoso wahyudi riyadi rohman arif imam
  joko eko hadi anwar
  collection dapur pojok barisan al el ar
`

const compared = (text: string): Set<string> => new Set(text.split(/\s+/).filter(Boolean).map(normalName))

export const TRADE_WORDS: ReadonlySet<string> = compared(TRADES)
export const FILLER_WORDS: ReadonlySet<string> = compared(FILLERS)
export const COMMON_WORDS: ReadonlySet<string> = compared(COMMON)
