declare module 'virtual:openbridge-tokens.css'
