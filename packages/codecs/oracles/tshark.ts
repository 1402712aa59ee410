/** Wireshark's ASTERIX dissector (Debian package tshark) as a second reader of what our encoder wrote. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PORT = 8600
const LINKTYPE_RAW_IP = 101
/** Of one run's output: tshark prints some 20 kB a record. */
const MOST_OUTPUT = 512 * 1024 * 1024

/** A value that a reader gives for a record: the item, such as `I048/140`, and the value as number or text. */
export interface Reading {
  readonly item: string
  readonly name: string
  readonly value: number | string
}

/** A classic pcap file of UDP datagrams over raw IP: libpcap file format, draft-ietf-opsawg-pcap § 4. */
export function captureOf(payloads: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(24)
  header.writeUInt32LE(0xa1b2c3d4, 0)
  header.writeUInt16LE(2, 4)
  header.writeUInt16LE(4, 6)
  header.writeUInt32LE(65_535, 16)
  header.writeUInt32LE(LINKTYPE_RAW_IP, 20)
  return Buffer.concat([header, ...payloads.flatMap((payload) => [...packetHeaders(payload.length), payload])])
}

function packetHeaders(length: number): [Buffer, Buffer] {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(28 + length, 8)
  record.writeUInt32LE(28 + length, 12)
  const udp = Buffer.alloc(28)
  udp[0] = 0x45
  udp.writeUInt16BE(28 + length, 2)
  udp[8] = 64
  udp[9] = 17
  udp.writeUInt32BE(0x7f000001, 12)
  udp.writeUInt32BE(0x7f000001, 16)
  udp.writeUInt16BE(PORT, 20)
  udp.writeUInt16BE(PORT, 22)
  udp.writeUInt16BE(8 + length, 24)
  return [record, udp]
}

/** What tshark reads in each payload of one record: its values in the order of the record. */
export function dissect(tshark: string, payloads: readonly Uint8Array[], edition: string): Reading[][] {
  const folder = mkdtempSync(join(tmpdir(), 'csii-tshark-'))
  const file = join(folder, 'asterix.pcap')
  const category = String(payloads[0]?.[0] ?? 0).padStart(3, '0')
  try {
    writeFileSync(file, captureOf(payloads))
    const options = ['-d', `udp.port==${PORT},asterix`, '-o', `asterix.i${category}_version:Version ${edition}`]
    const output = execFileSync(tshark, ['-r', file, ...options, '-T', 'json', '--no-duplicate-keys'], {
      maxBuffer: MOST_OUTPUT, stdio: ['ignore', 'pipe', 'ignore'],
    })
    const packets: unknown = JSON.parse(output.toString('latin1'))
    return Array.isArray(packets) ? packets.map((packet: unknown) => readingsIn(at(packet, '_source', 'layers', 'asterix'))) : []
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const at = (tree: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined), tree)

/** Of its own, or no value of the item. */
const NO_VALUES = /^(?:FSPEC|FX|counter|category|length|fspec)$/i

function readingsIn(tree: unknown): Reading[] {
  const found: Reading[] = []
  function walk(key: string, node: unknown): void {
    const name = key.replace('asterix.', '').replaceAll(/_V\d+_\d+/g, '')
    if (NO_VALUES.test(name)) return
    if (Array.isArray(node)) for (const each of node as unknown[]) walk(key, each)
    else if (typeof node === 'object' && node !== null) for (const [inner, value] of Object.entries(node)) walk(inner, value)
    else if (/^\d{3}_/.test(name)) found.push({ item: `I${name.slice(0, 7).replace('_', '/')}`, name, value: String(node) })
  }
  walk('', tree)
  return found
}
