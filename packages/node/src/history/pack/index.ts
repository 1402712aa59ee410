export { DamagedPack } from './coder.ts'
export { MOST_PLOTS, packPlots, unpackPlots } from './plots.ts'
export { lastStateKnown, packStates, unpackStates, type StateWindow } from './states.ts'
