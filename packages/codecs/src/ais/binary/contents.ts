import type { MessageOf, Table } from '../table.ts'
import { monitoringIreland, monitoringUk } from './aton-monitoring.ts'
import {
  arrivalEstimate, arrivalRequest, inlandVessel, personsInland, signalStatus, waterLevels, weatherWarning,
} from './inland.ts'
import {
  airDraught, airDraughtAddressed, berth, clearance, dangerousCargo236, dangerousCargo289, persons, personsAddressed,
} from './voyage.ts'
import {
  description, descriptionAddressed, fairwayClosed, route, routeAddressed, tidalWindow236, tidalWindow289,
  trafficSignal, trafficTargets,
} from './waterway.ts'
import { weather236, weather289 } from './weather.ts'

const ADDRESSED = [
  dangerousCargo236, tidalWindow236, airDraughtAddressed, personsAddressed, clearance, berth, dangerousCargo289,
  routeAddressed, descriptionAddressed, tidalWindow289, arrivalEstimate, arrivalRequest, personsInland, monitoringUk,
  monitoringIreland,
] as const

const BROADCAST = [
  weather236, fairwayClosed, airDraught, persons, trafficTargets, trafficSignal, route, description, weather289,
  inlandVessel, weatherWarning, waterLevels, signalStatus,
] as const

type Each<T extends Table, Type extends number> = T extends Table ? MessageOf<T, Type> : never

/** Messages 6 and 8 whose content is read, told apart by `dac` and `fid`. */
export type BinaryContent = Each<(typeof ADDRESSED)[number], 6> | Each<(typeof BROADCAST)[number], 8>

/** One number for a type and what it carries: 4 bits, 10 bits, 6 bits. */
export const contentKey = (type: number, dac: number, fid: number): number => (type << 16) | (dac << 6) | fid

const keyed = (type: number, tables: readonly Table[]): (readonly [number, Table])[] =>
  tables.map((table) => {
    const raw = (name: string): number => {
      const field = table.fields.find((candidate) => candidate.name === name)
      if (field?.kind !== 'fixed') throw new Error(`a content of message ${type} has no fixed ${name}`)
      return field.raw
    }
    return [contentKey(type, raw('dac'), raw('fid')), table]
  })

/** The tables of the contents that are read, by `contentKey`. */
export const CONTENTS: ReadonlyMap<number, Table> = new Map([...keyed(6, ADDRESSED), ...keyed(8, BROADCAST)])
