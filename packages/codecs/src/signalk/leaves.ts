import type { Timestamp } from '@csii/model'
import { mmsiOf } from './identity.ts'
import { isRecord, listIn, own, recordIn, textIn, type JsonRecord } from './json.ts'

/** One value of one vessel, however it was sent. Specification 1.7, "Data Model". */
export interface Leaf {
  /** `vessels.urn:mrn:imo:mmsi:377123000`, or `vessels.self`. */
  readonly context: string
  readonly path: string
  /** `null` where the equipment says that it has no value. */
  readonly value: unknown
  /** When the equipment measured it. */
  readonly time: Timestamp | undefined
}

/** What a document is: the leaves in it, whose server it is from, or something that says nothing of the sea. */
export type SignalKDocument =
  | { readonly kind: 'leaves'; readonly leaves: readonly Leaf[]; readonly self?: string }
  | { readonly kind: 'hello'; readonly self?: string }
  | { readonly kind: 'answer' }

const SELF = 'vessels.self'
/** Groups of objects: 1.7 names them so; servers also write `atons`. */
const GROUPS = ['vessels', 'aircraft', 'aton', 'atons', 'sar']
/** One of these branches makes a document the model of one vessel; so does its number or UUID. */
const BRANCHES = ['navigation', 'propulsion', 'electrical', 'tanks', 'environment', 'notifications', 'steering']
const DEEPEST = 16
const LONGEST_PATH = 200
/** Beside the value of a full model: what is said about it. */
const ABOUT = new Set(['meta', 'values', '$source', 'source', 'timestamp', 'pgn', 'sentence', '_attr', '$schema'])

/** Undefined for a document that is not Signal K. */
export function documentOf(json: unknown): SignalKDocument | undefined {
  if (!isRecord(json)) return undefined
  const updates = listIn(json, 'updates')
  if (updates) return { kind: 'leaves', leaves: leavesOfDelta(json, updates) }
  const self = textIn(json, 'self')
  if (GROUPS.some((group) => recordIn(json, group))) {
    return { kind: 'leaves', leaves: GROUPS.flatMap((group) => leavesOfGroup(json, group)), ...(self && { self }) }
  }
  if (textIn(json, 'version') && (self || listIn(json, 'roles'))) return { kind: 'hello', ...(self && { self }) }
  if (Object.keys(json).some((key) => key.startsWith('urn:mrn:'))) {
    return { kind: 'leaves', leaves: leavesOfGroup({ vessels: json }, 'vessels') }
  }
  if (isVessel(json)) return {
    kind: 'leaves', leaves: leavesOfModel(SELF, json),
  }
  return isAnswer(json) ? { kind: 'answer' } : undefined
}

const isVessel = (json: JsonRecord): boolean =>
  BRANCHES.some((branch) => recordIn(json, branch)) ||
  mmsiOf(own(json, 'mmsi')) !== undefined ||
  textIn(json, 'uuid')?.startsWith('urn:mrn:') === true

/** Specification, "Request/Response". */
const isAnswer = (json: JsonRecord): boolean =>
  textIn(json, 'requestId') !== undefined ||
  (own(json, 'statusCode') !== undefined && textIn(json, 'state') !== undefined)

/** Specification, "Delta Format": what it says of the meta of a value is left. */
function leavesOfDelta(delta: JsonRecord, updates: readonly unknown[]): Leaf[] {
  const context = textIn(delta, 'context') ?? SELF
  const leaves: Leaf[] = []
  for (const update of updates) {
    if (!isRecord(update)) continue
    const time = timeIn(update)
    for (const entry of listIn(update, 'values') ?? []) {
      if (!isRecord(entry)) continue
      const path = own(entry, 'path')
      const value = own(entry, 'value')
      if (typeof path !== 'string' || path.length > LONGEST_PATH || value === undefined) continue
      // The root of a vessel holds its name and numbers.
      if (path === '' && isRecord(value)) walk({ context, time, path: '' }, value, leaves, 0)
      else leaves.push({ context, path, value, time })
    }
  }
  return leaves
}

function leavesOfGroup(model: JsonRecord, group: string): Leaf[] {
  const objects = recordIn(model, group) ?? {}
  return Object.keys(objects).flatMap((id) => {
    const object = own(objects, id)
    return isRecord(object) ? leavesOfModel(`${group}.${id.slice(0, LONGEST_PATH)}`, object) : []
  })
}

function leavesOfModel(context: string, model: JsonRecord): Leaf[] {
  const leaves: Leaf[] = []
  walk({ context, path: '', time: undefined }, model, leaves, 0)
  return leaves
}

type Branch = Pick<Leaf, 'context' | 'path' | 'time'>

/**
 * Collects what a branch of the full format holds: values with their time, and the bare texts and numbers of static
 * data.
 */
function walk(branch: Branch, record: JsonRecord, leaves: Leaf[], depth: number): void {
  const value = own(record, 'value')
  const time = timeIn(record) ?? branch.time
  if (value !== undefined && branch.path !== '') leaves.push({ ...branch, time, value })
  if (depth >= DEEPEST) return
  for (const key of Object.keys(record)) {
    if (ABOUT.has(key) || (key === 'value' && branch.path !== '')) continue
    const child = own(record, key)
    const path = branch.path === '' ? key : `${branch.path}.${key}`
    if (path.length > LONGEST_PATH) continue
    if (isRecord(child)) walk({ ...branch, path, time }, child, leaves, depth + 1)
    else leaves.push({ ...branch, path, time, value: child })
  }
}

/** RFC 3339; the specification wants UTC, and some equipment writes an offset. */
function timeIn(record: JsonRecord): Timestamp | undefined {
  const text = textIn(record, 'timestamp')
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
