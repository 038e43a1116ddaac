import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

type DayStepsProps = {
  /** "day", "week". */
  unit: string;
  title: string;
  earlierHref: string;
  todayHref: string;
  laterHref: string;
};

/** From one page of the calendar to the next. */
export function DaySteps({ unit, title, earlierHref, todayHref, laterHref }: DayStepsProps) {
  const icon = { "aria-hidden": true, className: "size-4", strokeWidth: 1.5 } as const;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="head mr-1">{title}</h2>
      <span className="ml-auto flex gap-2">
        <ButtonLink size="s" href={earlierHref} scroll={false} aria-label={`Earlier ${unit}`}>
          <ChevronLeft {...icon} />
        </ButtonLink>
        <ButtonLink size="s" href={todayHref} scroll={false}>
          Today
        </ButtonLink>
        <ButtonLink size="s" href={laterHref} scroll={false} aria-label={`Later ${unit}`}>
          <ChevronRight {...icon} />
        </ButtonLink>
      </span>
    </div>
  );
}
