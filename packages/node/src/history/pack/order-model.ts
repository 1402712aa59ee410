import { DamagedPack, MOST_CHOICES, type Coder } from './coder.ts'

/** More of one instant than this are put in order by their places, not each by what is left to choose from. */
const FEW = 32

export interface Ranked {
  /** Its place among all, which only a writer knows. */
  readonly rank: number
}

/** In what order things of one instant came. */
export class OrderModel {
  readonly #coder: Coder
  readonly #isUsual: number

  constructor(coder: Coder) {
    this.#coder = coder
    this.#isUsual = coder.allocate(1)
  }

  /** Takes them in an order that both sides know, and answers with them as they came. */
  code<Thing extends Ranked>(usual: readonly Thing[]): readonly Thing[] {
    const isUsual = usual.every(({ rank }, at) => at === 0 || rank > usual[at - 1]!.rank)
    if (this.#coder.bit(this.#isUsual, isUsual ? 1 : 0) === 1) return usual
    return usual.length <= FEW ? this.#choose(usual) : this.#place(usual)
  }

  #choose<Thing extends Ranked>(usual: readonly Thing[]): readonly Thing[] {
    const left = [...usual]
    const order: Thing[] = []
    while (left.length > 0) {
      const first = left.reduce((least, { rank }, at) => (rank < left[least]!.rank ? at : least), 0)
      const at = left.length === 1 ? 0 : this.#coder.uniform(left.length, first)
      order.push(...left.splice(at, 1))
    }
    return order
  }

  #place<Thing extends Ranked>(usual: readonly Thing[]): readonly Thing[] {
    const first = usual.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY)
    const order = new Map<number, Thing>()
    for (const thing of usual) order.set(this.#codePlace(thing.rank - first, usual.length), thing)
    const sorted = Array.from({ length: usual.length }, (_, place) => order.get(place))
    const whole = sorted.filter((thing) => thing !== undefined)
    if (whole.length < usual.length) throw new DamagedPack('two plots have one place')
    return whole
  }

  #codePlace(place: number, places: number): number {
    if (places <= MOST_CHOICES) return this.#coder.uniform(places, place)
    const upper = this.#coder.uniform(Math.ceil(places / MOST_CHOICES), Math.trunc(place / MOST_CHOICES))
    return upper * MOST_CHOICES + this.#coder.uniform(MOST_CHOICES, place % MOST_CHOICES)
  }
}
