import { formatCount } from "@/lib/platform/format-figure";
import { formatDay, type Viewpoint } from "@/lib/platform/format-time";
import type { Overview } from "@/lib/webhooks/contract";
import { hourText } from "./hour-text";

/** Deliveries by the hour, for who reads figures better than bars. */
export function HourTable({ hours, view }: { hours: Overview["hours"]; view: Viewpoint }) {
  return (
    <div tabIndex={0} role="region" aria-label="Deliveries per hour" className="max-h-72 overflow-auto">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">Hour</th>
            {["Delivered", "Failed", "Held", "Pending"].map((word) => (
              <th key={word} scope="col" className="num">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, delivered, failed, held, pending }) => (
            <tr key={hour}>
              <td>
                {formatDay(hour, view)}, {hourText(hour, view)}
              </td>
              {[delivered, failed, held, pending].map((count, index) => (
                <td key={index} className="num">
                  {formatCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
