// The form of one cell of a draft for the editor: a flat row of headings, paragraphs and points, as the server reads them.
import { type Node, Schema } from '@tiptap/pm/model'

const block = { content: 'text*', group: 'block', defining: true } as const

/** Depth and kind of a point are shown by classes; the counter is drawn by the style sheet. */
const pointLook = (node: Node) =>
  `draft-point draft-depth-${node.attrs.depth} ${node.attrs.ordered ? 'draft-ordered' : 'draft-bullet'}`

export const cellSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { ...block, parseDOM: [{ tag: 'p' }, { tag: 'div' }], toDOM: () => ['p', 0] },
    heading: {
      ...block,
      parseDOM: ['h1', 'h2', 'h3', 'h4'].map(tag => ({ tag })),
      toDOM: () => ['p', { class: 'draft-heading' }, 0],
    },
    point: {
      ...block,
      attrs: { ordered: { default: false }, depth: { default: 0 } },
      parseDOM: [
        { tag: 'ol > li', attrs: { ordered: true } },
        { tag: 'ul > li', attrs: { ordered: false } },
      ],
      toDOM: node => ['p', { class: pointLook(node) }, 0],
    },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    variable: {
      attrs: { name: {} },
      inclusive: false,
      toDOM: () => ['span', { class: 'draft-variable' }, 0],
    },
    insertion: {
      attrs: { id: {} },
      inclusive: false,
      excludes: 'insertion deletion',
      toDOM: mark => ['ins', { 'data-suggestion': mark.attrs.id }, 0],
    },
    deletion: {
      attrs: { id: {} },
      inclusive: false,
      excludes: 'insertion deletion',
      toDOM: mark => ['del', { 'data-suggestion': mark.attrs.id }, 0],
    },
  },
})
