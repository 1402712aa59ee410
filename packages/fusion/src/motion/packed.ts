/** Symmetric matrices of order 4 and 5, packed by rows of the upper triangle: where entry (i, j) lies. */
const indexOf = (size: number): Int8Array => {
  const index = new Int8Array(size * size)
  for (let i = 0, next = 0; i < size; i++) {
    for (let j = i; j < size; j++, next++) {
      index[i * size + j] = next
      index[j * size + i] = next
    }
  }
  return index
}

const OF_4 = indexOf(4)
const OF_5 = indexOf(5)

/** For entry (i, j), at i × size + j. */
export const packedIndex = (size: number): Int8Array => (size === 4 ? OF_4 : OF_5)

/** For each packed entry of a 5 × 5 matrix its row, column and place in a packed 4 × 4 one, -1 where that has none. */
export const ROW = new Int8Array(15)
export const COLUMN = new Int8Array(15)
export const IN_4 = new Int8Array(15)
/** The same for a 4 × 4 matrix: its place in a 5 × 5 one. */
export const ROW_4 = new Int8Array(10)
export const COLUMN_4 = new Int8Array(10)
export const IN_5 = new Int8Array(10)
for (let i = 0, at = 0, at4 = 0; i < 5; i++) {
  for (let j = i; j < 5; j++, at++) {
    ROW[at] = i
    COLUMN[at] = j
    IN_4[at] = j < 4 ? at4 : -1
    if (j === 4) continue
    ROW_4[at4] = i
    COLUMN_4[at4] = j
    IN_5[at4++] = at
  }
}
