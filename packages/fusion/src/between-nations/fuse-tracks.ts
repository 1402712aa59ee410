import { pointAt } from '@csii/geo'
import { combined, inverseOf, times } from './covariance.ts'
import { differenceOf, isSound, predicted, VESSEL_NOISE, type Estimate } from './estimate.ts'
import { intersectionOf } from './intersection.ts'
import { contains, labelsOf, unionOf } from './lineage.ts'

/**
 * The own estimate and a partner's of the same object, made one at the later of their times.
 *
 * - What rests only on what is known here already (own data that comes home, an AIS message that both heard) teaches
 *   nothing: the own estimate stays as it is.
 * - Where the partner knows all that is known here and more, the surer of the two holds, and no surer one is made.
 * - Else by covariance intersection, even where the lineages have nothing in common. Two filters that follow one
 *   object are correlated by its unknown acceleration though they share no sensor (Bar-Shalom 1981, "On the
 *   track-to-track correlation problem"); what was common before the lineage begins is not known either. Plain
 *   addition of information would count both twice.
 *
 * A partner's estimate that cannot be reckoned with is left out.
 */
export function fuseTracks(own: Estimate, other: Estimate, noise = VESSEL_NOISE): Estimate {
  if (!isSound(other) || contains(own.lineage, other.lineage)) return own
  const time = Math.max(own.time, other.time)
  const [ours, theirs] = [predicted(own, time, noise), predicted(other, time, noise)]
  if (contains(other.lineage, own.lineage)) return isSurer(theirs, ours) ? withLabels(theirs, own) : own
  return intersected(ours, theirs)
}

function isSurer(a: Estimate, b: Estimate): boolean {
  const [ofA, ofB] = [inverseOf(a.covariance), inverseOf(b.covariance)]
  return ofA !== undefined && (!ofB || ofA.logDeterminant < ofB.logDeterminant)
}

const withLabels = (estimate: Estimate, other: Estimate): Estimate => ({
  ...estimate,
  labels: labelsOf(estimate.labels, other.labels),
})

/** What one side adds nothing to stays the other's alone: its lineage must not name what is not in it. */
function intersected(a: Estimate, b: Estimate): Estimate {
  const weighed = intersectionOf(a.covariance, b.covariance)
  if (!weighed || weighed.omega === 1) return a
  const { omega, covariance, informationA, informationB } = weighed
  if (omega === 0) return b
  // Mean = P (ω A⁻¹ a + (1 − ω) B⁻¹ b), from the middle between both: a is half the difference away, b as far beyond.
  const difference = differenceOf(a, b)
  const pull = times(combined(1 - omega, informationB, -omega, informationA), difference)
  const [east, north, eastwards, northwards] = times(covariance, pull).map((move, i) => (move + difference[i]!) / 2)
  return {
    time: a.time,
    position: pointAt(a.position, { east: east!, north: north! }),
    velocity: { east: a.velocity.east + eastwards!, north: a.velocity.north + northwards! },
    covariance,
    lineage: unionOf(a.lineage, b.lineage),
    labels: labelsOf(a.labels, b.labels),
  }
}
