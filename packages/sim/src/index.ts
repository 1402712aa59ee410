export { RECEIVERS, type Receiver } from './caribbean/receivers.ts'
export { FUSION_SCENARIOS, makeFusionScenario, type Situation } from './fusion-scenarios/catalogue.ts'
export { scenarioFiles } from './fusion-scenarios/files.ts'
export type {
  BiasTruth, FusionScenario, Meta as ScenarioMeta, ScenarioPlot,
} from './fusion-scenarios/format.ts'
export { startExercise, type Exercise, type ExerciseOptions } from './play/exercise.ts'
export {
  exerciseSources, exerciseWires, findExercisePorts, type ExercisePorts, type ExerciseSource, type SensorWire,
} from './play/wires.ts'
export { fuseScenario, type Fused } from './fuse/fuse-scenario.ts'
export { readScenario } from './fuse/read-scenario.ts'
export { caribbean, SCENARIOS, type Scenario } from './scenario.ts'
export { consistency, type Consistency } from './score/consistency.ts'
export { evaluate, type Evaluation } from './score/evaluation/evaluation.ts'
export { evaluationText } from './score/evaluation/text.ts'
export { readScenarioTruth, readScoreInput, type ScenarioTruth, type ScoreFiles } from './score/folder.ts'
export {
  type Association, type AssociationLine, type OriginLine, type PlotLine, type ScoreInput, type ScoreMeta, type TrackLine,
  type TruthLine,
} from './score/scenario.ts'
export { scoreLine } from './score/score-line.ts'
export { matchedEpochs, score, type Score } from './score/score.ts'
export { type Delivery, type Installation } from './sensor.ts'
export { deliveries, INSTALLATIONS } from './sensors.ts'
export { simulate, sourceName, transmissions, type HeardLine, type Sent } from './simulate.ts'
export { truthAt, type TruthState } from './truth.ts'
export { type Unit, type Vessel } from './vessel.ts'
