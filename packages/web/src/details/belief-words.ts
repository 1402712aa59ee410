import type { TrackDetail } from '@csii/contract'
import { formatProbability, formatUtc } from '../text/format.ts'
import type { Text } from '../text/use-text.tsx'

export type Fact = readonly [name: string, value: string]

/** What fusion concludes of every track. */
export function beliefsOf({ existence, identity, revision, revisedFrom }: TrackDetail, text: Text): Fact[] {
  return [
    [text('details.existence'), formatProbability(existence)],
    [text('details.identity'), identityInWords(identity, text)],
    ...(revision === 0 || revisedFrom === undefined
      ? []
      : [[text('details.revision'), text('details.revision.from', { time: formatUtc(revisedFrom) })] as const]),
  ]
}

function identityInWords(identity: TrackDetail['identity'], text: Text): string {
  if (identity?.stated === undefined) return text('details.identity.none')
  const said = [
    identity.probability === undefined ? identity.stated : `${identity.stated} (${formatProbability(identity.probability)})`,
    identity.conflicting && text('details.identity.conflicting'),
    identity.pinned && text('details.identity.pinned'),
  ]
  return said.filter((part) => part !== false).join('; ')
}

/** In sentences, why it is taken to be dark, or its position doubted. */
export function doubtsOf({ darkness, suspicion }: TrackDetail, text: Text): string[] {
  return [
    ...(darkness ? [darknessInWords(darkness, text)] : []),
    ...(suspicion
      ? [
          text('suspect.why', {
            p: formatProbability(suspicion.probability),
            time: formatUtc(suspicion.since),
            reason: text(`suspicion.${suspicion.reason}`),
          }),
        ]
      : []),
  ]
}

/** Less likely than not. */
const EVEN = 0.5

function darknessInWords({ probability, since, missedReports }: NonNullable<TrackDetail['darkness']>, text: Text): string {
  const p = formatProbability(probability)
  if (probability < EVEN) return text('dark.not', { p })
  return text('dark.why', { p, time: formatUtc(since).slice(0, 5), n: Math.round(missedReports) })
}
