import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { I18nProvider, useLingui } from '@lingui/react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Locale, MessageId } from './catalogue.ts'
import en from './en.json'
import { loadCatalogue } from './load-catalogue.ts'

i18n.setMessagesCompiler(compileMessage)
i18n.load('en', en)
i18n.activate('en')

export type Text = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string

/** Gives the children the texts of one language, and tells the browser which it is. */
export function TextProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const [shown, setShown] = useState<Locale>('en')
  useEffect(() => {
    let current = true
    void loadCatalogue(locale).then((catalogue) => {
      if (!current) return
      i18n.load(locale, { ...catalogue })
      i18n.activate(locale)
      setShown(locale)
    })
    return () => {
      current = false
    }
  }, [locale])
  useEffect(() => {
    document.documentElement.lang = shown
    document.title = i18n._('app.title')
  }, [shown])
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>
}

export function useText(): Text {
  const { i18n: active } = useLingui()
  return (id, values) => active._(id, values && { ...values })
}
