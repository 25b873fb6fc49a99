// The languages that texts may be written in: ISO 639-1 codes; their names come from the browser, in the reader's language.
export const languageCodes: readonly string[] = (
  'ab af am ar as az ba be bg bn bo br bs ca ce cs cv cy da de dv el en eo es et eu fa fi fo fr fy ga gd gl gn gu ' +
  'ha he hi hr ht hu hy id ig is it ja jv ka kk kl km kn ko ku kv ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my ' +
  'nb ne nl nn ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se si sk sl sm sn so sq sr ss st su sv sw ta ' +
  'te tg th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yi yo zh zu'
).split(' ')
