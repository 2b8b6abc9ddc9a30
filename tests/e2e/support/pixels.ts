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
