import type { Timestamp } from '@csii/model'
import { COMMA, decimal, indexWithin, lastIndexWithin, POINT, SPACE } from './ascii.ts'
import type { GatehouseStamp } from './pghp.ts'
import type { Sentence } from './sentence.ts'
import type { SentenceGroup, TagBlock } from './tag-block.ts'

/** What the network said about a sentence: before it by tag block or by `$PGHP`, or after its checksum. */
export interface Stated {
  /** When it was received, by the clock of whoever received it. */
  readonly time?: Timestamp
  /** Who received it, by a name of the network's own. */
  readonly source?: string
  readonly group?: SentenceGroup
}

export const NOTHING_STATED: Stated = {}

/** Joins what tag blocks, a Gatehouse line and the sentence itself said. Tag blocks are the standard, so they win. */
export function joinStated(
  tagBlock: TagBlock | undefined, stamp: GatehouseStamp | undefined, appended: Timestamp | undefined,
): Stated {
  const time = tagBlock?.time ?? stamp?.time ?? appended
  const source = tagBlock?.source ?? stamp?.source
  const group = tagBlock?.group
  return {
    ...(time !== undefined && { time }),
    ...(source !== undefined && { source }),
    ...(group !== undefined && { group }),
  }
}

/**
 * The seconds since 1970 that some networks (MSSIS, the US Coast Guard) write after the checksum, as the last of the
 * fields there: `*0E,1411920816`.
 */
export function appendedTime(sentence: Sentence): Timestamp | undefined {
  const { bytes, tailFrom, to } = sentence
  if (tailFrom >= to) return undefined
  const comma = lastIndexWithin(bytes, COMMA, tailFrom, to)
  if (comma < 0) return undefined
  const point = indexWithin(bytes, POINT, comma, to)
  const end = point < 0 ? endOfDigits(bytes, comma + 1, to) : point
  const seconds = decimal(bytes, comma + 1, end)
  return seconds !== undefined && end - comma - 1 === DIGITS_OF_SECONDS ? seconds * 1000 : undefined
}

/** From September 2001 until November 2286. */
const DIGITS_OF_SECONDS = 10

/** Blanks may follow. */
function endOfDigits(bytes: Uint8Array, from: number, to: number): number {
  let end = from
  while (end < to && bytes[end]! > SPACE) end++
  return end
}
