import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const size = 96;

/** A picture of a person: a head and shoulders in colours of their own, as PNG. */
export function drawPortrait(seed: string): Buffer {
  const [a = 0, b = 0, c = 0] = createHash("sha256").update(seed).digest();
  const back = [110 + (a % 110), 110 + (b % 110), 110 + (c % 110)];
  const skin = [235 - (b % 110), 205 - (b % 110), 180 - (b % 110)];
  const cloth = [c % 130, a % 130, b % 150];
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const head = (x - 48) ** 2 + (y - 38) ** 2 < 18 ** 2;
      const body = ((x - 48) / 34) ** 2 + ((y - 96) / 36) ** 2 < 1;
      const colour = head ? skin : body ? cloth : back;
      rows.set(
        colour.map((one) => Math.max(0, one)),
        y * (size * 3 + 1) + 1 + x * 3,
      );
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named) >>> 0, named.length + 4);
  return out;
}
