// Stand-ins for the parts of Electron that the desktop host touches, in tests: they remember what they were given. The casts
// are confined to this file; what is passed in is checked against electron.d.ts by the signatures of the functions under test.

type Listener = (...args: never[]) => unknown;

export interface FakeEmitter {
  readonly on: (name: string, listener: Listener) => FakeEmitter;
  readonly once: (name: string, listener: Listener) => FakeEmitter;
  /** Calls the listeners as Electron would; gives what they returned. */
  readonly emit: (name: string, ...args: unknown[]) => unknown[];
}

export function fakeEmitter(): FakeEmitter {
  const listeners = new Map<string, Listener[]>();
  const add = (name: string, listener: Listener): FakeEmitter => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    return emitter;
  };
  const emitter: FakeEmitter = {
    on: add,
    once: add,
    emit: (name, ...args) => (listeners.get(name) ?? []).map((listener) => listener(...(args as never[]))),
  };
  return emitter;
}

/** A fake under the type of the real thing: only what the test provides is there. */
export function as<Real>(fake: unknown): Real {
  return fake as Real;
}

/** An event that knows whether it was prevented. */
export function fakeEvent(url = ''): {
  readonly url: string;
  readonly preventDefault: () => void;
  prevented: boolean;
} {
  const event = {
    url,
    prevented: false,
    preventDefault: () => {
      event.prevented = true;
    },
  };
  return event;
}
