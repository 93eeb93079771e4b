// The same count as the detector's, without it: how many pixels of a grey picture (PGM, P5) have a Sobel gradient above a threshold.

export function countEdges (pgm: Buffer, threshold: number): { readonly edges: number, readonly width: number, readonly height: number } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'))
  if (header === null) throw new Error('the picture is no PGM of 8 bits')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const at = (x: number, y: number): number => pgm[header[0].length + y * width + x] ?? 0
  let edges = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const dx = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1) - at(x - 1, y - 1) - 2 * at(x - 1, y) - at(x - 1, y + 1)
      const dy = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1) - at(x - 1, y - 1) - 2 * at(x, y - 1) - at(x + 1, y - 1)
      if (Math.abs(dx) + Math.abs(dy) > threshold) edges++
    }
  }
  return { edges, width, height }
}
