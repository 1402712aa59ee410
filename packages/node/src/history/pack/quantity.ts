import { DamagedPack, type Coder } from './coder.ts'
import { GRIDS, gridsFor, indexOf, MOST_GRIDS, MOST_INDEX, stepOf, valueAt, type Grid } from './grids.ts'
import { NumberModel, tree } from './number-model.ts'

/** The choice of a grid that stands for none: the value's 64 bits. */
const RAW = MOST_GRIDS + 1

const LIST_BITS = 8

/** One column of numbers: each as its distance from what was expected, counted in steps of its sensor's grid. */
export class Quantity {
  readonly #coder: Coder
  readonly #grids: readonly Grid[]
  readonly #choices: number
  readonly #distances: NumberModel
  readonly #raw: RawModel
  /** Degrees after which a direction begins anew; infinite for what is none. */
  readonly #circle: number
  #last = 0
  #index = 0
  /** Steps between the last value and what was expected; of a raw one, as many as there can be. */
  lastDistance = 0

  /** A writer hands over the column's values, so that the grids can be chosen. */
  constructor(coder: Coder, values: readonly number[], contexts = 1, circle = Number.POSITIVE_INFINITY) {
    this.#coder = coder
    this.#grids = gridList(coder, coder.isWriting ? gridsFor(values) : [])
    this.#choices = coder.allocate(16 * 16)
    this.#distances = new NumberModel(coder, contexts)
    this.#raw = new RawModel(coder)
    this.#circle = circle
  }

  /** In degrees, seconds …; what the first grid makes of one step. */
  get step(): number {
    const first = this.#grids[0]
    return first ? stepOf(first) : 1
  }

  code(value: number, expected: number, context = 0): number {
    const wanted = this.#coder.isWriting ? this.#choose(value) : 0
    const choice = tree(this.#coder, this.#choices + this.#last * 16, 4, wanted)
    this.#last = choice
    if (choice === RAW) {
      this.lastDistance = MOST_INDEX
      return this.#raw.code(value, expected)
    }
    const grid = this.#grids[choice]
    if (!grid) throw new DamagedPack('a grid is not in its list')
    const turn = Math.round(this.#circle / stepOf(grid))
    const near = bounded(Math.round(expected / stepOf(grid)), turn)
    const distance = this.#distances.signed(shorter(this.#index - near, turn), context)
    this.lastDistance = Math.abs(distance)
    return valueAt(grid, around(near + distance, turn)) + 0
  }

  /** The first that holds the value, since they are listed by what they save. Leaves the value's index behind. */
  #choose(value: number): number {
    const isBeyond = this.#circle !== Number.POSITIVE_INFINITY && !(value >= 0 && value < this.#circle)
    if (isBeyond) return RAW
    for (let choice = 0; choice < this.#grids.length; choice++) {
      const index = indexOf(this.#grids[choice]!, value)
      if (index === undefined) continue
      this.#index = index
      return choice
    }
    return RAW
  }
}

function gridList(coder: Coder, chosen: readonly number[]): readonly Grid[] {
  const first = coder.allocate(1 << LIST_BITS)
  const length = coder.uniform(16, chosen.length)
  return Array.from({ length }, (_, n) => {
    const grid = GRIDS[tree(coder, first, LIST_BITS, chosen[n] ?? 0)]
    if (!grid) throw new DamagedPack('a grid is not known')
    return grid
  })
}

function bounded(index: number, turn: number): number {
  if (turn !== Number.POSITIVE_INFINITY) return index >= 0 && index < turn ? index : 0
  return Math.abs(index) <= MOST_INDEX ? index : 0
}

/** The shorter way around. */
function shorter(distance: number, turn: number): number {
  if (distance * 2 > turn) return distance - turn
  return distance * 2 < -turn ? distance + turn : distance
}

function around(index: number, turn: number): number {
  if (turn === Number.POSITIVE_INFINITY) return index
  if (index < 0) return index + turn
  return index >= turn ? index - turn : index
}

/** Doubles bit by bit: the upper half as a distance from the expected one's, the lower half as it is. */
class RawModel {
  readonly #coder: Coder
  readonly #upper: NumberModel
  readonly #isSame: number
  readonly #double = new Float64Array(1)
  readonly #words = new DataView(this.#double.buffer)

  constructor(coder: Coder) {
    this.#coder = coder
    this.#upper = new NumberModel(coder)
    this.#isSame = coder.allocate(1)
  }

  code(value: number, expected: number): number {
    const words = this.#words
    words.setFloat64(0, expected)
    const [nearUpper, nearLower] = [words.getInt32(0), words.getUint32(4)]
    words.setFloat64(0, value)
    const lower = words.getUint32(4)
    const distance = this.#upper.signed(words.getInt32(0) - nearUpper)
    words.setInt32(0, nearUpper + distance)
    const isSame = distance === 0 && this.#coder.bit(this.#isSame, lower === nearLower ? 1 : 0) === 1
    words.setUint32(4, isSame ? nearLower : this.#word(lower))
    return words.getFloat64(0)
  }

  #word(word: number): number {
    const upper = this.#coder.uniform(65_536, word >>> 16)
    return upper * 65_536 + this.#coder.uniform(65_536, word & 0xffff)
  }
}
