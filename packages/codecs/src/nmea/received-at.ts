import type { Timestamp } from '@csii/model'
import { BACKSLASH, DOLLAR, indexWithin } from './ascii.ts'
import { isGatehouse, readGatehouse } from './pghp.ts'
import { Sentence } from './sentence.ts'
import { readTagBlock } from './tag-block.ts'

/** When a line of a recording was received, by its tag block (`c:`) or by the Gatehouse stamp that it is; else undefined. */
export function receivedAtOf(line: Uint8Array): Timestamp | undefined {
  if (line[0] === BACKSLASH) {
    const end = indexWithin(line, BACKSLASH, 1, line.length)
    const block = end < 0 ? undefined : readTagBlock(line, 1, end)
    return block?.ok ? block.value.time : undefined
  }
  if (line[0] !== DOLLAR) return undefined
  const sentence = new Sentence()
  if (sentence.read(line, 0, line.length) || !isGatehouse(sentence)) return undefined
  const stamp = readGatehouse(sentence)
  return stamp.ok ? stamp.value.time : undefined
}
