import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** The bytes of a file, of a `.gz` file unpacked, or of standard input for `-`. Fails as reading fails. */
export async function* openInput(path: string, stdin: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  const source: NodeJS.ReadableStream = path === '-' ? stdin : createReadStream(path, { highWaterMark: 256 * 1024 })
  if (!path.endsWith('.gz')) return yield* chunksOf(source)
  const unpacked = createGunzip()
  source.on('error', (error: Error) => unpacked.destroy(error))
  yield* chunksOf(source.pipe(unpacked))
}

async function* chunksOf(source: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
