/** What golden tests compare ours with: recordings beside the repository, and independent programs. */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of `shared/data` beside the repository, such as `adsb/sample_data_adsb.csv`; says so when it is absent. */
export function sharedFile(name: string): Buffer | undefined {
  const path = fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url))
  if (existsSync(path)) return readFileSync(path)
  console.warn(`Skipped: shared/data/${name} is not beside the repository.`)
  return undefined
}

/** The path of another program; says so when it is not installed. */
export function peerProgram(program: string, debianPackage: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin']
  const path = folders.map((folder) => join(folder, program)).find((each) => existsSync(each))
  if (path === undefined) console.warn(`Skipped: ${program} is not installed (Debian: apt-get install ${debianPackage}).`)
  return path
}
