/** What the address asks for and what the page holds. */
export interface Standing {
  /** The conversation in the address; null: a new one; undefined: the address is of another screen. */
  address: string | null | undefined;
  /** The conversation that the turns shown belong to; null where no answer has come yet. */
  held: string | null;
  /** Whether anything was asked. */
  asked: boolean;
  /** The conversation that the address had when the page last held what it names. */
  named: string | null;
}

export interface Settled {
  named: string | null;
  /** `name`: the address takes the name of what is held; `clear`: the reader went on to a new one. */
  act: "none" | "name" | "clear" | "load";
}

/**
 * Brings the address and what is shown together. A conversation begun at `/` gets its name with its
 * first answer; one whose name the address has had already is left when the address is `/` again.
 */
export function settle({ address, held, asked, named }: Standing): Settled {
  if (address === undefined) return { named, act: "none" };
  if (address === null) {
    if (held === null) return { named: null, act: "none" };
    return { named, act: held === named ? "clear" : "name" };
  }
  if (held === address) return { named: address, act: "none" };
  // The server begins a new conversation where the one asked to go on is another browser's.
  if (named === address && asked) return { named, act: held === null ? "none" : "name" };
  return { named, act: "load" };
}
