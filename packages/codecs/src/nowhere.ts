import type { SensorSink } from '@csii/model'

/** Where a reader puts what it reads until it is told where. */
export const NOWHERE: SensorSink = { plot() {}, statement() {}, measurement() {}, problem() {} }
