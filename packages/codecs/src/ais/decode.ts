import type { DecodeProblem } from '@csii/model'
import { readUnsigned, SEXTETS } from './bits.ts'
import { CONTENTS, contentKey } from './binary/contents.ts'
import { addressedBinary, broadcastBinary } from './binary/envelope.ts'
import { isAuxiliaryCraft, TABLES, type AisMessage } from './catalogue.ts'
import { compile, type Read } from './compile.ts'
import { addressedChannelManagement, channelManagement } from './link-management.ts'
import { auxiliaryStaticDataPartB, staticDataPartA, staticDataPartB } from './static-data.ts'
import type { Table } from './table.ts'

const BITS_OF_HEADER = 38

/** By type: six bits can name 64, of which the standard has 27. */
const READERS: readonly Read<AisMessage>[] = Array.from({ length: 64 }, (_, type) => readerOf(type))

/**
 * Decodes one message from the armour characters `from` to `to`, of which the last carries `fillBits` bits of padding.
 * Gives the fields as transmitted, or why it cannot. Never throws, whatever the bytes.
 */
export function decodePayload(
  ascii: Uint8Array, from: number, to: number, fillBits: number,
): AisMessage | DecodeProblem {
  const bits = (to - from) * 6 - fillBits
  // A padding that is no number gives no length.
  if (!(bits >= BITS_OF_HEADER)) return 'length'
  const type = SEXTETS[ascii[from]!]!
  return type > 63 ? 'framing' : READERS[type]!(ascii, from, to, bits)
}

function readerOf(type: number): Read<AisMessage> {
  if (type === 6) return contentReader(6, 72, addressedBinary)
  if (type === 8) return contentReader(8, 40, broadcastBinary)
  if (type === 22) return channelReader()
  if (type === 24) return staticReader()
  const table = TABLES[type]
  return table ? compile<AisMessage>(table) : () => 'unsupported'
}

/** Reads the content if we know it and it has a length that we believe; any other is kept as it is. */
function contentReader(type: number, start: number, opaque: Table): Read<AisMessage> {
  const ofType = [...CONTENTS].filter(([key]) => key >> 16 === type)
  const known = new Map(ofType.map(([key, table]) => [key, compile<AisMessage>(table)]))
  const readOpaque = compile<AisMessage>(opaque)
  return (ascii, from, to, bits) => {
    if (bits < start + 16) return 'length'
    const dac = readUnsigned(ascii, from, start, 10)
    const fid = readUnsigned(ascii, from, start + 10, 6)
    const content = known.get(contentKey(type, dac, fid))?.(ascii, from, to, bits)
    const isUnread = content === undefined || content === 'length' || isMistaken(content)
    return isUnread ? readOpaque(ascii, from, to, bits) : content
  }
}

/** Others use the number of the inland vessel report too: hazard codes 6 and 7 do not exist. */
const isMistaken = (content: AisMessage | DecodeProblem): boolean =>
  typeof content !== 'string' && 'hazard' in content && content.hazard > 5

function channelReader(): Read<AisMessage> {
  const readArea = compile<AisMessage>(channelManagement)
  const readStations = compile<AisMessage>(addressedChannelManagement)
  return (ascii, from, to, bits) => {
    const isAddressed = readUnsigned(ascii, from, 139, 1) === 1
    return (isAddressed ? readStations : readArea)(ascii, from, to, bits)
  }
}

function staticReader(): Read<AisMessage> {
  const readPartA = compile<AisMessage>(staticDataPartA)
  const readPartB = compile<AisMessage>(staticDataPartB)
  const readAuxiliary = compile<AisMessage>(auxiliaryStaticDataPartB)
  return (ascii, from, to, bits) => {
    const part = readUnsigned(ascii, from, 38, 2)
    if (part > 1) return 'unsupported'
    if (part === 0) return readPartA(ascii, from, to, bits)
    const isAuxiliary = isAuxiliaryCraft(readUnsigned(ascii, from, 8, 30))
    return (isAuxiliary ? readAuxiliary : readPartB)(ascii, from, to, bits)
  }
}
