// What Today is made of: its groups, whose things it shows, and how far ahead it looks. Pure: the web imports it.

/** In the order in which they are read. */
export const todayGroups = ['late', 'turns', 'confirm', 'proposals', 'coming', 'waiting'] as const
export type TodayGroup = (typeof todayGroups)[number]

/** `mine`: what I own, what was given to me and what nobody has taken; `office`: everything I may see. */
export const todayScopes = ['mine', 'office'] as const
export type TodayScope = (typeof todayScopes)[number]

/** `case`: whatever else moves from state to state, shown by its own kind of record. */
export const todaySubjects = ['agreement', 'entry', 'commitment', 'task', 'case'] as const
export type TodaySubject = (typeof todaySubjects)[number]

/** Days ahead. */
export const todayWindows = [30, 90, 180, 365] as const
export const usualWindow = 90

/** Counts stop here: more is said as "more than". */
export const countLimit = 200
