import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import type { Sentence } from '../nmea/sentence.ts'
import { whole, WRONG } from './forms.ts'
import { fieldText, sealed } from './layout.ts'
import { words } from './text-forms.ts'

/** What the operator calls a target. An empty label takes the label away. */
export interface TargetLabel {
  readonly targetNumber: number
  readonly label?: string
}

/** Target labels: the operator's words for targets, for all displays. IEC 61162-1, § 8.3. */
export interface Tlb {
  readonly sentence: 'TLB'
  readonly talker: string
  readonly labels: readonly TargetLabel[]
}

const targetNumber = whole(0, 1023)

export function readLabels(talker: string, sentence: Sentence): Result<Tlb, DecodeProblem> {
  const pairs = Math.floor((sentence.fieldCount - 1) / 2)
  if (pairs === 0) return bad('length')
  const labels: TargetLabel[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const target = targetNumber.read([fieldText(sentence, 1 + 2 * pair)])
    const label = words.read([fieldText(sentence, 2 + 2 * pair)])
    if (target === WRONG || label === WRONG) return bad('value')
    if (target !== undefined) labels.push({ targetNumber: target, ...(label !== undefined && { label }) })
  }
  return ok({ sentence: 'TLB', talker, labels })
}

/** Characters between `$` and `*`: 82 without both, the checksum and the line end (IEC 61162-1, § 7.3). */
const ROOM = 76

/** As many sentences as the labels need. */
export function writeLabels({ talker, labels }: Tlb): string[] {
  const bodies: string[] = []
  for (const { targetNumber: target, label = '' } of labels) {
    const pair = `,${targetNumber.write(target).join()},${words.write(label).join()}`
    const last = bodies.at(-1)
    if (last !== undefined && last.length + pair.length <= ROOM) bodies[bodies.length - 1] = last + pair
    else bodies.push(`${talker}TLB${pair}`)
  }
  return bodies.map((body) => sealed('$', body))
}
