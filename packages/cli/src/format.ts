import { isPcap, looksLikeAdsb, looksLikeAsterix, type AdsbFormat } from '@csii/codecs'

export type Format = 'nmea' | 'asterix' | AdsbFormat

/** What the first bytes of an input say of it. */
export interface Recognised {
  readonly format: Format
  readonly pcap: boolean
}

export function recognise(first: Uint8Array): Recognised {
  if (isPcap(first)) return { format: 'asterix', pcap: true }
  return { format: looksLikeAdsb(first) ?? (looksLikeAsterix(first) ? 'asterix' : 'nmea'), pcap: false }
}

/** The first chunk of an input, empty where there is none, and the whole of it including that chunk. */
export async function peek(
  input: AsyncGenerator<Uint8Array>,
): Promise<{ readonly first: Uint8Array; readonly input: AsyncIterable<Uint8Array> }> {
  const { value, done } = await input.next()
  const first = done ? new Uint8Array(0) : value
  async function* whole() {
    yield first
    yield* input
  }
  return { first, input: whole() }
}
