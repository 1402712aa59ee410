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

export const packedIndex = (size: number): Int8Array => (size === 4 ? OF_4 : OF_5)
