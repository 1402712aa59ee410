import type { LatLon, Polar, PositionCovariance } from '@csii/model'
import type { Coder } from './coder.ts'
import { Dictionary } from './dictionary.ts'
import { Quantity } from './quantity.ts'

/** Error ellipses: by number where one was there before, as the few of AIS are; else as three numbers. */
export class CovarianceModel {
  readonly #coder: Coder
  readonly #isSame: number
  readonly #known: Dictionary<PositionCovariance>
  readonly #variances: Quantity
  readonly #shared: Quantity
  #last: PositionCovariance = NOWHERE_KNOWN

  constructor(coder: Coder, covariances: readonly PositionCovariance[]) {
    this.#coder = coder
    this.#isSame = coder.allocate(1)
    this.#variances = new Quantity(coder, covariances.flatMap(({ ee, nn }) => [ee, nn]), 2)
    this.#shared = new Quantity(coder, covariances.map(({ en }) => en))
    this.#known = new Dictionary(coder, keyOf, (covariance) => this.#write(covariance))
  }

  code(covariance: PositionCovariance, before: PositionCovariance | undefined): PositionCovariance {
    const isSame = before !== undefined && isSameCovariance(covariance, before)
    if (this.#coder.bit(this.#isSame, isSame ? 1 : 0) === 1) return before ?? NOWHERE_KNOWN
    return this.#known.code(covariance)
  }

  #write(covariance: PositionCovariance): PositionCovariance {
    const ee = this.#variances.code(covariance.ee, this.#last.ee)
    const nn = this.#variances.code(covariance.nn, ee, 1)
    const en = this.#shared.code(covariance.en, this.#last.en)
    this.#last = { ee, en, nn }
    return this.#last
  }
}

const NOWHERE_KNOWN: PositionCovariance = { ee: 0, en: 0, nn: 0 }

export const isSameCovariance = (a: PositionCovariance, b: PositionCovariance): boolean =>
  Object.is(a.ee, b.ee) && Object.is(a.en, b.en) && Object.is(a.nn, b.nn)

const keyOf = ({ ee, en, nn }: PositionCovariance): string => [ee, en, nn].map(keyOfNumber).join()

const keyOfNumber = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** What a radar measured: where it stood by number, the rest near what it measured of the same object last. */
export class PolarModel {
  readonly #from: Dictionary<LatLon>
  readonly #degrees: Quantity
  readonly #range: Quantity
  readonly #bearing: Quantity
  readonly #rangeSigma: Quantity
  readonly #bearingSigma: Quantity

  constructor(coder: Coder, polars: readonly Polar[]) {
    this.#degrees = new Quantity(coder, polars.flatMap(({ from }) => [from.lat, from.lon]))
    this.#range = new Quantity(coder, polars.map(({ range }) => range))
    this.#bearing = new Quantity(coder, polars.map(({ bearingDeg }) => bearingDeg), 1, 360)
    this.#rangeSigma = new Quantity(coder, polars.map(({ rangeSigma }) => rangeSigma))
    this.#bearingSigma = new Quantity(coder, polars.map(({ bearingSigmaDeg }) => bearingSigmaDeg))
    this.#from = new Dictionary(coder, ({ lat, lon }) => [lat, lon].map(keyOfNumber).join(), (from) => this.#write(from))
  }

  code(polar: Polar, before: Polar): Polar {
    return {
      from: this.#from.code(polar.from),
      range: this.#range.code(polar.range, before.range),
      bearingDeg: this.#bearing.code(polar.bearingDeg, before.bearingDeg),
      rangeSigma: this.#rangeSigma.code(polar.rangeSigma, before.rangeSigma),
      bearingSigmaDeg: this.#bearingSigma.code(polar.bearingSigmaDeg, before.bearingSigmaDeg),
    }
  }

  #write(from: LatLon): LatLon {
    const lat = this.#degrees.code(from.lat, 0)
    return { lat, lon: this.#degrees.code(from.lon, 0) }
  }
}

/** Stands for what was never measured. */
export const NO_POLAR: Polar = { from: { lat: 0, lon: 0 }, range: 0, bearingDeg: 0, rangeSigma: 0, bearingSigmaDeg: 0 }
