/**
 * Symmetric matrices of order 4, packed by rows of the upper triangle. One of order 5 has its fifth column behind
 * those: so the first four components of both lie alike. Tells for entry (i, j), at i × size + j, where it lies.
 */
export const packedIndex = (size: number): Int8Array => (size === 4 ? OF_4 : OF_5)

const indexOf = (size: number): Int8Array => {
  const index = new Int8Array(size * size)
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      const at = j === 4 ? 10 + i : (i * (7 - i)) / 2 + j
      index[i * size + j] = at
      index[j * size + i] = at
    }
  }
  return index
}

const OF_4 = indexOf(4)
const OF_5 = indexOf(5)
