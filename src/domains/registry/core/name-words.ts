/**
 * Words of Indonesian names for comparing: plain data, the table of 2026-11. A new variant is a new entry here.
 * Everything is written as the first step of the comparison leaves it: small letters, no dots, no signs.
 */

/** Titles and forms of address before or behind a person's name; they say nothing about who it is. */
export const TITLES = new Set(words(`
  h hj haji hajah kh kyai kiai ust ustad ustadz ustadzah drs dra ir dr drg prof rr rng
  bpk bapak bp ibu bu pak pakde bude mbak mbah mas cak wak lek mak bunda abah umi mr mrs ms
  sdr sdri tn ny nn alm almh
  se sh st ssos spd sag sip skom skep sfarm spt stp ssi shi spdi sei sth amd amdkeb amdkep skm sst str
  mm msi mpd mh mt mkes mag mkom mba phd ma
`))

/** Legal forms and kinds of place around a business name. Dropped at either end, kept when nothing else would be left. */
export const BUSINESS_FORMS = new Set(words(`
  cv ud pt pd po fa firma koperasi kop kopwan ksp ksu kub perorangan persero perusahaan dagang usaha
  toko tk warung wr wrg kios depot rm tb kedai lapak gerai outlet rumah pusat
`))

/** A form and the ways it is written. Words on the right are compared as the word on the left. */
const VARIANTS: Record<string, string> = {
  muhammad: `moh mohd moch mochd much muh muhd mhd md mohamad mohammad mochamad mochammad muchamad muchammad muhamad muhamed
    mukhamad mokhamad`,
  ahmad: 'ach achmad akhmad akmad amad',
  abdul: 'abd abdu',
  siti: 'st sitti',
  nur: 'noer nor',
  khoirul: 'choirul qoirul chairul khairul koirul',
  rahmat: 'rachmat rachmad rahmad rakhmat rakhmad',
  rizki: 'rizky rizqi riski rizqy risky rizkiy',
  sholeh: 'soleh saleh sholih solikh solih shaleh',
  taufik: 'taufiq topik taufieq',
  syaiful: 'saiful saefull saeful syaeful',
  zainul: 'zaenul jainul',
  yusuf: 'yusup yosef jusuf',
  slamet: 'selamet slamat',
  kerupuk: 'krupuk kropok kerupuks krupok',
  keripik: 'kripik kripiks kripek criping ceriping',
  peyek: 'rempeyek rempeyeks',
  catering: 'katering ketring',
  laundry: 'londri laundri loundry londry',
  bakso: 'baso',
  sate: 'satai satay',
  mie: 'mi mee',
  sambal: 'sambel',
  roti: 'bakery bakeri',
  mebel: 'meubel mebeul meubeul mebeler meubelair furniture furnitur',
  konveksi: 'konfeksi confection',
  fotokopi: 'fotocopy photocopy fotocopi potokopi fotokopy',
  bengkel: 'bengkil',
  seluler: 'cell cel celluler selular cellular',
  rejeki: 'rezeki rizeki rejeky',
  barokah: 'barakah berokah barokhah',
  sentosa: 'sentausa',
  putra: 'putera',
  putri: 'puteri',
  kue: 'kueh',
  dan: 'and',
}

/** From a written word to the form it is compared as. */
export const FORM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(VARIANTS).flatMap(([form, variants]) => words(variants).map((variant) => [variant, form] as const)),
)

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
