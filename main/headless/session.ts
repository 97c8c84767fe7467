import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the page: whoever opened the printed address once, and from then on that browser. */
export interface Session {
  /** The token for the printed address. It opens the page once. */
  readonly token: string;
  /** The cookie to set when `candidate` is the token and it was not used yet. */
  readonly redeem: (candidate: string) => string | undefined;
  /** Whether a Cookie header carries the session. */
  readonly recognises: (cookieHeader: string | undefined) => boolean;
}

const secret = (): string => randomBytes(32).toString('base64url');

function equal(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `name` tells apart two servers on one PC: cookies do not know ports. */
export function createSession(name: string): Session {
  const token = secret();
  const cookie = secret();
  let used = false;
  return {
    token,
    redeem: (candidate) => {
      if (used || !equal(candidate, token)) return undefined;
      used = true;
      return `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
    recognises: (header) =>
      (header ?? '').split(';').some((part) => {
        const [key, value] = part.trim().split('=');
        return key === name && value !== undefined && equal(value, cookie);
      }),
  };
}
