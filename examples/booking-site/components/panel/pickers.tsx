"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { formatOffset } from "~/lib/format";
import type { Variant } from "~/lib/storefront/types";
import { Icon } from "../icon";

type Props = {
  variant: Variant;
  salonId: string;
  onSalon: (id: string) => void;
  storeZone: string;
  zone: string;
  onZone: (zone: string) => void;
  places: number;
  onPlaces: (places: number) => void;
};

export function Pickers({ variant, salonId, onSalon, storeZone, zone, onZone, places, onPlaces }: Props) {
  const own = useOwnZone(storeZone);
  return (
    <div className="pickers">
      <Select id="salon" label="Salon" icon="pin" value={salonId} onChange={onSalon}>
        {variant.salons.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select id="zone" label="Times shown for" icon="clock" value={zone} onChange={onZone}>
        <ZoneOption label="Salon" zone={storeZone} />
        {own !== storeZone && <ZoneOption label="You" zone={own} />}
      </Select>
      {variant.places > 1 && (
        <Select
          id="places"
          label="Places"
          icon="people"
          value={String(places)}
          onChange={(value) => onPlaces(Number(value))}
        >
          {Array.from({ length: variant.places }, (_, index) => index + 1).map((count) => (
            <option key={count}>{count}</option>
          ))}
        </Select>
      )}
    </div>
  );
}

function ZoneOption({ label, zone }: { label: string; zone: string }) {
  return (
    <option value={zone} suppressHydrationWarning>
      {label}, {formatOffset(new Date().toISOString(), zone)}
    </option>
  );
}

type SelectProps = {
  id: string;
  label: string;
  icon: "pin" | "clock" | "people";
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

function Select({ id, label, icon, value, onChange, children }: SelectProps) {
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      <div className="sel">
        <Icon name={icon} />
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
        <Icon name="down" />
      </div>
    </div>
  );
}

/** The page was made for everybody, so the browser's zone is known only once it is there. */
const useOwnZone = (storeZone: string): string =>
  useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => storeZone,
  );
