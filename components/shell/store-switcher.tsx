import { ChevronsUpDown } from "lucide-react";
import { Menu, MenuLink } from "@/components/ui/menu";

export type StoreChoice = { slug: string; name: string; note: string };

type StoreSwitcherProps = {
  current: StoreChoice;
  stores: StoreChoice[];
  /** Second line; the store's note where absent. */
  note?: string;
};

/** The store is in the URL: choosing another one goes there, in this tab only. */
export function StoreSwitcher({ current, stores, note = current.note }: StoreSwitcherProps) {
  const shared =
    "grid min-h-11 w-full min-w-0 grid-cols-[32px_minmax(0,1fr)_16px] items-center gap-2.5 rounded-control p-1.5 text-left";
  const face = (
    <>
      <Crest name={current.name} />
      <span className="min-w-0">
        <b className="block truncate leading-[18px] font-semibold">{current.name}</b>
        <span className="text-caption text-on-cover-2 block truncate">{note}</span>
      </span>
    </>
  );
  if (stores.length < 2) return <div className={shared}>{face}</div>;
  return (
    <Menu
      trigger={
        <>
          {face}
          <ChevronsUpDown aria-hidden className="size-4" strokeWidth={1.5} />
          <span className="sr-only">Change store</span>
        </>
      }
      triggerClassName={`${shared} hover:bg-cover-2`}
    >
      {stores.map((store) => (
        <MenuLink key={store.slug} href={`/s/${store.slug}`} current={store.slug === current.slug}>
          <Crest name={store.name} />
          <span>
            <b className="block font-semibold">{store.name}</b>
            <span className="text-caption text-ink-3 block">{store.note}</span>
          </span>
        </MenuLink>
      ))}
    </Menu>
  );
}

const Crest = ({ name }: { name: string }) => (
  <span
    aria-hidden="true"
    className="rounded-control font-display grid size-8 flex-none place-items-center bg-[oklch(0.80_0.07_60)] text-[17px]/none font-semibold text-[oklch(0.28_0.06_40)]"
  >
    {name.charAt(0).toUpperCase()}
  </span>
);
