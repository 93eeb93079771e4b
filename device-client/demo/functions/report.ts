// What came of it, in numbers.

import { createHash } from 'node:crypto'

export const description = 'About a page and the files on it: {page, files} → {pictures, bytes, page: {width, height, sha256}}'

interface Report { pictures: number, bytes: number, page: { width: number, height: number, sha256: string } }

export default function report ({ page: { width, height, png }, files }: { page: { width: number, height: number, png: string }, files: { bytes: number }[] }): Report {
  const sha256 = createHash('sha256').update(Buffer.from(png, 'base64')).digest('hex')
  return { pictures: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), page: { width, height, sha256 } }
}
