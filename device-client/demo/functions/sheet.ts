// All thumbnails on one page, row by row.

import { decodePng, encodePng, type Picture } from '../png.js'

export const description = 'A page of pictures of one size: {pictures: [{png}], columns} → {width, height, png}, in base64'

interface Sheet { width: number, height: number, png: string }

export default function sheet ({ pictures, columns }: { pictures: { png: string }[], columns: number }): Sheet {
  const small = pictures.map(({ png }) => decodePng(Buffer.from(png, 'base64')))
  const { width = 1, height = 1 } = small[0] ?? {}
  const page: Picture = { width: width * columns, height: height * Math.ceil(small.length / columns), rgb: Buffer.alloc(width * columns * height * Math.ceil(small.length / columns) * 3) }
  for (const [n, { rgb }] of small.entries()) {
    const [left, top] = [(n % columns) * width, Math.floor(n / columns) * height]
    for (let y = 0; y < height; y++) rgb.copy(page.rgb, ((top + y) * page.width + left) * 3, y * width * 3, (y + 1) * width * 3)
  }
  return { width: page.width, height: page.height, png: encodePng(page).toString('base64') }
}
