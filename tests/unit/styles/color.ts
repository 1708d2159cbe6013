/** Colour arithmetic for the token tests: OKLCH to linear sRGB, contrast, and what a colour-blind reader sees. */

/** Linear-light sRGB, each channel 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** A dichromat's view, or the usual one. */
export type Vision = 'usual' | 'deuteranopia' | 'protanopia';

/** OKLCH to linear sRGB, unclamped. `hue` in degrees. Matrices: Björn Ottosson, "A perceptual color space", 2020. */
export function fromOklch(lightness: number, chroma: number, hue: number): LinearRgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Distance in OKLab; about 0.02 is what can be told apart side by side. */
export function distance(one: LinearRgb, other: LinearRgb): number {
  const left = toOklab(one);
  const right = toOklab(other);
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

/** The colour as a dichromat sees it. Matrices: Machado, Oliveira and Fernandes 2009, severity 1. */
export function seenWith(vision: Vision, [red, green, blue]: LinearRgb): LinearRgb {
  if (vision === 'usual') return [red, green, blue];
  const [r, g, b] =
    vision === 'deuteranopia'
      ? [
          0.367322 * red + 0.860646 * green - 0.227968 * blue,
          0.280085 * red + 0.672501 * green + 0.047413 * blue,
          -0.01182 * red + 0.04294 * green + 0.968881 * blue,
        ]
      : [
          0.152286 * red + 1.052583 * green - 0.204868 * blue,
          0.114503 * red + 0.786281 * green + 0.099216 * blue,
          -0.003882 * red - 0.048116 * green + 1.051998 * blue,
        ];
  return [clamp(r), clamp(g), clamp(b)];
}

/** Whether a display of the sRGB gamut can show the colour without changing it. */
export function inGamut(color: LinearRgb): boolean {
  return color.every((channel) => channel >= -0.002 && channel <= 1.002);
}

function clamp(channel: number | undefined): number {
  return Math.min(1, Math.max(0, channel ?? 0));
}

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * clamp(red) + 0.7152 * clamp(green) + 0.0722 * clamp(blue);
}

function toOklab([red, green, blue]: LinearRgb): LinearRgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
