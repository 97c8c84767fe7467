type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** Without the keys that were sent as undefined: those are not to be changed. */
export function definedOnly<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
