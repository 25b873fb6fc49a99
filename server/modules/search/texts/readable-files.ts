// Which stored files have words to read: by their type and, where that says nothing, by the end of their name.

export const textKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'html', 'text'] as const
export type TextKind = (typeof textKinds)[number]

const endings: Readonly<Record<string, TextKind>> = {
  ...{ pdf: 'pdf', docx: 'docx', docm: 'docx', dotx: 'docx', xlsx: 'xlsx', xlsm: 'xlsx', pptx: 'pptx', pptm: 'pptx' },
  ...{ odt: 'odt', ods: 'odt', odp: 'odt' },
  ...{
    html: 'html',
    htm: 'html',
    xhtml: 'html',
    txt: 'text',
    md: 'text',
    csv: 'text',
    tsv: 'text',
    log: 'text',
    eml: 'text',
  },
}

/** Larger files are found by their names only. */
export const mostBytes = 50 * 1024 * 1024

export const textKindOf = (name: string): TextKind | undefined =>
  endings[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']

export const mayHaveText = ({ name, bytes }: { name: string; bytes: number }): boolean =>
  bytes <= mostBytes && textKindOf(name) !== undefined
