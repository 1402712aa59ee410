import type { Claim } from '@csii/model'

/** Stations that stand on the ground or lie at their chain: they do not move, whatever their reports' noise says. */
export const isFixed = ({ station }: Claim): boolean => station === 'base' || station === 'aton'

/** Stations that fly. */
export const isAircraft = ({ icaoAddress, station }: Claim): boolean =>
  icaoAddress !== undefined || station === 'aircraft' || station === 'sar-aircraft'
