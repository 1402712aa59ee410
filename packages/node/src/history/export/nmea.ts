import { encodeMessage, toSentences, writeTagBlock, type AisMessage } from '@csii/codecs'
import type { StateRecord } from '../../pipeline/record/records.ts'
import { refText, type HistoryReader, type StatePack } from '../history-reader.ts'
import type { Pauses } from '../pauses.ts'
import { byTrack } from '../search/vessels.ts'
import { aboutLines, type About } from './about.ts'
import { positionMessage, staticMessages } from './ais-messages.ts'
import { chosen, type ExportedTrack, type ExportRequest } from './window.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * AIS sentences in the order of time, as receivers would have heard them, after lines that begin with `#`. Each has a tag
 * block with its source and its time of validity (`c:`, ms). What states no MMSI has no AIS message and is left out: NMEA
 * knows other targets by numbers of two or three digits, under which a window of history would mix them up.
 */
export async function* nmeaOf(
  reader: HistoryReader, request: ExportRequest, about: About, tracks: readonly ExportedTrack[], pauses: Pauses,
): AsyncIterable<string> {
  const speaking = new Map(tracks.filter(({ claim }) => claim.mmsi !== undefined).map((track) => [refText(track.track), track]))
  const silent = tracks.length - speaking.size
  const left = `left out, because they state no MMSI: ${silent} tracks`
  yield [...aboutLines(about), left].map((line) => `# ${line}\r\n`).join('')

  const source = about.simulated ? 'EXERCISE' : 'CSII'
  const introduced = new Set<string>()
  for await (const { track, state } of inOrderOfTime(reader, request, speaking, pauses)) {
    const mmsi = track.claim.mmsi!
    const ref = refText(track.track)
    const messages = introduced.has(ref) ? [] : staticMessages(mmsi, track.claim)
    introduced.add(ref)
    yield [...messages, positionMessage(mmsi, track.claim, state)].map((message) => lines(message, source, state.time)).join('')
  }
}

function lines(message: AisMessage, source: string, time: number): string {
  const { payload, fillBits } = encodeMessage(message)
  return toSentences(payload, fillBits).map((sentence) => `${writeTagBlock({ source, time })}${sentence}\r\n`).join('')
}

async function* inOrderOfTime(
  reader: HistoryReader, request: ExportRequest, tracks: ReadonlyMap<string, ExportedTrack>, pauses: Pauses,
): AsyncIterable<{ track: ExportedTrack; state: StateRecord }> {
  const { exercise, from, to, box } = request
  for (let hour = Math.floor(from / HOUR) * HOUR; hour <= to; hour += HOUR) {
    const packs: StatePack[] = []
    const valid = { from: Math.max(hour, from), until: Math.min(hour + HOUR, to) }
    for await (const some of reader.packs({ exercise, valid, box })) packs.push(...some.filter(({ track }) => tracks.has(refText(track))))
    const byRef = byTrack(packs)
    for (let minute = hour; minute < hour + HOUR; minute += MINUTE) {
      const heard: { track: ExportedTrack; state: StateRecord }[] = []
      const window = { from: Math.max(minute, from), until: Math.min(minute + MINUTE, to) }
      if (window.from > window.until) continue
      for (const [ref, own] of byRef) {
        for (const state of chosen(own, window, request)) if (state.time < minute + MINUTE) heard.push({ track: tracks.get(ref)!, state })
        await pauses()
      }
      heard.sort((a, b) => a.state.time - b.state.time)
      yield* heard
    }
  }
}
