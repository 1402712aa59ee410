import type { RegistrationView } from '@csii/contract'
import type { MessageId } from '../text/catalogue.ts'
import type { Text } from '../text/use-text.tsx'

/** A bias of fewer standard deviations may be chance. */
const SEEN_FROM_SIGMAS = 2

/** How a radar is set up, in sentences for a technician: each bias, whether plots are corrected, and on what it rests. */
export function registrationInWords(registration: RegistrationView, text: Text): string[] {
  const { bearingBiasDeg, bearingSigmaDeg, rangeBias, rangeSigma, timeBias, timeSigma, pairs, vessels, applied } = registration
  return [
    biasInWords(BEARING, bearingBiasDeg, bearingSigmaDeg, text),
    biasInWords(RANGE, rangeBias, rangeSigma, text),
    biasInWords(TIME, timeBias, timeSigma, text),
    text(applied ? 'registration.applied' : 'registration.not-applied'),
    text('registration.basis', { vessels, pairs }),
  ]
}

/** The sentences for a bias above, below, and of nothing. */
interface Words {
  readonly above: MessageId
  readonly below: MessageId
  readonly right: MessageId
  readonly digits: number
}

const BEARING: Words = { above: 'registration.bearing.high', below: 'registration.bearing.low', right: 'registration.bearing.right', digits: 2 }
const RANGE: Words = { above: 'registration.range.long', below: 'registration.range.short', right: 'registration.range.right', digits: 0 }
const TIME: Words = { above: 'registration.time.late', below: 'registration.time.early', right: 'registration.time.right', digits: 1 }

function biasInWords({ above, below, right, digits }: Words, bias: number, sigma: number, text: Text): string {
  const isSeen = Math.abs(bias) >= SEEN_FROM_SIGMAS * sigma
  const shown = { bias: Math.abs(bias).toFixed(digits), sigma: sigma.toFixed(digits) }
  return text(!isSeen ? right : bias > 0 ? above : below, shown)
}
