// Sets language, direction and theme before the first paint; a file of its own because the content policy forbids inline scripts.
{
  const page = document.documentElement
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('concord.reader') ?? '{}') ?? {}
  } catch {}
  const ours = ['en', 'fa', 'ru']
  const wanted = navigator.languages.map(tag => tag.toLowerCase().split('-')[0])
  const language = ours.includes(kept.language) ? kept.language : (wanted.find(tag => ours.includes(tag)) ?? 'en')
  page.lang = language
  page.dir = language === 'fa' ? 'rtl' : 'ltr'
  page.dataset.theme = ['light', 'dark'].includes(kept.theme) ? kept.theme : 'auto'
}
