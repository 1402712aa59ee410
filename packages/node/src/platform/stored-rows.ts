import type { Log } from './log.ts'

/**
 * What rows hold as JSON. A row that the disk has damaged, or that somebody has changed so that it is not of the shape
 * we write, is left out and spoken of: one bad row must not keep a node from starting.
 */
export function readRows(
  texts: readonly unknown[], isSound: (value: unknown) => boolean, what: string, log: Log,
): unknown[] {
  return texts.flatMap((text) => {
    const value = parsed(String(text))
    if (isSound(value)) return [value]
    // Not what it holds: that may be the password of a source.
    log.error({ characters: String(text).length }, `A row of the store is damaged and left out: ${what} is missing`)
    return []
  })
}

/** Nothing where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
