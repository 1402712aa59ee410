import { bitAt, bitsAt, putBits } from './bits.ts'

/**
 * What an aircraft can do and how well it knows where it is (RTCA DO-260B, § 2.2.3.2.7.2). Subtype 0 in the air, 1 on
 * the ground.
 */
export interface OperationStatus {
  readonly bds: '6,5'
  readonly typecode: 31
  readonly subtype: number
  /** 0 for DO-260, 1 for DO-260A, 2 for DO-260B. The fields below are those of versions 1 and 2. */
  readonly version: number
  readonly capability_class?: number
  readonly operational_mode?: number
  readonly nic_a?: boolean
  /** NIC supplement C, on the ground. */
  readonly nic_c?: boolean
  readonly nac_p?: number
  /** Geometric vertical accuracy, in the air. */
  readonly gva?: number
  readonly sil?: number
  readonly nic_baro?: boolean
  /** On the ground: the track field of the surface position is the heading. */
  readonly track_is_heading?: boolean
  /** Which north headings are from. */
  readonly north?: 'true' | 'magnetic'
}

export function operationStatusOf(me: Uint8Array): OperationStatus {
  const subtype = bitsAt(me, 6, 3)
  const version = bitsAt(me, 41, 3)
  const head = { bds: '6,5', typecode: 31, subtype, version } as const
  if (subtype > 1 || version === 0) return head
  return {
    ...head,
    capability_class: bitsAt(me, 9, 16),
    operational_mode: bitsAt(me, 25, 16),
    nic_a: bitAt(me, 44),
    nac_p: bitsAt(me, 45, 4),
    sil: bitsAt(me, 51, 2),
    ...(subtype === 0
      ? { gva: bitsAt(me, 49, 2), nic_baro: bitAt(me, 53) }
      : { nic_c: bitAt(me, 20), track_is_heading: bitAt(me, 53) }),
    north: bitAt(me, 54) ? 'magnetic' : 'true',
  }
}

export function putOperationStatus(me: Uint8Array, status: OperationStatus): void {
  putBits(me, 1, 5, 31)
  putBits(me, 6, 3, status.subtype)
  putBits(me, 9, 16, status.capability_class ?? 0)
  putBits(me, 25, 16, status.operational_mode ?? 0)
  putBits(me, 41, 3, status.version)
  putBits(me, 44, 1, Number(status.nic_a ?? false))
  putBits(me, 45, 4, status.nac_p ?? 0)
  putBits(me, 49, 2, status.gva ?? 0)
  putBits(me, 51, 2, status.sil ?? 0)
  putBits(me, 53, 1, Number(status.nic_baro ?? status.track_is_heading ?? false))
  putBits(me, 54, 1, Number(status.north === 'magnetic'))
  if (status.nic_c) putBits(me, 20, 1, 1)
}
