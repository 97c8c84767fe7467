type Tone = 'good' | 'warn' | 'bad';

interface Note {
  readonly frequency: number;
  /** Seconds from now. */
  readonly at: number;
  readonly length: number;
}

/** Told apart without looking: a short high one, two in the middle, a long low one. */
const tones: Readonly<Record<Tone, readonly Note[]>> = {
  good: [{ frequency: 1320, at: 0, length: 0.09 }],
  warn: [
    { frequency: 740, at: 0, length: 0.09 },
    { frequency: 740, at: 0.14, length: 0.09 },
  ],
  bad: [{ frequency: 185, at: 0, length: 0.4 }],
};

let context: AudioContext | null = null;

/** Sounds once; silent where the machine has no sound, or nobody has pressed a key yet. */
export function play(tone: Tone): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  for (const { frequency, at, length } of tones[tone]) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = tone === 'bad' ? 'square' : 'sine';
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0.2, currentTime + at);
    // Without the fall it would click.
    gain.gain.exponentialRampToValueAtTime(0.001, currentTime + at + length);
    oscillator.connect(gain).connect(destination);
    oscillator.start(currentTime + at);
    oscillator.stop(currentTime + at + length);
  }
}
