import { EXACT_CELLS } from './assignment.ts'
import { grown, Links } from './links.ts'

/** Nodes and cells for which there is room from the start. */
const ROOM = 256

/** Tracks and plots that hang together by their gates. Lent for one visit: the next cluster lies in the same memory. */
export interface Cluster {
  readonly rows: number
  readonly columns: number
  /** The track of each row, rising; the plot of each column, rising. Beyond `rows` and `columns` is what was before. */
  readonly tracks: Int32Array
  readonly plots: Int32Array
  /** Row after row: the least cost that was linked, else `Infinity`. */
  readonly cost: Float64Array
}

/**
 * Parts tracks and plots into clusters that do not touch: connected components of the pairs in gate, by union-find. A
 * cluster of more than `mostCells` tracks × plots is cut at its dearest links, so that time and memory stay bounded in
 * any crowd. The same links give the same clusters, in whatever order they come. The time depends on the links only,
 * not on how many tracks there are; memory is kept from one use to the next.
 */
export class Clusters {
  readonly #mostCells: number
  readonly #links = new Links()
  readonly #cluster = {
    rows: 0,
    columns: 0,
    tracks: new Int32Array(ROOM),
    plots: new Int32Array(ROOM),
    cost: new Float64Array(ROOM),
  }
  /** The nodes that are linked. A track is an even node, a plot the odd one after. */
  #linked = new Int32Array(ROOM)
  #linkedCount = 0
  /** By node. Union-find: -1 where nothing is linked, itself at a root. */
  #parent = new Int32Array(ROOM).fill(-1)
  /** By root: how many tracks and plots are below, and heads of the lists of its members and links. */
  #rows = new Int32Array(ROOM)
  #columns = new Int32Array(ROOM)
  #firstNode = new Int32Array(ROOM)
  #firstLink = new Int32Array(ROOM)
  /** By node: the next member of its cluster, and its row or column there. */
  #nextNode = new Int32Array(ROOM)
  #index = new Int32Array(ROOM)

  constructor(mostCells = EXACT_CELLS) {
    this.#mostCells = mostCells
  }

  /** Forgets all links. */
  begin(): void {
    for (let at = 0; at < this.#linkedCount; at++) this.#parent[this.#linked[at]!] = -1
    this.#linkedCount = 0
    this.#links.count = 0
  }

  /** The plot is in the gate of the track. Both are numbers from 0, not far above how many there are. */
  link(track: number, plot: number, cost: number): void {
    this.#enter(2 * track)
    this.#enter(2 * plot + 1)
    this.#links.add(2 * track, 2 * plot + 1, cost)
  }

  /** Visits each cluster once, in the order of its lowest number. What has no link is in none. */
  each(visit: (cluster: Cluster) => void): void {
    const nodes = this.#linked.subarray(0, this.#linkedCount).sort()
    if (!this.#uniteAll(nodes)) this.#uniteCheapest(nodes)
    this.#list(nodes)
    for (const node of nodes) {
      if (this.#firstNode[this.#rootOf(node)] === node) this.#visit(this.#rootOf(node), visit)
    }
  }

  #enter(node: number): void {
    if (node >= this.#parent.length) this.#makeRoom(2 * node)
    if (this.#parent[node] !== -1) return
    this.#parent[node] = node
    this.#linked[this.#linkedCount++] = node
  }

  #makeRoom(nodes: number): void {
    this.#parent = grown(this.#parent, nodes, -1)
    this.#linked = grown(this.#linked, nodes)
    this.#rows = new Int32Array(nodes)
    this.#columns = new Int32Array(nodes)
    this.#firstNode = new Int32Array(nodes)
    this.#firstLink = new Int32Array(nodes)
    this.#nextNode = new Int32Array(nodes)
    this.#index = new Int32Array(nodes)
  }

  /** False when a cluster became too large. */
  #uniteAll(nodes: Int32Array): boolean {
    const { count, track, plot } = this.#links
    this.#part(nodes)
    for (let at = 0; at < count; at++) {
      if (!this.#unite(track[at]!, plot[at]!)) return false
    }
    return true
  }

  /** From the cheapest link on, leaving out those that would make a cluster too large. */
  #uniteCheapest(nodes: Int32Array): void {
    const { track, plot } = this.#links
    this.#part(nodes)
    for (const at of this.#links.byCost()) this.#unite(track[at]!, plot[at]!)
  }

  #part(nodes: Int32Array): void {
    for (const node of nodes) {
      this.#parent[node] = node
      this.#rows[node] = isTrack(node) ? 1 : 0
      this.#columns[node] = isTrack(node) ? 0 : 1
    }
  }

  #unite(a: number, b: number): boolean {
    const [rootA, rootB] = [this.#rootOf(a), this.#rootOf(b)]
    if (rootA === rootB) return true
    const rows = this.#rows[rootA]! + this.#rows[rootB]!
    const columns = this.#columns[rootA]! + this.#columns[rootB]!
    if (rows * columns > this.#mostCells) return false
    const isSmaller = this.#rows[rootA]! + this.#columns[rootA]! < this.#rows[rootB]! + this.#columns[rootB]!
    const root = isSmaller ? rootB : rootA
    this.#parent[isSmaller ? rootA : rootB] = root
    this.#rows[root] = rows
    this.#columns[root] = columns
    return true
  }

  #rootOf(node: number): number {
    const parent = this.#parent
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  /** Makes for each root the lists of its members, rising, and of its links. */
  #list(nodes: Int32Array): void {
    const { count, track, plot, next } = this.#links
    for (const node of nodes) {
      this.#firstNode[node] = -1
      this.#firstLink[node] = -1
    }
    for (let at = nodes.length - 1; at >= 0; at--) {
      const root = this.#rootOf(nodes[at]!)
      this.#nextNode[nodes[at]!] = this.#firstNode[root]!
      this.#firstNode[root] = nodes[at]!
    }
    for (let at = 0; at < count; at++) {
      const root = this.#rootOf(track[at]!)
      if (root !== this.#rootOf(plot[at]!)) continue
      next[at] = this.#firstLink[root]!
      this.#firstLink[root] = at
    }
  }

  #visit(root: number, visit: (cluster: Cluster) => void): void {
    const cluster = this.#cluster
    const [rows, columns] = [this.#rows[root]!, this.#columns[root]!]
    if (rows === 0 || columns === 0) return
    if (rows > cluster.tracks.length) cluster.tracks = new Int32Array(2 * rows)
    if (columns > cluster.plots.length) cluster.plots = new Int32Array(2 * columns)
    if (rows * columns > cluster.cost.length) cluster.cost = new Float64Array(2 * rows * columns)
    cluster.rows = 0
    cluster.columns = 0
    for (let node = this.#firstNode[root]!; node >= 0; node = this.#nextNode[node]!) {
      this.#index[node] = isTrack(node) ? cluster.rows : cluster.columns
      if (isTrack(node)) cluster.tracks[cluster.rows++] = node >> 1
      else cluster.plots[cluster.columns++] = node >> 1
    }
    this.#fillCost(root)
    visit(cluster)
  }

  #fillCost(root: number): void {
    const { track, plot, cost, next } = this.#links
    const { rows, columns, cost: cells } = this.#cluster
    cells.fill(Infinity, 0, rows * columns)
    for (let at = this.#firstLink[root]!; at >= 0; at = next[at]!) {
      const cell = this.#index[track[at]!]! * columns + this.#index[plot[at]!]!
      cells[cell] = Math.min(cells[cell]!, cost[at]!)
    }
  }
}

const isTrack = (node: number): boolean => (node & 1) === 0
