/**
 * The form in which names of villages are compared: small letters without spaces, hyphens and the prefixes people write.
 * Official names are written together ("Blurukidul"), people write "Ds. Bluru Kidul".
 */
export function normalRegionName(text: string): string {
  return text.toLowerCase().replace(/^\s*(desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab)\b\.?\s*/u, '').replaceAll(/[^a-z0-9]/g, '')
}
