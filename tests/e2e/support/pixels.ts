// What an element looks like, pixel by pixel.
import type { Locator } from "@playwright/test";
import { PNG } from "pngjs";

export type Colour = readonly [red: number, green: number, blue: number];

export class Pixels {
  constructor(private readonly png: PNG) {}

  /** A picture of what is painted where `element` is, in device pixels. */
  static async of(element: Locator): Promise<Pixels> {
    return new Pixels(PNG.sync.read(await element.screenshot({ animations: "disabled" })));
  }

  get width(): number {
    return this.png.width;
  }

  get height(): number {
    return this.png.height;
  }

  at(x: number, y: number): Colour {
    const start = 4 * (Math.floor(y) * this.png.width + Math.floor(x));
    const [red = 0, green = 0, blue = 0] = this.png.data.subarray(start, start + 3);
    return [red, green, blue];
  }

  /** How many different colours there are: 1 for a blank element. */
  colours(): number {
    const seen = new Set<number>();
    const { data } = this.png;
    for (let start = 0; start < data.length; start += 4) seen.add(data.readUIntBE(start, 3));
    return seen.size;
  }

  /** How bright a pixel is, 0 to 255. */
  brightness(x: number, y: number): number {
    const [red, green, blue] = this.at(x, y);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** How bright it is on the whole, 0 to 255. */
  mean(): number {
    let sum = 0;
    for (let y = 0; y < this.height; y += 1) for (let x = 0; x < this.width; x += 1) sum += this.brightness(x, y);
    return sum / (this.width * this.height);
  }

  /** Between the darkest and the brightest pixel, 0 to 255. */
  contrast(): number {
    let [least, most] = [255, 0];
    for (let y = 0; y < this.height; y += 1) {
      for (let x = 0; x < this.width; x += 1) [least, most] = [Math.min(least, this.brightness(x, y)), Math.max(most, this.brightness(x, y))];
    }
    return most - least;
  }

  /**
   * How many pixels lie between the last that looks like the first and the one that differs from it most, along a
   * row or a column: 1 for a sharp edge. Infinite where nothing stands out.
   */
  ramp([fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]): number {
    const count = Math.round(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
    const tones = Array.from({ length: count + 1 }, (_, at) =>
      this.brightness(fromX + ((toX - fromX) * at) / count, fromY + ((toY - fromY) * at) / count),
    );
    const apart = tones.map((tone) => Math.abs(tone - tones[0]!));
    const peak = Math.max(...apart);
    if (peak < 20) return Infinity;
    const top = apart.findIndex((by) => by > 0.9 * peak);
    return top - apart.slice(0, top).findLastIndex((by) => by < 0.1 * peak);
  }

  /** The share, 0 to 1, of pixels that differ from `other`; 1 when the sizes differ. */
  difference(other: Pixels): number {
    if (this.width !== other.width || this.height !== other.height) return 1;
    let changed = 0;
    for (let start = 0; start < this.png.data.length; start += 4) {
      if (this.png.data.readUIntBE(start, 3) !== other.png.data.readUIntBE(start, 3)) changed += 1;
    }
    return changed / (this.width * this.height);
  }
}
