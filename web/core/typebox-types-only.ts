// Stands in for TypeBox in the browser: contracts keep their types, their schemas weigh nothing.

/** Schemas that contracts reuse or spread (`...Paging`) must be objects; what they say is checked by the server. */
const nothing = Object.freeze({})
const build = (): object => nothing

/** Every builder answers the same empty schema. */
export const Type: Record<string, () => object> = new Proxy({}, { get: () => build })

export default Type
