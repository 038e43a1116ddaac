import fc from "fast-check";
import { expect, test } from "vitest";
import { assessCandidates } from "./assess-candidates";
import { freeWindows } from "./free-starts";
import { offerOf, toRows, type Offer } from "./offers";
import { modelOf, pairsOf, ticksIn } from "./slots-model";
import { scenes, tickMs } from "./slots-scenes";
import { slotsOf } from "./slots-of";

const patience = { timeout: 60_000 };

const byName = ({ from, to, who }: { from: number; to: number; who: string }) => `${from}-${to} ${who}`;
const inOrder = (offers: { from: number; to: number; who: string }[]) => offers.map(byName).sort();
const named = ({ time, candidate, attendees, capacity }: Offer) => ({
  from: time.from,
  to: time.to,
  who: `${candidate.staffMember?.id} at ${candidate.location?.id}, ${attendees} of ${capacity}`,
});

test(
  "slots are those that a look at every minute of hours, buffers, gaps, bookings and seats finds, and no others",
  patience,
  () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { plan, day, durationMs } = scene;
        const offers = assessCandidates(plan, { span: day, durationMs }, scene.taken).flatMap((assessment) =>
          slotsOf(plan, assessment, day),
        );
        const expected = pairsOf(scene).flatMap((pair) => {
          const { slots, classes } = modelOf(scene, pair);
          const who = `${pair.staffMemberId} at ${pair.locationId}`;
          return [
            ...slots.map((from) => ({
              from,
              to: from + durationMs,
              who: `${who}, 0 of ${plan.product.maxAttendees}`,
            })),
            ...classes.map(({ from, to, seats, capacity }) => ({
              from,
              to,
              who: `${who}, ${seats} of ${capacity}`,
            })),
          ];
        });
        expect(inOrder(offers.map(named))).toEqual(inOrder(expected));
        expect(new Set(toRows(plan, offers).map((row) => `${row.fromDate}${row.fromTime}`)).size).toBe(
          new Set(offers.map(({ time }) => time.from)).size,
        );
      }),
      { numRuns: 60 },
    );
  },
);

test("ranges hold every minute of the bookings that fit, and no minute besides", patience, () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const { plan, day, durationMs } = scene;
      const found = assessCandidates(plan, { span: day, durationMs }, scene.taken).flatMap((assessment) =>
        freeWindows(assessment.starts, durationMs).map((window) => offerOf(plan, assessment, window)),
      );
      for (const pair of pairsOf(scene)) {
        const own = found.filter(
          ({ candidate }) =>
            candidate.staffMember?.id === pair.staffMemberId && candidate.location?.id === pair.locationId,
        );
        const covered = new Set(own.flatMap(({ time }) => ticksIn(time)));
        const { starts, fits } = modelOf(scene, pair);
        // Up to its last second the day ends in free time: so does the window of the booking that begins then.
        if (starts.at(-1) === day.to - tickMs && fits(day.to)) starts.push(day.to);
        const expected = new Set(starts.flatMap((from) => ticksIn({ from, to: from + durationMs })));
        expect([...covered].sort()).toEqual([...expected].sort());
      }
    }),
    { numRuns: 40 },
  );
});
