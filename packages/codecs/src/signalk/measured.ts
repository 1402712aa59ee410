import { isRecord, LONGEST_TEXT, own } from './json.ts'
import type { Leaf } from './leaves.ts'

/** One value of a boat's equipment. */
export interface Measured {
  readonly path: string
  readonly value: number | string | boolean
}

/** Branches whose leaves the keepers of a boat want. Specification 1.7, groups of `vessel.json`. */
const BRANCHES = ['propulsion.', 'electrical.', 'tanks.', 'environment.inside.', 'steering.', 'notifications.']

/**
 * Bilges: 1.7 has no branch for them (SignalK/specification, issue 613), so equipment writes `environment.bilge`,
 * `electrical.pumps.bilge`, `tanks.bilge`, `bilge.main` and more. A path with the word in it is of one.
 */
const BILGE = /bilge/i

const DEEPEST = 4

export const isOfEquipment = (path: string): boolean =>
  BRANCHES.some((branch) => path.startsWith(branch)) || BILGE.test(path)

/** The values of a leaf; an object gives one for each field, and a notification that is taken back is normal again. */
export function measuredOf({ path, value }: Leaf): readonly Measured[] {
  if (!isOfEquipment(path) || /[^A-Za-z0-9_.:-]/.test(path)) return []
  if (value === null && path.startsWith('notifications.')) return [{ path: `${path}.state`, value: 'normal' }]
  const found: Measured[] = []
  collect(path, value, found, 0)
  return found
}

function collect(path: string, value: unknown, found: Measured[], depth: number): void {
  if (typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean') {
    // Either of the two, as was just seen.
    found.push({ path, value: value as number | boolean })
  } else if (typeof value === 'string') found.push({ path, value: value.slice(0, LONGEST_TEXT) })
  else if (isRecord(value) && depth < DEEPEST) {
    for (const key of Object.keys(value)) if (/^[A-Za-z0-9_-]{1,64}$/.test(key)) collect(
      `${path}.${key}`,
      own(value, key),
      found,
      depth + 1,
    )
  }
}
