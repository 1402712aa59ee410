import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { numberOf, pathOf } from './address.ts'
import { byteLines } from './byte-lines.ts'
import { createSchedule, type Pace } from './pace.ts'
import { Player } from './player.ts'
import { once, type TransportKind } from './transport.ts'

const FORM = 'file:/srv/day.nmea.gz, with ?speed=10 for ten times its pace, ?speed=0 for as fast as it goes, or ?linesPerSecond=50'

/** A recording, played at its own pace or another. Its bytes are not changed. */
export const file: TransportKind = {
  form: FORM,
  options: ['speed', 'linesPerSecond'],
  fault(url) {
    if (url.hostname !== '') return `has a host where its path should begin. Write ${FORM}.`
    if (!pathOf(url)) return `names no file. Write ${FORM}.`
    const numbers = [numberOf(url, 'speed', 1, 0, 1e6), numberOf(url, 'linesPerSecond', 1, 0.001, 1e7)]
    return numbers.includes(undefined) ? `has a pace that is no number. Write ${FORM}.` : undefined
  },
  open(url, given) {
    const events = once(given)
    const path = pathOf(url) ?? ''
    const source = createReadStream(path)
    const bytes: Readable = path.endsWith('.gz') ? source.pipe(createGunzip()) : source
    const player = new Player(events)
    const pace = paceOf(url)
    const played = pace ? player.playPaced(byteLines(bytes), createSchedule(pace)) : player.playThrough(bytes)
    source.once('open', () => events.opened())
    for (const stream of new Set([source, bytes])) stream.on('error', (error: Error) => events.closed(error.message, true))
    void played.then(
      () => events.closed('The recording has ended', true),
      (error: Error) => events.closed(error.message, true),
    )
    return {
      resume: () => player.resume(),
      async close() {
        events.silence()
        player.stop()
        source.destroy()
        bytes.destroy()
      },
    }
  },
}

/** Undefined for as fast as the pipeline takes it. */
function paceOf(url: URL): Pace | undefined {
  const linesPerSecond = url.searchParams.has('linesPerSecond') ? numberOf(url, 'linesPerSecond', 1, 0.001, 1e7) : undefined
  const speed = numberOf(url, 'speed', 1, 0, 1e6) ?? 1
  return speed === 0 && linesPerSecond === undefined ? undefined : { speed, linesPerSecond }
}
