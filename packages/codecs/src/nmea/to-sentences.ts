import { checksum } from './ascii.ts'

export interface SentenceOptions {
  /** Two letters; `AI`, a mobile station, unless said otherwise. */
  readonly talker?: string
  readonly channel?: 'A' | 'B' | ''
  /** 0 to 9, only written when the message takes several sentences. */
  readonly sequence?: number
  /** `VDO` is what a station says of itself. */
  readonly formatter?: 'VDM' | 'VDO'
}

/**
 * Payload characters a sentence holds: 82 characters with delimiter, address, fields, checksum and line end
 * (IEC 61162-1, § 7.3) leave 62 for a single sentence and 60 where a sequence id is written.
 */
const PAYLOAD_ROOM = 60

/** The sentences of one AIS message, without line ends. At most nine: the part number has one digit. */
export function toSentences(payload: string, fillBits: number, options: SentenceOptions = {}): string[] {
  const { talker = 'AI', channel = 'A', sequence = 0, formatter = 'VDM' } = options
  const count = Math.max(1, Math.ceil(payload.length / PAYLOAD_ROOM))
  if (count > 9) throw new Error(`a payload of ${payload.length} characters takes more than nine sentences`)
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    const part = payload.slice(index * PAYLOAD_ROOM, (index + 1) * PAYLOAD_ROOM)
    const id = count > 1 ? sequence : ''
    const body = `${talker}${formatter},${count},${index + 1},${id},${channel},${part},${isLast ? fillBits : 0}`
    return `!${body}*${checksum(body)}`
  })
}
