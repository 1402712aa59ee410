import { flag, spare, unsigned, type Meaning } from '../field.ts'
import { coded } from '../meaning.ts'
import { table } from '../table.ts'
import { addressed } from './envelope.ts'

const RACON = ['No RACON installed', 'RACON not monitored', 'RACON operational', 'RACON ERROR']
const LIGHT = ['No light or no monitoring', 'Light ON', 'Light OFF', 'Light ERROR']

/** Analogue inputs in steps of 0.05 V; 0 is an input that is not used. */
const VOLTS: Meaning = { scale: (raw) => (raw === 0 ? undefined : Math.round(raw * 5) / 100) }

/** What a buoy or beacon tells its keepers about itself: General Lighthouse Authorities of the British Isles. */
const monitoring = <const D extends number>(dac: D) =>
  table(
    [
      ...addressed(dac, 10),
      unsigned('ana_int', 10, VOLTS),
      unsigned('ana_ext1', 10, VOLTS),
      unsigned('ana_ext2', 10, VOLTS),
      unsigned('racon', 2, coded(RACON)),
      unsigned('light', 2, coded(LIGHT)),
      flag('alarm'),
      unsigned('stat_ext', 8),
      flag('off_pos'),
      spare('spare2', 4),
    ],
    {
      only: [136],
      print:
        'seqno dest_mmsi retransmit dac fid off_pos alarm stat_ext ana_int ana_ext1 ana_ext2 racon light',
    },
  )

export const monitoringUk = monitoring(235)
export const monitoringIreland = monitoring(250)
