export { RECEIVERS, type Receiver } from './caribbean/receivers.ts'
export { startExercise, type Exercise, type ExerciseOptions } from './play/exercise.ts'
export {
  exerciseReceivers, exerciseSources, findExercisePorts, type ExercisePorts, type ExerciseSource, type ReceiverWire,
} from './play/wires.ts'
export { caribbean, SCENARIOS, type Scenario } from './scenario.ts'
export { simulate, sourceName, transmissions, type HeardLine, type Sent } from './simulate.ts'
export { truthAt, type TruthState } from './truth.ts'
export { type Unit, type Vessel } from './vessel.ts'
