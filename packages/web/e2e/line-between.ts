import { connect, createServer, type Socket } from 'node:net'

/** A line between a browser and a node, that the test can hold up or cut. */
export interface LineBetween {
  readonly address: string
  /** Nothing comes through any more, though both ends believe they are connected. */
  hold(): void
  release(): void
  /** Every connection breaks, and new ones are refused until `mend`. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openLine(nodeAddress: string): Promise<LineBetween> {
  const { hostname, port } = new URL(nodeAddress)
  const pairs = new Set<readonly [Socket, Socket]>()
  let isCut = false
  let isHeld = false
  const server = createServer((browser) => {
    if (isCut) return browser.destroy()
    const node = connect(Number(port), hostname)
    const pair = [browser, node] as const
    pairs.add(pair)
    browser.pipe(node)
    node.pipe(browser)
    if (isHeld) node.unpipe(browser).pause()
    for (const end of pair) {
      end.on('error', () => undefined).on('close', () => {
        pairs.delete(pair)
        for (const each of pair) each.destroy()
      })
    }
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = server.address()
  if (own === null || typeof own === 'string') throw new Error('The line got no port')

  const breakAll = () => {
    for (const [browser, node] of pairs) {
      browser.destroy()
      node.destroy()
    }
  }
  return {
    address: `http://127.0.0.1:${own.port}`,
    hold() {
      isHeld = true
      for (const [browser, node] of pairs) node.unpipe(browser).pause()
    },
    release() {
      isHeld = false
      for (const [browser, node] of pairs) node.pipe(browser)
    },
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
    close: () => {
      breakAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
