import type { HealthView } from '@csii/contract'
import { formatAge } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'

export interface RecordNoticeProps {
  readonly record: HealthView['record']
  /** Node time. */
  readonly now: number
}

/** Says across the whole screen that what is seen now is not kept: nobody could show it again. */
export function RecordNotice({ record, now }: RecordNoticeProps) {
  const text = useText()
  if (!record) return null
  return (
    <p className="record-notice">
      <span role="alert">{text(`record.${record.problem}`)}</span>{' '}
      {/* It ticks, which must not be read out each second. */}
      <span className="number" aria-hidden="true">{formatAge(now - record.since)}</span>
    </p>
  )
}
