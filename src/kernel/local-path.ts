/** Where to go when nothing else is said. */
const HOME = '/'

// Control signs and backslashes are read as "/" or dropped by browsers, so "/\evil" and "/\t/evil" would leave the site.
const UNSAFE = /[\\\p{Cc}\p{Z}]/u

/**
 * A way back (`kembali`) inside this site: path and query, never another host.
 * @returns `otherwise` for anything that is not plainly a path of ours
 */
export function localPath(text: string | undefined, otherwise: string = HOME): string {
  if (!text || text.length > 500 || !/^\/(?!\/)/.test(text) || UNSAFE.test(text)) return otherwise
  const inside = 'http://inside.invalid'
  if (!URL.canParse(text, inside)) return otherwise
  const url = new URL(text, inside)
  // "/..//evil.example" is folded to "//evil.example", which is another host.
  return url.origin === inside && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : otherwise
}
