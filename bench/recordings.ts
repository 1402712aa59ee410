import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** A recording of the shared test data, unpacked, or undefined with a word on the console when it is not there. */
export function recording(name: string): Buffer | undefined {
  const path = fileURLToPath(new URL(`../../shared/data/${name}`, import.meta.url))
  if (!existsSync(path)) {
    console.error(`skipped: the recording shared/data/${name} is not beside the repository`)
    return undefined
  }
  const bytes = readFileSync(path)
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** The bytes repeated to at least so many lines. */
export function repeated(bytes: Buffer, lines: number): { readonly bytes: Buffer; readonly lines: number } {
  const own = bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0)
  const times = Math.ceil(lines / own)
  return { bytes: Buffer.concat(Array.from({ length: times }, () => bytes)), lines: own * times }
}
