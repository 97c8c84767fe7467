export type Tone = 'good' | 'warn' | 'bad';

interface Note {
  readonly frequency: number;
  /** Seconds from now. */
  readonly at: number;
  readonly length: number;
}

/** Told apart without looking: a short high one, two in the middle, a long low one. */
const tones: Readonly<Record<Tone, { readonly shape: OscillatorType; readonly notes: readonly Note[] }>> = {
  good: { shape: 'sine', notes: [{ frequency: 1320, at: 0, length: 0.09 }] },
  warn: {
    shape: 'triangle',
    notes: [
      { frequency: 740, at: 0, length: 0.09 },
      { frequency: 740, at: 0.14, length: 0.09 },
    ],
  },
  bad: { shape: 'square', notes: [{ frequency: 185, at: 0, length: 0.4 }] },
};
const loudness = 0.2;

let context: AudioContext | null = null;

/** Sounds once; silent where the machine has no sound, or nobody has pressed a key yet. */
export function play(tone: Tone): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  // A window that was in the background may have been put to sleep.
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  const { shape, notes } = tones[tone];
  for (const { frequency, at, length } of notes) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = shape;
    oscillator.frequency.value = frequency;
    const start = currentTime + at;
    gain.gain.setValueAtTime(loudness, start);
    // Without the fall it would click.
    gain.gain.exponentialRampToValueAtTime(0.001, start + length);
    oscillator.connect(gain).connect(destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
}
