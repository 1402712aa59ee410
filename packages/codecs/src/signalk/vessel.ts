import type { Claim, Emergency, LatLon, Timestamp } from '@csii/model'
import { normalDegrees, radiansToDegrees } from '@csii/model'
import type { Fix } from './fix.ts'
import { claimOfContext, claimOfLeaf, contextOf, emergencyOfPath, isRaised } from './identity.ts'
import { isRecord, numberIn, own, textIn } from './json.ts'
import type { Leaf } from './leaves.ts'

/** A place that a vessel states. */
export interface Stated {
  readonly position: LatLon
  readonly altitude?: number
  readonly time: Timestamp | undefined
}

/** What is known of a vessel's way; a value that is older than the position by more than this says nothing of it. */
const FRESH_MS = 15_000
/** Faster is a fault of the equipment: m/s. */
const FASTEST = 200
/** Radians; equipment that sends degrees shows itself by more. */
const MOST_RADIANS = 2 * Math.PI + 0.001
const MOST_EMERGENCIES = 32

type Way = 'speed' | 'courseDeg' | 'headingDeg' | 'headingMagneticDeg' | 'variationDeg'

const WAYS: ReadonlyMap<string, Way> = new Map([
  ['navigation.speedOverGround', 'speed'],
  ['navigation.courseOverGroundTrue', 'courseDeg'],
  ['navigation.headingTrue', 'headingDeg'],
  ['navigation.headingMagnetic', 'headingMagneticDeg'],
  ['navigation.magneticVariation', 'variationDeg'],
])

const FIX_FIELDS: ReadonlyMap<string, keyof Fix> = new Map([
  ['navigation.gnss.horizontalDilution', 'horizontalDilution'],
  ['navigation.gnss.methodQuality', 'quality'],
  ['navigation.gnss.type', 'type'],
])

/** What the leaves so far say of one vessel: a delta has only what changed. */
export class Vessel {
  readonly isAircraft: boolean
  #claim: Claim
  #fix: Fix = {}
  readonly #way = new Map<Way, { readonly value: number; readonly time: Timestamp }>()
  readonly #raised = new Map<string, Emergency>()

  constructor(context: string) {
    const named = contextOf(context)
    this.isAircraft = named.group === 'aircraft' || named.group === 'sar'
    this.#claim = claimOfContext(named)
  }

  get fix(): Fix {
    return this.#fix
  }

  /** A person overboard before any other trouble. */
  get claim(): Claim {
    const raised = [...this.#raised.values()]
    const emergency = raised.find((each) => each === 'man-overboard') ?? raised[0]
    return emergency === undefined ? this.#claim : { ...this.#claim, emergency }
  }

  /** Takes in a leaf; true when it changed what the vessel claims. */
  take({ path, value }: Leaf, time: Timestamp): boolean {
    const [way, fixField] = [WAYS.get(path), FIX_FIELDS.get(path)]
    if (way) this.#takeWay(way, value, time)
    if (fixField) this.#takeFix(fixField, value)
    const claim = claimOfLeaf(path, value)
    if (claim) this.#claim = { ...this.#claim, ...claim }
    return this.#takeNotification(path, value) || claim !== undefined
  }

  /** How it moved when it was there. */
  wayAt(time: Timestamp): { readonly speed?: number; readonly courseDeg?: number; readonly headingDeg?: number } {
    const [speed, courseDeg] = [this.#fresh('speed', time), this.#fresh('courseDeg', time)]
    const headingDeg = this.#fresh('headingDeg', time) ?? this.#headingByCompass(time)
    return {
      ...(speed !== undefined && { speed }),
      ...(courseDeg !== undefined && { courseDeg }),
      ...(headingDeg !== undefined && { headingDeg }),
    }
  }

  #headingByCompass(time: Timestamp): number | undefined {
    const [magnetic, variation] = [this.#fresh('headingMagneticDeg', time), this.#way.get('variationDeg')?.value]
    return magnetic === undefined || variation === undefined ? undefined : normalDegrees(magnetic + variation)
  }

  #fresh(way: Way, time: Timestamp): number | undefined {
    const known = this.#way.get(way)
    return known && Math.abs(known.time - time) <= FRESH_MS ? known.value : undefined
  }

  #takeWay(way: Way, value: unknown, time: Timestamp): void {
    const limit = way === 'speed' ? FASTEST : MOST_RADIANS
    const least = way === 'speed' ? 0 : -limit
    if (typeof value !== 'number' || !(value >= least && value <= limit)) this.#way.delete(way)
    else this.#way.set(way, { value: way === 'speed' ? value : normalDegrees(radiansToDegrees(value)), time })
  }

  #takeFix(field: keyof Fix, value: unknown): void {
    const { [field]: _, ...others } = this.#fix
    const isDilution = typeof value === 'number' && value > 0 && value < 100
    if (field === 'horizontalDilution') this.#fix = isDilution ? { ...others, horizontalDilution: value } : others
    else this.#fix = typeof value === 'string' ? { ...others, [field]: value } : others
  }

  /** Specification, "Alarm, Alert, and Notification Handling": null takes a notification back. */
  #takeNotification(path: string, value: unknown): boolean {
    const emergency = emergencyOfPath(path)
    if (!emergency) return false
    const was = this.#raised.has(path)
    const isNow = isRecord(value) && isRaised(emergency, own(value, 'state'))
    if (isNow && this.#raised.size < MOST_EMERGENCIES) this.#raised.set(path, emergency)
    else this.#raised.delete(path)
    return was !== isNow
  }
}

/** The place in a leaf; `wrong` when it holds one that cannot be, undefined when it holds none. */
export function statedPlace({ path, value, time }: Leaf): Stated | 'wrong' | undefined {
  if (path !== 'navigation.position' || !isRecord(value)) return undefined
  const [lat, lon] = [numberIn(value, 'latitude'), numberIn(value, 'longitude')]
  if (lat === undefined || lon === undefined) return isAbsent(value) ? undefined : 'wrong'
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return 'wrong'
  const altitude = numberIn(value, 'altitude')
  return { position: { lat, lon }, time, ...(altitude !== undefined && { altitude }) }
}

/** A receiver without a fix sends nulls. */
const isAbsent = (value: Readonly<Record<string, unknown>>): boolean =>
  (own(value, 'latitude') ?? own(value, 'longitude') ?? null) === null && textIn(value, 'latitude') === undefined
