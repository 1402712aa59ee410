/** Links for which there is room from the start. */
const ROOM = 256

/** A growing list of pairs with a cost, in columns. Memory is kept when it is emptied. */
export class Links {
  count = 0
  track = new Int32Array(ROOM)
  plot = new Int32Array(ROOM)
  cost = new Float64Array(ROOM)
  /** The next link of the same list, or -1: for whoever parts them into lists. */
  next = new Int32Array(ROOM)

  add(track: number, plot: number, cost: number): void {
    const at = this.count++
    if (at >= this.track.length) this.#makeRoom()
    this.track[at] = track
    this.plot[at] = plot
    this.cost[at] = cost
  }

  /** Places of the links, from the cheapest to the dearest. */
  byCost(): Uint32Array {
    const { cost, track, plot } = this
    const places = Uint32Array.from({ length: this.count }, (_, at) => at)
    return places.sort((a, b) => cost[a]! - cost[b]! || track[a]! - track[b]! || plot[a]! - plot[b]!)
  }

  #makeRoom(): void {
    const room = 2 * this.track.length
    this.track = grown(this.track, room)
    this.plot = grown(this.plot, room)
    this.next = grown(this.next, room)
    const cost = new Float64Array(room)
    cost.set(this.cost)
    this.cost = cost
  }
}

/** The same numbers with room for more, the rest filled. */
export function grown(numbers: Int32Array, room: number, filler = 0): Int32Array<ArrayBuffer> {
  const more = new Int32Array(room).fill(filler, numbers.length)
  more.set(numbers)
  return more
}
