import QRCode from 'qrcode'

/**
 * A QR symbol as SVG of black squares, without quiet zone (the template leaves four modules of white around it). Error level M;
 * the library mixes byte and alphanumeric segments so that the symbol is as small as can be.
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let width = 0
      while (column + width < modules.size && modules.get(row, column + width)) width++
      if (width > 0) path += `M${column} ${row}h${width}v1h-${width}z`
      column += width
    }
  }
  const { size } = modules
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}
