import { useRegistrations } from '../api/api.ts'
import { useText } from '../text/use-text.tsx'
import { registrationInWords } from './registration-words.ts'

/** How a radar is set up, where the node has learned it. */
export function Registration({ sensorId }: { readonly sensorId: string }) {
  const text = useText()
  const { data } = useRegistrations()
  const registration = data?.registrations.find((candidate) => candidate.sensorId === sensorId)
  if (!registration) return null
  return (
    <section className="registration">
      <h4>{text('sources.registration')}</h4>
      <ul>
        {registrationInWords(registration, text).map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
    </section>
  )
}
