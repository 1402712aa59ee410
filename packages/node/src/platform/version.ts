import { readFileSync } from 'node:fs'

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Of this package, by its manifest. */
export const VERSION = String(Object.entries(manifest ?? {}).find(([key]) => key === 'version')?.[1])
