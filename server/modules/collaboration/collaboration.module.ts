// Talk about records: comments, tasks, watching, tags and links.
import { defineModule } from '#core/module.ts'

export const collaborationModule = defineModule({ name: 'collaboration' })
