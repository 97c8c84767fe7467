/** Names of devices on Windows, with or without an extension; ¹²³ count as digits there. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/iu;

/** Characters that a name on Windows may not hold, that no one sees, or that turn the direction of what follows. */
const forbidden = /[<>:"|?*\p{Cc}\p{Cf}]/gu;

const longest = 150;

/** A proposed file name that Windows accepts as well: no folders, no forbidden characters, no device names, not too long. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const cleaned = last.replaceAll(forbidden, '_').replace(/[. ]+$/u, '');
  if (cleaned === '') return 'zongdai';
  const extension = /\.[^. ]{1,10}$/u.exec(cleaned)?.[0] ?? '';
  // By characters, not by code units: half of a rare character would be none.
  const characters = Array.from(cleaned.slice(0, cleaned.length - extension.length));
  const stem = characters.slice(0, longest).join('').trimEnd();
  const whole = `${stem}${extension}`;
  return device.test(whole.replace(/ +\./u, '.')) ? `_${whole}` : whole;
}
