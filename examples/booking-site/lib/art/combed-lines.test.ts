import { describe, expect, it } from "vitest";
import { combLines } from "./combed-lines";

const size = { width: 320, height: 220, count: 34 };

describe("the pictures", () => {
  it("are the same for the same slug, and every slug has its own", () => {
    const slugs = ["balayage", "gloss", "roots", "fringe", "beard", "curl-talk", "braiding-class"];
    const drawn = slugs.map((slug) => JSON.stringify(combLines(slug, size)));
    expect(slugs.map((slug) => JSON.stringify(combLines(slug, size)))).toEqual(drawn);
    expect(new Set(drawn).size).toBe(slugs.length);
  });

  it("are made of finite numbers, whatever the slug", () => {
    for (let index = 0; index < 200; index++)
      expect(JSON.stringify(combLines(`slug-${index}`, size))).not.toMatch(/NaN|Infinity|null/);
  });
});
