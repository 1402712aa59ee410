export { RECEIVERS, type Receiver } from './caribbean/receivers.ts'
export { FUSION_SCENARIOS, makeFusionScenario, type Situation } from './fusion-scenarios/catalogue.ts'
export { scenarioFiles } from './fusion-scenarios/files.ts'
export type {
  BiasTruth, FusionScenario, Meta as ScenarioMeta, OriginLine, ScenarioPlot, TruthLine,
} from './fusion-scenarios/format.ts'
export { startExercise, type Exercise, type ExerciseOptions } from './play/exercise.ts'
export {
  exerciseSources, exerciseWires, findExercisePorts, type ExercisePorts, type ExerciseSource, type SensorWire,
} from './play/wires.ts'
export { caribbean, SCENARIOS, type Scenario } from './scenario.ts'
export { type Delivery, type Installation } from './sensor.ts'
export { deliveries, INSTALLATIONS } from './sensors.ts'
export { simulate, sourceName, transmissions, type HeardLine, type Sent } from './simulate.ts'
export { truthAt, type TruthState } from './truth.ts'
export { type Unit, type Vessel } from './vessel.ts'
