import {
  isPcap, looksLikeAdsb, looksLikeAsterix, looksLikeCot, looksLikeNaf, looksLikeSatellite, looksLikeSighting, looksLikeSignalK, looksLikeVmsList,
} from '@csii/codecs'
import type { Format } from './formats.ts'

/** What the first bytes of an input say of it. */
export interface Recognised {
  readonly format: Format
  readonly pcap: boolean
}

export function recognise(first: Uint8Array): Recognised {
  if (isPcap(first)) return { format: 'asterix', pcap: true }
  const format = looksLikeAdsb(first) ?? LOOKS.find(([, looksLike]) => looksLike(first))?.[0] ?? 'nmea'
  return { format, pcap: false }
}

/** In the order of how sure they are. */
const LOOKS: readonly (readonly [Format, (first: Uint8Array) => boolean])[] = [
  ['cot', looksLikeCot],
  ['naf', looksLikeNaf],
  ['satellite', looksLikeSatellite],
  ['vms-csv', looksLikeVmsList],
  ['asterix', looksLikeAsterix],
  ['signalk', looksLikeSignalK],
  ['sighting', looksLikeSighting],
]

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
