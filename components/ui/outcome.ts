/** What a server action answers: what came of it, or why it was refused, in words for the person who asked. */
export type Outcome<T = null> = { done: T } | Refusal;

/** `fields` has the messages by the form's own names, for what stands beside a field. */
export type Refusal = { refused: string; fields: Record<string, string[]> };
