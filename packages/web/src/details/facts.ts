import type { TrackDetail } from '@csii/contract'
import { MEANS } from '@csii/model'
import { isDark, isSuspect } from '../picture/track-id.ts'
import {
  ABSENT,
  formatAge,
  formatAltitude,
  formatDirection,
  formatDistance,
  formatLatitude,
  formatLongitude,
  formatProbability,
  formatSpeed,
  formatUtc,
} from '../text/format.ts'
import { navigationStatusInWords } from '../text/ship-words.ts'
import type { Text } from '../text/use-text.tsx'
import { beliefsOf, doubtsOf, type Fact } from './belief-words.ts'
import { fieldInWords, inOrder, valueInWords } from './claim-words.ts'
import { flagOf } from './flag.ts'

/** What the picture shows of a track, as a reader wants it: knots, degrees and minutes, ages. */
export function factsOf({ track, altitude }: TrackDetail, now: number, locale: string, text: Text): Fact[] {
  const { fix, navigationStatus, mmsi } = track
  const means = MEANS.find((name) => name === track.means)
  return [
    [text('details.position'), fix ? `${formatLatitude(fix.lat)} ${formatLongitude(fix.lon)}` : text('tracks.no-fix')],
    [text('details.sigma'), fix ? formatDistance(fix.sigma) : ABSENT],
    [text('details.age'), fix ? `${formatAge(now - fix.time)} · ${formatUtc(fix.time)} UTC` : ABSENT],
    [text('details.heard'), formatAge(now - track.heardAt)],
    [text('details.speed'), track.speed === undefined ? ABSENT : `${formatSpeed(track.speed)} kn`],
    [text('details.course'), formatDirection(track.courseDeg)],
    [text('details.heading'), formatDirection(track.headingDeg)],
    ...(altitude === undefined ? [] : [[text('details.altitude'), formatAltitude(altitude)] as const]),
    [text('details.means'), means ? text(`means.${means}`) : track.means],
    ...(navigationStatus === undefined
      ? []
      : [[text('claim.navigationStatus'), navigationStatusInWords(navigationStatus, text)] as const]),
    [text('details.flag'), (mmsi === undefined ? undefined : flagOf(mmsi, locale)) ?? text('details.flag.unknown')],
    [text('details.track'), track.id],
  ]
}

/** The whole of a track as lines of text, for a log or a message. */
export function detailText(detail: TrackDetail, now: number, locale: string, text: Text): string {
  const { track, claims, contributors } = detail
  const marks = [
    track.simulated && text('app.simulated'),
    track.test && text('mark.test'),
    track.distress && text('mark.distress'),
    track.conflicting && text('mark.conflict'),
    isDark(track) && text('mark.dark', { p: formatProbability(track.dark) }),
    isSuspect(track) && text('mark.suspect', { p: formatProbability(track.suspect) }),
  ].filter((mark) => mark !== false)
  return [
    [track.name ?? track.mmsi ?? text('tracks.unnamed'), ...marks].join(' · '),
    `${new Date(now).toISOString().slice(0, 19)}Z`,
    ...factsOf(detail, now, locale, text).map(([name, value]) => `${name}: ${value}`),
    ...beliefsOf(detail, text).map(([name, value]) => `${name}: ${value}`),
    ...doubtsOf(detail, text),
    ...inOrder(claims).map(
      (claim) =>
        `${fieldInWords(claim.field, text)}: ${valueInWords(claim, text)} ` +
        `(${claim.sensorId}, ${formatAge(now - claim.time)})`,
    ),
    ...contributors.map(({ sensorId, plots }) => `${sensorId}: ${text('details.plots', { n: plots })}`),
  ].join('\n')
}
