const DIGITS = "零一二三四五六七八九";
const ROMAN = [
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** 1 to 99 as resolutions count their annexes: 二, 十, 二十一. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.charAt(tens)}十`;
  return `${ten}${n % 10 === 0 ? "" : DIGITS.charAt(n % 10)}`;
}

/** 1 to 99 in Roman numerals. */
export function romanNumeral(n: number): string {
  let rest = n;
  let written = "";
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}
