import { randomInt } from 'node:crypto'

/** A number as clients choose it for their messages: 31 bits. */
export const randomNumber = (): number => randomInt(2 ** 31)
